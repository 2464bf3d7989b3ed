"""Entries in the terms of BibLaTeX's data model: its types, and the fields that each type has."""

from __future__ import annotations

from collections.abc import Callable

from readinglist.exporters._bib.parts import ENCYCLOPEDIAS, JOURNAL_TYPES, is_documentation, number, publisher
from readinglist.model.entry import Entry

ON_THE_WEB = frozenset({"article", "broadcast", "motion_picture", "post", "post-weblog", "webpage"})


def modern_type(entry: Entry) -> str:
    """Return the entry type whose mandatory fields the entry has, or `misc`."""
    found = _TYPES.get(entry.type, "misc")
    return found if isinstance(found, str) else found(entry)


def _online(entry: Entry) -> str:
    return "online" if entry.url or entry.doi or entry.arxiv or entry.openreview or entry.hal or entry.pmid else "misc"


def _book(entry: Entry) -> str:
    if entry.event_title or entry.event_place or entry.event_date:
        return "proceedings"
    if entry.author and entry.container_title:
        return "bookinbook"
    return "collection" if entry.editor and not entry.author else "book"


def _report(entry: Entry) -> str:
    return "manual" if is_documentation(entry) else _issued_by_somebody(entry)


def _issued_by_somebody(entry: Entry) -> str:
    return "report" if publisher(entry) else "misc"


def _encyclopedia(entry: Entry) -> str:
    return "inreference" if entry.editor and entry.container_title else _online(entry)


_TYPES: dict[str, str | Callable[[Entry], str]] = {
    **dict.fromkeys(JOURNAL_TYPES, "article"),
    **dict.fromkeys(ON_THE_WEB, _online),
    **dict.fromkeys(ENCYCLOPEDIAS, _encyclopedia),
    "paper-conference": "inproceedings",
    "chapter": lambda entry: "incollection" if entry.editor and not entry.container_author else "inbook",
    "book": _book,
    "report": _report,
    "standard": _issued_by_somebody,
    "thesis": lambda entry: "thesis" if publisher(entry) else "misc",
    "manuscript": "unpublished",
    "speech": "unpublished",
    "software": "software",
    "dataset": "dataset",
    "patent": lambda entry: "patent" if number(entry) and entry.author else "misc",
    "periodical": lambda entry: "periodical" if entry.editor else "misc",
}

_EVERYWHERE = (
    "abstract annotation date doi entrysubtype eprint eprintclass eprinttype ids keywords langid note origdate pubstate"
    " shortjournal shorttitle title titleaddon url urldate"
)
_IN_A_BOOK = (
    "author booktitle chapter edition editor eid isbn language location number pages publisher series translator volume"
    " volumes"
)
_AS_A_BOOK = (
    "chapter edition editor eid isbn language location number pagetotal publisher series translator volume volumes"
)
_AT_AN_EVENT = "eventdate eventtitle venue"
_MADE = "author editor language organization version"
_FIELDS = {
    "article": "author editor eid issn issue journaltitle language number pages series translator version volume",
    "book": f"author {_AS_A_BOOK}",
    "bookinbook": f"bookauthor {_IN_A_BOOK}",
    "collection": _AS_A_BOOK,
    "dataset": f"{_MADE} edition location number publisher series type",
    "inbook": f"bookauthor {_IN_A_BOOK}",
    "incollection": _IN_A_BOOK,
    "inreference": _IN_A_BOOK,
    "inproceedings": "author booktitle chapter editor eid isbn language location number organization pages publisher"
    f" series volume volumes {_AT_AN_EVENT}",
    "manual": f"{_MADE} chapter edition eid isbn location number pages pagetotal publisher series type",
    "misc": f"{_MADE} howpublished location type",
    "online": _MADE,
    "patent": "author location number type version",
    "periodical": "editor issn issue language number series volume",
    "proceedings": "chapter editor eid isbn language location number organization pagetotal publisher series volume"
    f" volumes {_AT_AN_EVENT}",
    "report": "author chapter eid institution language location number pages pagetotal type version",
    "software": f"{_MADE} howpublished location type",
    "thesis": "author chapter eid institution language location pages pagetotal type",
    "unpublished": f"author howpublished language location type {_AT_AN_EVENT}",
}
FIELDS: dict[str, frozenset[str]] = {kind: frozenset(f"{_EVERYWHERE} {own}".split()) for kind, own in _FIELDS.items()}
"""The fields that BibLaTeX's data model has for each type."""
