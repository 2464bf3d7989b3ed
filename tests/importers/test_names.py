"""Lists of names as BibTeX takes them apart."""

import pytest

from readinglist.importers._bib.names import read_names


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("Kwon, Woosuk", {"family": "Kwon", "given": "Woosuk"}),
        ("Woosuk Kwon", {"family": "Kwon", "given": "Woosuk"}),
        ("Ludwig van Beethoven", {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}),
        (
            "de la Vallée Poussin, Charles",
            {"family": "Vallée Poussin", "given": "Charles", "non-dropping-particle": "de la"},
        ),
        ("{Della Porta}, Donatella", {"family": "Della Porta", "given": "Donatella"}),
        ("King, Jr., Martin Luther", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("{DeepSeek-AI}", {"literal": "DeepSeek-AI"}),
        ("{Barnes and Noble, Inc.}", {"literal": "Barnes and Noble, Inc."}),
        ("Aristotle", {"literal": "Aristotle"}),
        (r"{\'E}mile Zola", {"family": "Zola", "given": "Émile"}),
        (r"Erd{\H o}s, P.", {"family": "Erdős", "given": "P."}),
        (
            "family=Maaten, given=Laurens, prefix=van der",
            {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
        ),
        ("王, 小明", {"family": "王", "given": "小明"}),
    ],
)
def test_a_name_is_taken_apart(written: str, person: dict[str, str]) -> None:
    assert read_names(written).people == [person]


def test_others_at_the_end_are_a_fact_about_the_list() -> None:
    found = read_names("Kwon, Woosuk and others")
    assert (found.people, found.others) == ([{"family": "Kwon", "given": "Woosuk"}], True)


def test_names_may_be_spread_over_lines() -> None:
    assert len(read_names("A B and\n  C D\n and E F").people) == 3


def test_a_body_in_braces_that_begins_with_a_command_is_one_name() -> None:
    assert read_names(r"{\TeX\ Users Group} and {\relax Yu}ri B").people == [
        {"literal": "TeX Users Group"},
        {"family": "B", "given": "Yuri"},
    ]
