"""The format `atom`."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pydantic import Field

from readinglist.exporters import exporter
from readinglist.exporters.attribution import line
from readinglist.model.catalog import Catalog
from readinglist.model.dates import Day
from readinglist.model.entry import Entry
from readinglist.model.translation import told
from readinglist.page import annotation
from readinglist.page.feed import moment, name_of, name_of_list, newest_first
from readinglist.page.head import in_site
from readinglist.page.inert import address, text
from readinglist.page.options import Published

_UNKNOWN = Day(1970, 1, 1)


class AtomOptions(Published):
    """What is chosen for the feed."""

    entries: int = Field(50, ge=1, description="How many entries the feed holds, the newest first.")


@exporter(".atom")
def atom(catalog: Catalog, options: AtomOptions) -> str:
    """Write an Atom feed of what came into the list, newest first.

    Atom wants a date for everything: an entry has the day on which it was `added`; where nobody noted
    that, the day on which the work was published.
    """
    return "".join(f"{row}\n" for row in _rows(catalog, options))


def _rows(catalog: Catalog, options: AtomOptions) -> Iterator[str]:
    entries = newest_first(catalog, options.entries)
    title = text(catalog.title or "Reading list")
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{text(catalog.language)}">'
    yield f"<title>{title}</title>"
    if catalog.description:
        yield f"<subtitle>{text(catalog.description)}</subtitle>"
    yield f"<id>{text(name_of_list(catalog, options))}</id>"
    yield f"<updated>{max((moment(_day(entry)) for entry in entries), default=moment(_UNKNOWN))}</updated>"
    yield f"<author><name>{title}</name></author>"
    if options.license:
        yield f"<rights>{text(options.license)}</rights>"
    yield from _links(options)
    for entry in entries:
        yield from _entry(catalog, options, entry)
    yield "</feed>"


def _links(options: AtomOptions) -> Iterator[str]:
    if not options.url:
        return
    yield f'<link rel="alternate" type="text/html" href="{text(options.url)}"/>'
    for file, kind in options.beside.items():
        if kind == "atom":
            yield f'<link rel="self" type="application/atom+xml" href="{text(in_site(options, file))}"/>'


def _entry(catalog: Catalog, options: AtomOptions, entry: Entry) -> Iterator[str]:
    yield "<entry>"
    yield f"<title>{text(entry.shown_title)}</title>"
    yield f"<id>{text(name_of(catalog, options, entry))}</id>"
    yield f"<updated>{moment(_day(entry))}</updated>"
    if entry.added:
        yield f"<published>{moment(entry.added.begin)}</published>"
    if url := address(entry.shown_link):
        yield f'<link rel="alternate" href="{url}"/>'
    yield from (f"<author><name>{text(person.text)}</name></author>" for person in entry.author)
    yield from (f'<category term="{text(name)}"/>' for name in (*entry.area, *entry.tags))
    why = told(entry, catalog.language, catalog.language)
    words = annotation.html(why.text) if why else f"<p>{text(line(entry))}</p>"
    yield f'<content type="html">{escape(words)}</content>'
    yield "</entry>"


def _day(entry: Entry) -> Day:
    date = entry.added or entry.issued or entry.available_date
    return date.begin if date else _UNKNOWN
