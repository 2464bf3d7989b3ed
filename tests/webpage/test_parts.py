"""The small parts that reading a page is made of."""

from __future__ import annotations

import pytest

from readinglist.webpage.days import day_of
from readinglist.webpage.decoding import decode
from readinglist.webpage.json_text import parse_json
from readinglist.webpage.nobody import is_person
from readinglist.webpage.own_address import own_address, site_of
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in, people
from readinglist.webpage.small_yaml import parse_small_yaml
from readinglist.webpage.texts import plain
from readinglist.webpage.titles import numbered, without_site


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-06-18T08:00:00+02:00", "2025-06-18"),
        ("2025-06-18 08:00:00 UTC", "2025-06-18"),
        ("20250618", "2025-06-18"),
        ("2025-06", "2025-06"),
        ("2025/6", "2025-06"),
        ("2025", "2025"),
        ("2025/6/8", "2025-06-08"),
        ("June 18, 2025", "2025-06-18"),
        ("Jun. 18th, 2025", "2025-06-18"),
        ("18 June 2025", "2025-06-18"),
        ("18. Juni 2025", "2025-06-18"),
        ("le 18 février 2025 à 10h", "2025-02-18"),
        ("18 de febrero de 2025", "2025-02-18"),
        ("18.06.2025", "2025-06-18"),
        ("18/06/2025", "2025-06-18"),
        ("06/18/2025", "2025-06-18"),
        ("06/07/2025", "2025"),  # nobody knows which is the month
        ("2025年6月18日", "2025-06-18"),
        ("Wed, 18 Jun 2025 08:00:00 GMT", "2025-06-18"),
        ("Wed Jun 18 08:00:00 EDT 2025", "2025-06-18"),
        ("29-May-2001", "2001-05-29"),
        ("June 2025", "2025-06"),
        ("2025-02-30", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_a_day_is_what_is_written_and_no_more(text: str, day: str | None) -> None:
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Woosuk Kwon", ["Woosuk Kwon"]),
        ("By Woosuk Kwon and Zhuohan Li", ["Woosuk Kwon", "Zhuohan Li"]),
        ("Woosuk Kwon, Zhuohan Li & Ying Sheng", ["Woosuk Kwon", "Zhuohan Li", "Ying Sheng"]),
        ("Kwon, Woosuk; Li, Zhuohan", ["Kwon, Woosuk", "Li, Zhuohan"]),
        ("Von Roland Brockmann und Sebastian Drescher", ["Roland Brockmann", "Sebastian Drescher"]),
        ("Perry Bacon, Jr.", ["Perry Bacon, Jr"]),
        ("Tom Watkins, CNN", ["Tom Watkins"]),
        ("David Goodger <goodger at python.org>", ["David Goodger"]),
        ("Joseph Cox | March 1, 2024", ["Joseph Cox"]),
        ("文：谢若含", ["谢若含"]),
        ("Byron Lee", ["Byron Lee"]),
        ("Posted by Ann Lee and Bo Chen, Software Engineers, Example Research", ["Ann Lee", "Bo Chen"]),
        ("Lee, Ann, Professor", ["Lee, Ann"]),
        ("Written by Ann Lee Edited by Bo Chen", ["Ann Lee"]),
        ("Ann Lee (avec Bo Chen et Cy Doe)", ["Ann Lee"]),
        ("Ann Lee1, Bo Chen∗†", ["Ann Lee", "Bo Chen"]),
        ("Photograph by Ann Lee, Example Pictures", []),
        ("Veröffentlicht von HansG", ["HansG"]),
        ("Di Wu", ["Di Wu"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("", []),
    ],
)
def test_a_byline_is_its_names(byline: str, names: list[str]) -> None:
    assert names_in(byline) == names


def test_names_become_people_once_and_in_small_letters() -> None:
    assert people(["KEVIN SACK", "Sack, Kevin", "Guido van Rossum", "谢若含", "R.C. BAKER", "The JAX authors"]) == [
        {"family": "Sack", "given": "Kevin"},
        {"family": "Rossum", "given": "Guido", "non-dropping-particle": "van"},
        {"literal": "谢若含"},
        {"family": "Baker", "given": "R.C."},
        {"literal": "The JAX authors"},
    ]


@pytest.mark.parametrize(
    "name",
    [
        "", "admin", "Editorial Team", "AOL Staff", "https://www.example.org/me", "me@example.org", "@woosuk",
        "Redaktion", "Reuters", "The New York Times", "Read more", "See full bio", "Posted in 2024", "example.com",
        "x" * 80, "a b c d e f g", "Example University", "notes",
    ],
)  # fmt: skip
def test_what_is_no_name_is_nobody(name: str) -> None:
    assert not is_person(name, known={"notes"})


@pytest.mark.parametrize(
    "name", ["Woosuk Kwon", "谢若含", "gnaddrig", "Michael Mäser", "T.C. Sottek", "Martín Kulldorff"]
)
def test_names_are_somebody(name: str) -> None:
    assert is_person(name, known={"notes"})


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("On memory | Notes", "On memory"),
        ("Notes: On memory", "On memory"),
        ("On memory - Part 1 - Notes", "On memory - Part 1"),
        ("On memory - Part 1", "On memory - Part 1"),
        ("On memory — notes.example.org", "On memory"),
        ("On memory | Systems | Notes | A site", "On memory | Systems"),
        ("Notes", "Notes"),
        ("Self-attention", "Self-attention"),
    ],
)
def test_a_title_loses_the_name_of_its_site_and_nothing_else(title: str, kept: str) -> None:
    assert without_site(title, {"notes", "notesexampleorg"}) == kept


