"""Dates, names and numbers as data brings them."""

from __future__ import annotations

import pytest

from readinglist.citations.dates import Date, Day, read_date
from readinglist.citations.initials import initialized, normalized
from readinglist.citations.numbers import is_numeric, is_plural, letters, letters_value, page_range, roman
from readinglist.citations.people import Name, read_name


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ({"date-parts": [["2020", "05", "07"]]}, Date(Day(2020, 5, 7))),
        ({"date-parts": [[2020, 3], [2020, 5]]}, Date(Day(2020, 3), Day(2020, 5))),
        ({"date-parts": [[2020], [0]]}, Date(Day(2020), Day())),
        ({"date-parts": [[2014]], "season": 2}, Date(Day(2014, 22))),
        ({"date-parts": [[-340]], "circa": True}, Date(Day(-340), circa=True)),
        ({"raw": "15 Dec 2001"}, Date(Day(2001, 12, 15))),
        ({"raw": "1/12/2000"}, Date(Day(2000, 1, 12))),
        ({"edtf": "2001-12-15/2001-12-31"}, Date(Day(2001, 12, 15), Day(2001, 12, 31))),
        ({"raw": "2001?"}, Date(Day(2001), circa=True)),
        ({"raw": "Spring 1999 - Summer 2001"}, Date(Day(1999, 21), Day(2001, 22))),
        ({"literal": "forthcoming"}, Date(literal="forthcoming")),
        ({"raw": "5th century"}, Date(literal="5th century")),
        ({"date-parts": [[None]]}, None),
        ({"date-parts": []}, None),
        (None, None),
    ],
)
def test_a_date_is_read_from_any_of_its_shapes(given: object, date: Date | None) -> None:
    assert read_date(given) == date


@pytest.mark.parametrize(
    ("family", "given", "name"),
    [
        ("van der Vlist", "Eric", Name("Vlist", "Eric", non_dropping="van der")),
        ("Humboldt", "Alexander von", Name("Humboldt", "Alexander", dropping="von")),
        ("d'Alembert", "Jean", Name("Alembert", "Jean", non_dropping="d'")),
        ("al-Khwarizmi", "Muhammad", Name("Khwarizmi", "Muhammad", non_dropping="al-")),
        ("Van Buren", "Martin", Name("Van Buren", "Martin")),
        ("King", "Martin Luther, Jr.", Name("King", "Martin Luther", suffix="Jr.")),
        ('"van Dyke"', "Dick", Name("van Dyke", "Dick")),
        ("O'Neil", "Cathy", Name("O'Neil", "Cathy")),
    ],
)
def test_particles_and_suffixes_are_told_from_names(family: str, given: str, name: Name) -> None:
    assert read_name({"family": family, "given": given}) == name


def test_an_empty_name_is_none() -> None:
    assert read_name({"family": "", "given": None}) is None


@pytest.mark.parametrize(
    ("given", "short"),
    [
        ("Jean-Luc", "J.-L."),
        ("John Bertrand de Cusance", "J. B. de C."),
        ("J.R.R.", "J. R. R."),
        ("Guo-ping", "G."),
        ("Ch. M.", "Ch. M."),
        ("TSerendorjiin", "Ts."),
        ("Étienne", "É."),
    ],
)
def test_given_names_are_cut_to_initials(given: str, short: str) -> None:
    assert initialized(given, ". ", True) == short


def test_normalizing_leaves_full_names_alone() -> None:
    assert [normalized(given, ". ") for given in ("John M.E.", "Anne-Marie L.", "ME")] == [
        "John M. E.",
        "Anne-Marie L.",
        "ME",
    ]


@pytest.mark.parametrize(
    ("first", "last", "style", "shown"),
    [
        ("321", "28", "expanded", ("321", "328")),
        ("321", "328", "minimal", ("321", "8")),
        ("321", "328", "minimal-two", ("321", "28")),
        ("1496", "1504", "chicago", ("1496", "1504")),
        ("1496", "1500", "chicago-16", ("1496", "500")),
        ("100", "104", "chicago", ("100", "104")),
        ("S213", "S235", "expanded", ("S213", "S235")),
        ("96", "117", "chicago", ("96", "117")),
        ("321", "28", "", ("321", "28")),
    ],
)
def test_page_ranges_take_the_styles_format(first: str, last: str, style: str, shown: tuple[str, str]) -> None:
    assert page_range(first, last, style) == shown


def test_what_is_a_number_and_what_are_several() -> None:
    texts = ["12", "2nd", "1-3", "1, 2", "S12", "second", "3.2.1", "5 ed."]
    assert [is_numeric(text) for text in texts] == [True, True, True, True, True, False, False, False]
    assert [is_plural(text) for text in ("12", "1-3", "1 & 2", "i-ix", "Michaelson-Morely")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_letters_and_their_values_are_inverses() -> None:
    assert [letters(number) for number in (1, 26, 27, 702, 703)] == ["a", "z", "aa", "zz", "aaa"]
    assert [letters_value(letters(number)) for number in range(1, 800)] == list(range(1, 800))


def test_roman_numerals_reach_as_far_as_they_are_used() -> None:
    assert [roman(number) for number in (4, 42, 1999, 0, 9000)] == ["iv", "xlii", "mcmxcix", "0", "9000"]
