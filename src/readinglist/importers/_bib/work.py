"""An entry's raw fields into those of a catalog, part by part; what no part takes stays under `custom`."""

from __future__ import annotations

import re
from typing import Any

from readinglist.importers import Fields
from readinglist.importers import _found as said
from readinglist.importers._bib.dates import edtf, year_and_month
from readinglist.importers._bib.identifiers import identifiers, web
from readinglist.importers._bib.kinds import IN_A_BOOK, type_and_genre
from readinglist.importers._bib.names import joined_by_and, read_names
from readinglist.importers._bib.raw import Raw, letter_by_letter
from readinglist.importers._bib.remarks import remarks
from readinglist.importers._bib.titles import titles

Told = list[tuple[str, str]]
"""Rules and messages about one entry."""

_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "bookauthor": "container-author",
}
_KINDS_OF_EDITORS = {
    "compiler": "compiler",
    "director": "director",
    "organizer": "organizer",
    "producer": "producer",
    "illustrator": "illustrator",
    "host": "host",
    "performer": "performer",
    "narrator": "narrator",
}
_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "periodical"})
_NUMBERED_IN_SERIES = frozenset({"book", "chapter", "paper-conference", "entry-encyclopedia"})
_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()
_DASH = re.compile(r"\s*[‐‑‒–—−]+\s*|\s*-{2,}\s*")


def entry_fields(kind: str, key: str | None, raw: Raw) -> tuple[Fields, Told]:
    """Return an entry as a catalog has it, and what there is to say about it."""
    told: Told = []
    fields: dict[str, Any] = {"id": key, **_type(kind.lower(), raw, told)}
    _names(fields, raw, told)
    titles(fields, raw, kind.lower())
    _container(fields, raw)
    _numbers(fields, raw)
    _publisher(fields, raw, kind.lower())
    _dates(fields, raw, told)
    identifiers(fields, raw, told)
    web(fields, raw, told)
    own = remarks(fields, raw)
    left = raw.left()
    if left:
        told.append((said.KEPT_ASIDE, f"kept under `custom`: {', '.join(left)}"))
    custom: dict[str, Any] = fields.pop("custom", {})
    if left or own:
        custom["bibtex"] = own | left
    if raw.again:
        told += [(said.DUPLICATE_FIELD, f"the field '{name}' stands twice; the first one counts") for name in raw.again]
        custom["duplicates"] = raw.again
    if raw.unknown:
        told.append((said.NOT_DECODED, f"left as it stands: {', '.join(dict.fromkeys(raw.unknown))}"))
    return {**fields, **({"custom": custom} if custom else {})}, told


def _type(kind: str, raw: Raw, told: Told) -> dict[str, Any]:
    found = type_and_genre(kind, raw.values)
    if found is None:
        told.append((said.TYPE_UNKNOWN, f"nobody knows the type '@{kind}'; it is read as a document"))
        return {"type": "document", "genre": raw.text("type"), "custom": {"bibtex-type": kind}}
    known, genre = found
    raw.take("type")
    if known in {"article-magazine", "article-newspaper"}:
        raw.take("entrysubtype")
    if known == "article" and not genre:
        genre = "Preprint"
    elif genre and genre.strip("{} ").lower() == known:  # `type = {Standard}` says nothing more
        genre = None
    return {"type": known, "genre": raw.plain(genre) if genre else None}


def _names(fields: dict[str, Any], raw: Raw, told: Told) -> None:
    for name, role in _ROLES.items():
        _role(fields, raw, told, name, role)
    for name in ("editora", "editorb", "editorc"):
        role = _KINDS_OF_EDITORS.get(raw.values.get(f"{name}type", "").strip().lower(), "")
        if role and name in raw:
            raw.take(f"{name}type")
            _role(fields, raw, told, name, role)


def _role(fields: dict[str, Any], raw: Raw, told: Told, name: str, role: str) -> None:
    value = raw.take(name)
    if not value:
        return
    found = read_names(value)
    if found.people:
        fields[role] = found.people
    if found.others and role == "author":
        fields["others"] = "true"
    elif found.others:
        told.append((said.KEPT_ASIDE, f"that the list in '{name}' goes on is not kept"))
    if found.trouble:
        people = "; ".join(_shown(person) for person in found.people[:12])
        told.append((said.NAMES_DIVIDED, f"{name}: {found.trouble}; read as: {people}"))


def _shown(person: dict[str, str]) -> str:
    parts = (person.get(part) for part in ("given", "non-dropping-particle", "family", "literal"))
    return " ".join(part for part in parts if part)


def _container(fields: dict[str, Any], raw: Raw) -> None:
    first = ("booktitle", "journaltitle", "journal") if fields["type"] in IN_A_BOOK else ("journaltitle", "journal")
    title = raw.text(*first, "booktitle")
    under = raw.text("journalsubtitle") if "journalsubtitle" in raw else raw.text("booksubtitle")
    fields["container-title"] = f"{title}: {under}" if title and under else title
    fields["container-title-short"] = raw.text("shortjournal")
    fields["event-title"] = raw.text("eventtitle")
    fields["event-place"] = raw.text("venue")
    if fields["event-title"] == fields["container-title"]:
        fields["container-title"] = None
    fields["collection-title"] = raw.text("series")


