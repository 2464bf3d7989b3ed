"""Hayagriva, CFF and COinS: what an entry becomes, and that the file can be read."""

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readinglist.exporters import find_exporter
from tests.exporters.made import catalog_of
from tests.exporters.test_golden import every_kind

hayagriva, cff, coins = map(find_exporter, ("hayagriva", "cff", "coins"))


def one_hayagriva(**fields: object) -> dict[str, object]:
    found: dict[str, dict[str, object]] = yaml.load(hayagriva(catalog_of(fields)), yaml.BaseLoader)
    return {key: value for key, value in found["x"].items() if key != "type"}


def one_cff(**fields: object) -> dict[str, object]:
    (reference,) = yaml.safe_load(cff(catalog_of({"title": "On", **fields})))["references"]
    return {key: value for key, value in reference.items() if key not in {"type", "title"}}


def one_coins(**fields: object) -> dict[str, str]:
    (title,) = re.findall('title="([^"]*)"', coins(catalog_of(fields)))
    return dict(parse_qsl(unescape(title)))


def test_hayagriva_keeps_capitals_in_braces_and_braces_verbatim() -> None:
    assert one_hayagriva(title="Kernels for GPUs") == {"title": "Kernels for {GPUs}"}
    assert one_hayagriva(title="A {b} for $5") == {"title": {"value": {"value": "A {b} for $5", "verbatim": "true"}}}


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ({"family": "Kwon", "given": "Woosuk"}, "Kwon, Woosuk"),
        ({"literal": "vLLM contributors"}, {"name": "vLLM contributors"}),
        ({"family": "Della Porta", "given": "D."}, "Della Porta, D."),
        ({"family": "de Souza", "given": "D."}, {"name": "de Souza", "given-name": "D."}),
        (
            {"family": "Maaten", "given": "L.", "non-dropping-particle": "van der"},
            {"name": "Maaten", "given-name": "L.", "prefix": "van der"},
        ),
    ],
)
def test_hayagriva_takes_no_name_apart_that_is_one(person: object, expected: object) -> None:
    assert one_hayagriva(author=[person]) == {"author": [expected]}


def test_hayagriva_has_the_journal_as_the_parent_of_the_paper() -> None:
    fields = {"type": "article-journal", "container-title": "CACM", "volume": "63", "ISSN": "0001-0782", "page": "1–2"}
    assert one_hayagriva(**fields) == {
        "parent": {"type": "periodical", "title": "CACM", "volume": "63", "serial-number": {"issn": "0001-0782"}},
        "page-range": "1-2",
    }


def test_hayagriva_keeps_a_preprint_without_a_parent() -> None:
    fields = {"type": "article", "arxiv": "2211.05102", "container-title": "arXiv"}
    assert one_hayagriva(**fields) == {"publisher": "arXiv", "serial-number": {"arxiv": "2211.05102"}}


def test_a_reference_of_cff_has_an_author_in_any_case() -> None:
    assert one_cff() == {"authors": [{"alias": "anonymous"}]}
    assert one_cff(publisher="ACM") == {"authors": [{"name": "ACM"}], "publisher": {"name": "ACM"}}


def test_cff_has_numbers_where_it_wants_numbers_and_text_where_it_wants_text() -> None:
    fields = {"author": [{"literal": "A"}], "volume": "63", "issue": "7", "page": "1-2", "edition": "2"}
    assert one_cff(**fields, issued="2020-07-01") == {
        "authors": [{"name": "A"}],
        "volume": 63,
        "issue": "7",
        "start": 1,
        "end": 2,
        "edition": "2",
        "year": 2020,
        "month": 7,
        "date-published": "2020-07-01",
    }


def test_cff_says_who_made_the_list() -> None:
    made = yaml.safe_load(cff(catalog_of(), {"title": "A list", "authors": ("Jane Doe",)}))
    assert (made["title"], made["authors"], "references" in made) == ("A list", [{"name": "Jane Doe"}], False)


def test_cff_names_nobody_twice() -> None:
    twice = [{"family": "A", "given": "B"}] * 2
    assert one_cff(author=twice) == {"authors": [{"family-names": "A", "given-names": "B"}]}


def test_coins_of_a_paper() -> None:
    fields = {"type": "article-journal", "title": "A & B", "DOI": "10.1000/1", "issued": "2020-07", "page": "1-2"}
    assert one_coins(**fields, author=[{"family": "Kwon", "given": "W."}]) == {
        "ctx_ver": "Z39.88-2004",
        "rfr_id": "info:sid/readinglist",
        "rft_id": "https://doi.org/10.1000/1",
        "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
        "rft.title": "A & B",
        "rft.creator": "Kwon, W.",
        "rft.date": "2020-07",
        "rft.pages": "1-2",
        "rft.type": "journalArticle",
    }


def test_coins_stand_one_a_line() -> None:
    lines = coins(every_kind()).splitlines()
    assert len(lines) == len(every_kind())
    assert all(re.fullmatch('<span class="Z3988" title="[^"<>]*"></span>', line) for line in lines)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_text_breaks_a_file(text: str) -> None:
    fields = {"title": text, "note": text, "publisher": text, "author": [{"literal": text}], "container-title": text}
    made = catalog_of({**fields, "type": "article-journal"}, {"id": "after"})
    assert yaml.load(hayagriva(made), yaml.BaseLoader)["x"]["author"] == [{"name": text}]
    assert yaml.safe_load(cff(made))["references"][0]["title"] == text
    assert re.fullmatch('(<span class="Z3988" title="[^"<>]*"></span>\n){2}', coins(made))
