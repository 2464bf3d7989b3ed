"""The tags of publishers and repositories: PRISM and EPrints."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.page import Page

_PLAIN = {
    "prism.publicationname": "container-title", "eprints.publication": "container-title",
    "prism.volume": "volume", "eprints.volume": "volume", "prism.number": "issue", "eprints.number": "issue",
    "prism.doi": "DOI", "prism.issn": "ISSN", "eprints.issn": "ISSN", "prism.eissn": "ISSN", "prism.isbn": "ISBN",
    "eprints.isbn": "ISBN", "eprints.title": "title", "eprints.publisher": "publisher", "eprints.pagerange": "page",
    "eprints.id_number": "DOI", "eprints.abstract": "abstract",
}  # fmt: skip


@evidence
def prism(page: Page) -> Iterable[Clue]:
    """What publishers say in the words of PRISM, and repositories in those of EPrints."""
    for tag, field in _PLAIN.items():
        for _, content in list(page.meta(tag, tag.replace(".", ":")))[:1]:
            yield _clue(field, content, tag)
    for tag, content in list(page.meta("prism.publicationdate", "eprints.date", "prism.coverdate"))[:1]:
        yield _clue("issued", day_of(content), tag)
    yield _clue("author", [content for _, content in page.meta("eprints.creators_name")], "eprints.creators_name")


def _clue(field: str, value: str | list[str] | None, tag: str) -> Clue:
    return Clue(field, value, f"meta[{tag}]", "prism")
