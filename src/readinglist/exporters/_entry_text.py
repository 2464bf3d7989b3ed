"""Parts of an entry as Markdown, which bullets, tables and templates share."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.markdown import escape
from readinglist.model.entry import Entry


def title_of(entry: Entry) -> str:
    """Return what the list calls an entry, on one line."""
    return escape.one_line(entry.shown_title) or entry.id


def shown_as_link(entry: Entry, *, bold: bool = False) -> str:
    """Return what the list calls an entry, as a link where it leads somewhere."""
    title, url = title_of(entry), entry.shown_link
    words = escape.link_text(title) if url else escape.plain_text(title)
    words = f"**{words}**" if bold else words
    return escape.link(words, url) if url else escape.line_start(words)


def people(entry: Entry) -> str:
    """Return all authors as text: `A. Bell, C. Dee and E. Fox et al.`"""
    names = [person.text for person in entry.author]
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) + (" et al." if entry.others else "")


def further_links(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the further links of an entry, each with what it leads to."""
    named = [("code", entry.code), ("PDF", entry.pdf), ("slides", entry.slides), ("video", entry.video)]
    yield from ((name, url) for name, url in named if url and url != entry.shown_link)


def further(entry: Entry) -> str:
    """Return the further links as Markdown, with commas between."""
    return ", ".join(escape.link(name, url) for name, url in further_links(entry))


def box(entry: Entry) -> str:
    """Return the box of a task: what is to be read, and what was."""
    return {"to-read": "[ ]", "read": "[x]"}.get(entry.reading or "", "")