def _numbers(fields: dict[str, Any], raw: Raw) -> None:
    fields["volume"] = raw.text("volume")
    fields["page"] = _DASH.sub("-", raw.text("pages"))
    fields["chapter-number"] = raw.text("chapter")
    fields["edition"] = _edition(raw.text("edition"))
    fields["version"] = raw.text("version")
    fields["number-of-pages"] = raw.text("pagetotal")
    fields["number-of-volumes"] = raw.text("volumes")
    if fields["type"] in _JOURNALS:
        fields["issue"] = raw.text("number", "issue")
        fields["number"] = raw.text("eid")
    elif fields["type"] in _NUMBERED_IN_SERIES:
        fields["collection-number"] = raw.text("number")
        fields["number"] = raw.text("eid")
    else:
        fields["number"] = raw.text("number", "eid")
        fields["issue"] = raw.text("issue")


def _edition(text: str) -> str:
    if text in _ORDINALS:
        return str(_ORDINALS.index(text) + 1)
    found = re.fullmatch(r"(\d+)(?:th|st|nd|rd)", text)
    return found[1] if found and int(found[1]) > 10 else text


_BODIES = {
    "thesis": ("school", "institution", "publisher", "organization"),
    "report": ("institution", "organization", "publisher", "school"),
    "standard": ("institution", "organization", "publisher"),
    "manuscript": ("howpublished", "organization", "institution", "publisher"),
    "speech": ("howpublished", "organization", "institution", "publisher"),
}


def _publisher(fields: dict[str, Any], raw: Raw, kind: str) -> None:
    if kind in {"online", "electronic", "www", "webpage"} and "organization" in raw:
        site, *more = joined_by_and(raw.take("organization"))
        if fields["type"] == "webpage" and not fields["container-title"]:
            fields["container-title"] = raw.plain(site)
        else:
            more = [*more, site][:1]
        fields["publisher"] = raw.plain(more[0]) if more else raw.text("publisher", "institution")
    elif fields["type"] in {"manuscript", "speech"} and "\\url" in raw.values.get("howpublished", ""):
        fields["publisher"] = raw.text("organization", "institution", "publisher")
    else:
        usual = ("publisher", "organization", "institution", "school")
        fields["publisher"] = raw.text(*_BODIES.get(fields["type"], usual))
    fields["publisher-place"] = raw.text("address", "location")


_DATES = {
    "accessed": ("urldate", "lastchecked", "lastaccessed"),
    "event-date": ("eventdate",),
    "original-date": ("origdate", "origyear"),
}


def _dates(fields: dict[str, Any], raw: Raw, told: Told) -> None:
    if "date" in raw:
        _date(fields, raw, told, "issued", ("date",))
        if (fields.get("issued") or "").startswith(raw.values.get("year", "-").strip()):
            raw.take("year")
    elif "year" in raw:
        _year(fields, raw, told)
    for name, words in _DATES.items():
        _date(fields, raw, told, name, words)


_PARTS_OF_A_DATE = ("year", "month", "day")
_NOT_YET = frozenset({"in press", "to appear", "forthcoming", "submitted", "accepted"})


def _date(fields: dict[str, Any], raw: Raw, told: Told, name: str, words: tuple[str, ...]) -> None:
    word = next((word for word in words if word in raw), None)
    if word is None:
        return
    text = letter_by_letter(raw.values[word])
    if date := edtf(text):
        fields[name] = date
        raw.take(word)
    elif text:
        told.append(("date-format", f"'{text}' in '{word}' is not a date; kept under `custom`"))


def _year(fields: dict[str, Any], raw: Raw, told: Told) -> None:
    year, month, day = (raw.plain(raw.values.get(name, "")) for name in _PARTS_OF_A_DATE)
    month = raw.values.get("month", "").replace("~", " ") and month
    date, kept = _as_exact_as_can_be(year, month, day)
    if date:
        fields["issued"] = date
        name, part = (*zip(_PARTS_OF_A_DATE, (year, month, day), strict=True), ("", ""))[kept]
        if part.isdecimal():
            told.append(("date-impossible", f"there is no {name} {part}, in '{name}'; look it up, or leave it out"))
    elif year.lower().strip(" .") in _NOT_YET:
        fields["status"], kept = year.lower().strip(" ."), 1
    elif year:
        told.append(("date-format", f"'{year}' is not a year; kept under `custom`"))
    for name in _PARTS_OF_A_DATE[:kept]:
        raw.take(name)


def _as_exact_as_can_be(year: str, month: str, day: str) -> tuple[str | None, int]:
    """Return the date that the fields state, and how many of them make sense together."""
    for kept, parts in ((3, (year, month, day)), (2, (year, month, "")), (1, (year, "", ""))):
        if date := year_and_month(*parts):
            return date, kept
    return None, 0
