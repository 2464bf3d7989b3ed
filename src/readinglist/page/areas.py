"""The areas of the page: what stands above their entries, and the table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.sections import Section, in_reading_order, known_areas, start_of
from readinglist.page import inert
from readinglist.page.words import Words


def own_entries(catalog: Catalog, section: Section) -> tuple[Entry, ...]:
    """Return the entries that stand in a section, in reading order: each stands in the first of its areas."""
    first = (entry for entry in section.entries if (known_areas(catalog, entry) or (None,))[0] == section.name)
    return in_reading_order(tuple(first))


def anchor(section: Section) -> str:
    """Return the id of a section; it begins as no entry's can."""
    return f"_area-{'-'.join((section.name or '').split())}"


def title(catalog: Catalog, section: Section, words: Words) -> str:
    """Return what a section is called."""
    return catalog.areas[section.name].title if section.name is not None else words("other")


def contents(catalog: Catalog, sections: Sequence[Section], words: Words) -> str:
    """Return links to the areas, with how many entries each has; nothing where there is but one."""
    if len(sections) < 2:
        return ""
    rows = (
        f'<li><a href="#{inert.text(anchor(section))}">{inert.text(title(catalog, section, words))}</a> '
        f'<span class="n">{len(section.entries)}</span></li>'
        for section in sections
    )
    return f'<nav aria-label="{words("areas")}"><ul>{"".join(rows)}</ul></nav>'


def head(catalog: Catalog, section: Section, words: Words) -> str:
    """Return what stands above the entries of an area: its heading, what it is about, and where to start."""
    level = min(section.depth + 2, 6)
    key = inert.text(anchor(section))
    name = f"<bdi>{inert.text(title(catalog, section, words))}</bdi>"
    counted = f'<span class="n">{" · ".join(_counted(section.entries, words))}</span>'
    shown = f'<h{level} id="{key}">{name} {counted}</h{level}>\n'
    about = catalog.areas[section.name].description if section.name is not None else None
    shown += f"<p><bdi>{inert.text(about)}</bdi></p>\n" if about else ""
    return shown + _start(catalog, section, words)


def _counted(entries: Sequence[Entry], words: Words) -> Iterator[str]:
    yield str(len(entries))
    timed = [entry.minutes for entry in entries if entry.minutes]
    if timed:
        yield words.time(sum(timed))
    if timed and len(timed) < len(entries):
        yield words("untimed", n=len(entries) - len(timed))


def _start(catalog: Catalog, section: Section, words: Words) -> str:
    """Return where to start, unless that is what comes next anyway."""
    first = start_of(section.entries)
    if first is None or own_entries(catalog, section)[:1] == (first,):
        return ""
    link = f'<a href="#{inert.text(first.id)}"><bdi>{inert.text(first.shown_title)}</bdi></a>'
    return f'<p class="note">{words("start")}: {link}</p>\n'


def elsewhere(entries: Iterable[Entry], own: Iterable[Entry], words: Words) -> str:
    """Return links to the entries of an area that stand in another."""
    here = {entry.id for entry in own}
    links = [
        f'<a href="#{inert.text(entry.id)}"><bdi>{inert.text(entry.shown_title)}</bdi></a>'
        for entry in entries
        if entry.id not in here
    ]
    return f'<p class="note">{words("see-also")} {" · ".join(links)}</p>\n' if links else ""
