"""The format `attribution`."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.parts import makers
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry


@exporter(".txt")
def attribution(catalog: Catalog, options: Options) -> str:
    """Write one line for each entry that names it in running text.

    The line is the one that the entry asks for (`citation: {attribution: ...}`), or is made of who,
    what, where and when: `Austin et al., "How to Scale Your Model", Google DeepMind, online, 2025.`
    """
    return "".join(f"{line(entry)}\n" for entry in catalog)


def line(entry: Entry) -> str:
    """Return the line of one entry, without a line end."""
    wanted = entry.citation.attribution if entry.citation else None
    return " ".join((wanted or f"{', '.join(_parts(entry))}.").split())


def _parts(entry: Entry) -> Iterator[str]:
    if who := _who(entry):
        yield who
    yield f'"{entry.title or entry.shown_title}"'
    if where := entry.container_title or entry.event_title or entry.publisher or entry.authority:
        yield where
    if entry.arxiv and not entry.container_title:
        yield f"arXiv:{entry.arxiv}"
    elif entry.url and not (entry.container_title or entry.doi or entry.isbn):
        yield "online"
    if date := entry.issued or entry.available_date:
        yield f"{date.year}–{date.end.year}" if date.end and date.end.year != date.year else str(date.year)


def _who(entry: Entry) -> str:
    people = [person.family_text for person in makers(entry) or entry.editor]
    if len(people) > 2 or (people and entry.others):
        return f"{people[0]} et al."
    return " and ".join(people)
