"""Names, dates, texts and types of services as a catalog has them."""

from __future__ import annotations

import pytest

from readinglist.sources._dates import date_of
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, everyone, person, whole
from readinglist.sources._text import title, words
from readinglist.sources._types import type_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Reiner Pope", {"family": "Pope", "given": "Reiner"}),
        ("Pope, Reiner", {"family": "Pope", "given": "Reiner"}),
        ("Ludwig van Beethoven", {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}),
        ("Martin Luther King Jr.", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("Ofir Press", {"family": "Press", "given": "Ofir"}),
        ("John Church", {"family": "Church", "given": "John"}),
        ("S. Ai", {"family": "Ai", "given": "S."}),
        ("DeepSeek-AI", {"literal": "DeepSeek-AI"}),
        ("Mistral AI", {"literal": "Mistral AI"}),
        ("Google DeepMind", {"literal": "Google DeepMind"}),
        ("The ATLAS Collaboration", {"literal": "The ATLAS Collaboration"}),
        ("Bank of England", {"literal": "Bank of England"}),
        ("vLLM contributors", {"literal": "vLLM contributors"}),
        ("ankur6ue", {"literal": "ankur6ue"}),
        ("United States: Congress: Senate", {"literal": "United States: Congress: Senate"}),
        ("Mihai G Netea (15649)", {"family": "Netea", "given": "Mihai G"}),
        ("A &amp; B", {"family": "B", "given": "A &"}),
        (":unav", {}),
        ("(:unkn) unknown", {}),
        ("  ", {}),
        ("a, b, c, d", {"literal": "a, b, c, d"}),
        ("{x", {"literal": "{x"}),
    ],
)
def test_a_name_in_one_piece_is_taken_apart_only_where_its_order_is_plain(text: str, name: Name) -> None:
    assert whole(text) == name


def test_two_people_of_one_name_are_two_people() -> None:
    wang = person("Wang", "Wei")

    assert everyone([wang, {}, wang]) == [wang, wang]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2023", "2023"),
        ("2023-10-23T10:00:00Z", "2023-10-23"),
        ("2023-10-00", "2023-10"),
        ("04/2013", "2013-04"),
        ("Oct 1988", "1988-10"),
        ("June 18, 2025", "2025-06-18"),
        ("1990 Spring", "1990-21"),
        ("c1999", "1999"),
        ("[2023]", "2023"),
        ("1804-1806", "1804/1806"),
        ("-1988", None),
        ("2023-13-45", None),
        ("n.d.", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_a_date_is_never_more_precise_than_it_is_written(text: str, date: str | None) -> None:
    assert date_of(text) == date


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A &amp;amp; B", "A & B"),
        ("List<T> and a < b", "List<T> and a < b"),
        ("<jats:title>X</jats:title><jats:p>One</jats:p><jats:p>two</jats:p>", "X One two"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> rays", "x rays"),
        ("Zürich\u00ad \u200b\tÉ\x1b[31m", "Zürich É[31m"),
    ],
)
def test_markup_goes_and_what_only_looks_like_it_stays(text: str, plain: str) -> None:
    assert words(text) == plain


def test_a_title_keeps_what_is_part_of_it() -> None:
    assert title("<i>E. coli</i> in <b>H</b><jats:sub>2</jats:sub>O<sup>+</sup>") == (
        "<i>E. coli</i> in H<sub>2</sub>O<sup>+</sup>"
    )


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("journal-article", ("article-journal", "")),
        ("JournalArticle", ("article-journal", "")),
        ("posted-content", ("article", "Preprint")),
        ("Conference and Workshop Papers", ("paper-conference", "")),
        ("ComputationalNotebook", ("software", "Notebook")),
        ("nothing anybody knows", ("", "")),
        ("", ("", "")),
    ],
)
def test_the_word_of_a_service_for_a_type(word: str, meant: tuple[str, str]) -> None:
    assert type_of(word) == meant


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("http://creativecommons.org/licenses/by-nc-nd/4.0/legalcode", "CC-BY-NC-ND-4.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("https://opensource.org/licenses/MIT", "MIT"),
        ("apache-2.0", "Apache-2.0"),
        ("BSD-3-Clause", "BSD-3-Clause"),
        ("GPL-3.0-or-later", "GPL-3.0-or-later"),
        ("http://www.springer.com/tdm", ""),
        ("NOASSERTION", ""),
    ],
)
def test_a_licence_has_its_spdx_name_or_none(text: str, name: str) -> None:
    assert licence_of(text) == name


@pytest.mark.parametrize(
    ("code", "tag"), [("eng", "en"), ("ger", "de"), ("deu", "de"), ("pt-BR", "pt-BR"), ("und", ""), ("English", "")]
)
def test_a_language_is_a_tag_or_none(code: str, tag: str) -> None:
    assert language_of(code) == tag
