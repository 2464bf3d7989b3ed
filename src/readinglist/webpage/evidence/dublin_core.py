"""Dublin Core: `dc.title`, `dcterms.issued` and their kin; dates there are often a year, or of the last change."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in

_DATES = ("date.issued", "issued", "date.created", "created", "date.publication", "date", "date.original")
_PREFIXES = ("dc.", "dcterms.", "dc:", "dcterms:", "dct:")


@evidence
def dublin_core(page: Page) -> Iterable[Clue]:
    """What libraries and archives say in the words of Dublin Core."""
    said = {tag[len(prefix) :]: tag for prefix in reversed(_PREFIXES) for tag in page.metas if tag.startswith(prefix)}
    for name, field in (("title", "title"), ("publisher", "publisher"), ("language", "language")):
        if name in said:
            yield _clue(field, page.metas[said[name]][0], said[name])
    for name in ("creator", "contributor.author", "creator.personalname"):
        if name in said:
            names = [each for content in page.metas[said[name]] for each in names_in(content)]
            yield _clue("author", names, said[name])
    for name in _DATES:
        if name in said and (day := day_of(page.metas[said[name]][0])):
            yield _clue("issued", day, said[name])
            break
    for content in page.metas[said["identifier"]] if "identifier" in said else ():
        yield _clue("DOI", content, said["identifier"])


def _clue(field: str, value: str | list[str], tag: str) -> Clue:
    return Clue(field, value, f"meta[{tag}]", "dublin-core")