def test_where_the_heading_stands_in_a_title_it_is_the_title() -> None:
    assert without_site("Blog » On memory » 2024", set(), "onmemory") == "On memory"


def test_a_number_is_cut_off_only_where_the_address_has_it_too() -> None:
    assert numbered("PEP 257 – Docstring Conventions", "pep-0257/") == ("PEP 257", "Docstring Conventions")
    assert numbered("RFC 9110: HTTP Semantics", "rfc/rfc9110") == ("RFC 9110", "HTTP Semantics")
    assert numbered("CS336: Language Modeling", "spring2025/") is None


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Grüße".encode("latin-1"), "text/html; charset=iso-8859-1", "Grüße"),
        ("Grüße".encode(), "text/html", "Grüße"),
        ("Grüße".encode("utf-16"), "text/html", "Grüße"),
        (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", "text/html; charset=latin-1", "Grüße"),
        ('<meta charset="shift_jis">日本'.encode("cp932"), "", '<meta charset="shift_jis">日本'),
        ("“Grüße”".encode("cp1252"), "", "“Grüße”"),
        (b"Gr\xc3\xbc\xff", "text/html; charset=utf-8", "Grü\ufffd"),
        (b"a\x00b", "text/html; charset=no-such", "ab"),
        (b"a", "text/html; charset=hex", "a"),
    ],
)
def test_bytes_become_the_text_that_was_meant(body: bytes, content_type: str, text: str) -> None:
    assert decode(body, {"content-type": content_type}) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('{"a": "x\ny",}', {"a": "x\ny"}),
        ('/* b */ {"a": "/* c */"} // d', {"a": "/* c */"}),
        ('<!-- {"a": [1, 2,]} -->', {"a": [1, 2]}),
        ('<![CDATA[{"a": 1}]]>;', {"a": 1}),
        ('{"a": "', None),
        ("[" * 100_000, None),
        ("/*" * 100_000, None),
        ('"\\' * 100_000, None),
        ("9" * 10_000, None),
    ],
)
def test_json_is_mended_or_none(text: str, value: object) -> None:
    assert parse_json(text) == value


def test_a_little_yaml_is_enough_for_front_matter() -> None:
    text = (
        "title: 'A: B'\n# note\nauthors:\n- Woosuk Kwon: https://example.org\n- Zhuohan Li\n\ndate: 2024-03-01\n- stray"
    )

    assert parse_small_yaml(text) == {
        "title": "A: B", "authors": ["Woosuk Kwon", "Zhuohan Li"], "date": "2024-03-01",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("found", "stated", "own"),
    [
        ("https://kipp.example/blog/on-memory/", "https://kipp.example", "https://kipp.example/blog/on-memory/"),
        ("https://x.example/a?utm_source=y", "", "https://x.example/a"),
        ("http://www.x.example/a", "https://x.example/a", "https://x.example/a"),
        ("https://x.example/a", "/b", "https://x.example/b"),
        ("https://x.example/a", "https://y.example/a", "https://x.example/a"),
        ("https://a.github.io/x/p", "https://b.github.io/x/p", "https://a.github.io/x/p"),
        ("https://x.example/a", "javascript:alert(1)", "https://x.example/a"),
        ("https://x.example/a", "http://[", "https://x.example/a"),
        (
            "https://web.archive.org/web/2016/https://x.example/a",
            "",
            "https://x.example/a",
        ),
    ],
)
def test_a_page_may_name_its_own_address_but_no_other(found: str, stated: str, own: str) -> None:
    assert own_address(Page(f'<link rel="canonical" href="{stated}">' if stated else "", found))[0] == own


def test_a_site_is_what_somebody_registered() -> None:
    hosts = ("www.bbc.co.uk", "news.bbc.co.uk", "cs336.stanford.edu", "a.github.io", "example.org")

    assert [site_of(f"https://{host}/") for host in hosts] == [
        "bbc.co.uk", "bbc.co.uk", "stanford.edu", "a.github.io", "example.org",
    ]  # fmt: skip


def test_all_white_space_is_one_space_and_so_is_a_control() -> None:
    assert plain("a\n\tb\x1c\x85\u2028c\x00\x1b\x7f\ufffdd\u00a0e") == "a b c d e"


def test_a_space_that_does_not_break_stays_beside_figures_and_quotation_marks() -> None:
    assert plain("\u00a0a\u00a0b, 5\u00a0km, «\u202fa\u202f», p\u00a05") == "a b, 5 km, « a », p 5"


def test_letters_are_composed_but_for_the_variants_of_chinese_signs() -> None:
    assert plain("e\u0301 \ufb01 x\u00ady \uf900e\u0301") == "é fi xy \uf900é"


def test_text_comes_without_tags_entities_and_controls() -> None:
    assert plain("A&amp;amp;B <i>x</i> &lt;tag&gt;\x1b[31m\u202e y\n z") == "A&B x <tag> [31m y z"
