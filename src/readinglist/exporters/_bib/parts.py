"""What both dialects derive from an entry in the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping

from readinglist.exporters._bib.record import Record
from readinglist.exporters._bib.spelling import Dialect
from readinglist.model.entry import ATTRIBUTES, Entry
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


# What readers take an entry type for; one that is not here is called the same in a catalog.
_TAKEN_FOR = {
    "article": "article-journal", "bookinbook": "book", "collection": "book", "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "manual": "report",
    "mastersthesis": "thesis", "misc": "document", "online": "webpage", "phdthesis": "thesis", "proceedings": "book",
    "techreport": "report", "unpublished": "manuscript",
}  # fmt: skip


def taken_for(written: Record) -> str:
    """Return the type that readers take a written entry for."""
    kind, fields = written.type, written.fields
    if kind in {"misc", "online"} and (fields.get("pubstate") == "prepublished" or "arXiv" in _archives(fields)):
        return "article"
    if kind == "article" and "entrysubtype" in fields:
        return f"article-{fields['entrysubtype']}"
    if kind == "online" and fields.get("titleaddon") == "Video":
        return "motion_picture"
    if kind == "unpublished" and ("eventtitle" in fields or "eventdate" in fields):
        return "speech"
    return "standard" if kind == "report" and fields.get("type") == "Standard" else _TAKEN_FOR.get(kind, kind)


def _archives(fields: Mapping[str, str]) -> tuple[str | None, ...]:
    return fields.get("archivePrefix"), fields.get("eprinttype")


MAKERS = (
    "author", "director", "host", "performer", "composer", "series-creator", "producer", "compiler", "curator",
    "organizer", "contributor",
)  # fmt: skip
"""The roles that stand where authors stand, in the order in which they are looked for."""

_MAKERS = tuple(ATTRIBUTES[name] for name in MAKERS[1:])


def makers(entry: Entry) -> tuple[Person, ...]:
    """Return who made it: its authors; where it has none, the first role that fits what it is."""
    return entry.author or next((people for role in _MAKERS if (people := getattr(entry, role))), ())


def publisher(entry: Entry) -> str | None:
    """Return the body behind a work: its publisher, else the authority that issued it."""
    return entry.publisher or entry.authority


def number(entry: Entry) -> str | None:
    """Return the number of a report, standard or patent."""
    return entry.number or (f"RFC {entry.rfc}" if entry.rfc else None)


def keywords(entry: Entry, dialect: Dialect, joint: str) -> str:
    """Return areas, tags and the publisher's keywords, each once, as one list."""
    given = filter(None, re.split(r"\s*[,;]\s*", entry.keyword)) if entry.keyword else ()
    words = dict.fromkeys((*entry.area, *entry.tags, *given))
    # A keyword is a name that documents ask for, letter by letter; an underscore does no harm in it.
    return joint.join([dialect.text(word) for word in words]).replace(r"\_", "_")


def sentences(*parts: str | None) -> str:
    """Return what there is, as sentences; the last is left as it is, since styles add a full stop."""
    *before, last = [part for part in parts if part] or [""]
    return " ".join([*(part if part[-1] in ".!?" else f"{part}." for part in before), last])
