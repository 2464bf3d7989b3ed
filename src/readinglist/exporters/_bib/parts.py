"""What both dialects derive from an entry in the same way."""

from __future__ import annotations

import re

from readinglist.exporters._bib.spelling import Dialect
from readinglist.model.entry import Entry
from readinglist.model.person import Person

JOURNAL_TYPES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
ENCYCLOPEDIAS = frozenset({"entry", "entry-dictionary", "entry-encyclopedia"})

_DOCUMENTATION = re.compile(r"documentation|manual", re.IGNORECASE)
_MASTER = re.compile(r"master|\bm\.?sc|\bm\.?s\b|diplom|bachelor|\bb\.?sc", re.IGNORECASE)


def is_documentation(entry: Entry) -> bool:
    """Return whether a report is the documentation of something."""
    return bool(entry.genre and _DOCUMENTATION.search(entry.genre))


def is_below_doctorate(entry: Entry) -> bool:
    """Return whether a thesis is a master's or a bachelor's."""
    return bool(entry.genre and _MASTER.search(entry.genre))


def makers(entry: Entry) -> tuple[Person, ...]:
    """Return who made it: its authors; where it has none, the first role that fits what it is."""
    return (
        entry.author
        or entry.director
        or entry.host
        or entry.performer
        or entry.composer
        or entry.series_creator
        or entry.producer
        or entry.compiler
        or entry.curator
        or entry.organizer
        or entry.contributor
    )


def publisher(entry: Entry) -> str | None:
    """Return the body behind a work: its publisher, else the authority that issued it."""
    return entry.publisher or entry.authority


def number(entry: Entry) -> str | None:
    """Return the number of a report, standard or patent."""
    return entry.number or (f"RFC {entry.rfc}" if entry.rfc else None)


def keywords(entry: Entry, dialect: Dialect, joint: str) -> str:
    """Return areas, tags and the publisher's keywords, each once, as one list."""
    given = re.split(r"\s*[,;]\s*", entry.keyword) if entry.keyword else []
    words = dict.fromkeys(word for word in (*entry.area, *entry.tags, *given) if word)
    # A keyword is a name that documents ask for, letter by letter; an underscore does no harm in it.
    return joint.join(dialect.text(word).replace(r"\_", "_") for word in words)


def sentences(*parts: str | None) -> str:
    """Return what there is, as sentences; the last is left as it is, since styles add a full stop."""
    *before, last = [part for part in parts if part] or [""]
    return " ".join([*(part if part[-1] in ".!?" else f"{part}." for part in before), last])
