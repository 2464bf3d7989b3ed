"""The `citation_…` tags that publishers write for Google Scholar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in

_PREFIXES = ("citation_", "bepress_citation_", "wkhealth_")
_PLAIN = {
    "title": "title", "journal_title": "container-title", "conference_title": "container-title",
    "conference": "container-title", "inbook_title": "container-title", "book_title": "container-title",
    "volume": "volume", "issue": "issue", "publisher": "publisher", "technical_report_institution": "publisher",
    "dissertation_institution": "publisher", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "arxiv_id": "arxiv",
    "pmid": "PMID", "language": "language", "technical_report_number": "number", "abstract": "abstract",
}  # fmt: skip
# The first of these says when it came out; the online date only where no other does.
_DATES = ("publication_date", "cover_date", "date", "year", "online_date")
_TYPES = {
    "journal_title": "article-journal", "conference_title": "paper-conference", "conference": "paper-conference",
    "inbook_title": "chapter", "book_title": "chapter", "dissertation_institution": "thesis",
    "technical_report_institution": "report", "arxiv_id": "article", "isbn": "book",
}  # fmt: skip


@evidence
def highwire(page: Page) -> Iterable[Clue]:
    """What the publisher tells machines that count citations."""
    said = {name: tag for tag in page.metas for name in _names(tag)}
    for name, field in _PLAIN.items():
        if name in said:
            yield _clue(field, page.metas[said[name]][0], said[name])
    for name in _DATES:
        if name in said and (day := day_of(page.metas[said[name]][0])):
            yield _clue("issued", day, said[name])
            break
    yield from _people(page, said)
    yield from _pages(page, said)
    yield from (_clue("type", kind, said[name]) for name, kind in list(_TYPES.items()) if name in said)


def _names(tag: str) -> Iterator[str]:
    yield from (tag.removeprefix(prefix) for prefix in _PREFIXES if tag.startswith(prefix))


def _people(page: Page, said: dict[str, str]) -> Iterator[Clue]:
    for name, field in (("author", "author"), ("authors", "author"), ("editor", "editor")):
        if name in said:
            contents = page.metas[said[name]]
            names = contents if len(contents) > 1 else [each for text in contents for each in names_in(text)]
            yield _clue(field, names, said[name])
            if name == "author":
                return


def _pages(page: Page, said: dict[str, str]) -> Iterator[Clue]:
    ends = [page.metas[said[name]][0] for name in ("firstpage", "lastpage") if name in said]
    if ends and "firstpage" in said:
        yield _clue("page", "-".join(dict.fromkeys(ends)), said["firstpage"])


def _clue(field: str, value: str | list[str], tag: str) -> Clue:
    return Clue(field, value, f"meta[{tag}]", "highwire")
