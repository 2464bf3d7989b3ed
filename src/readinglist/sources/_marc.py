"""A book as a library's MARC 21 record in XML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.sources._claims import Claims, Word
from readinglist.sources._dates import date_of
from readinglist.sources._languages import language_of
from readinglist.sources._names import Name, body, whole
from readinglist.sources._xml import Tag

_WRITES = re.compile(r"aut|author|verfasser\w*|cre|creator|auteur", re.IGNORECASE)
_EDITS = re.compile(r"edt|editor|hrsg|hg|herausgeber\w*|éditeur\w*|ed", re.IGNORECASE)
_KINDS = {
    "a": "book",
    "t": "manuscript",
    "e": "map",
    "g": "motion_picture",
    "m": "software",
    "c": "musical_score",
    "j": "song",
}


def state(record: Tag, claims: Claims) -> None:
    """Claim what a `record` states, without the punctuation that libraries put between parts."""
    kind = _KINDS.get(record.first("leader").text[6:7] if record.first("leader") else "a", "book")
    claims.add("type", "periodical" if record.first("leader").text[7:8] == "s" else kind, f"{record.path}/leader")
    _title(record, claims)
    _people(record, claims)
    for tag in ("260", "264"):
        claims.text("publisher-place", *_words(record, tag, "a"))
        claims.text("publisher", *_words(record, tag, "b"))
        claims.date("issued", *_words(record, tag, "c"))
    for each in record.where("controlfield", "tag", "008"):
        claims.add("issued", date_of(each.element.text[7:11]) if len(each.element.text or "") > 11 else None, each.path)
        claims.add("language", language_of((each.element.text or "")[35:38]), each.path)
    _identifiers(record, claims)
    claims.text("edition", *_words(record, "250", "a"))
    claims.text("collection-title", *_words(record, "490", "a"))
    claims.text("container-title", *_words(record, "773", "t"))
    claims.text("URL", *_words(record, "856", "u"))
    claims.add(
        "language",
        next((found for word in _words(record, "041", "a") if (found := language_of(word.text))), ""),
        "041$a",
    )
    claims.text("abstract", *_words(record, "520", "a"))


def _identifiers(record: Tag, claims: Claims) -> None:
    for field, tag in (("ISBN", "020"), ("ISSN", "022")):
        claims.text(field, *(Word(word.text.partition(" ")[0], word.path) for word in _words(record, tag, "a")))
    for each in record.where("datafield", "tag", "024"):
        if any(mark.text == "doi" for mark in each.where("subfield", "code", "2")):
            claims.text("DOI", *each.where("subfield", "code", "a"))


def isbns(record: Tag) -> Iterator[str]:
    """Yield the ISBNs of a record, without what is said about its binding."""
    return (word.text.partition(" ")[0] for word in _words(record, "020", "a"))


def _words(record: Tag, tag: str, code: str) -> Iterator[Word]:
    for field in record.where("datafield", "tag", tag):
        for each in field.where("subfield", "code", code):
            yield Word(re.sub(r"\s*[/:;,=]$|(?<=\w{3})\.$", "", each.text).strip(" []"), f"{tag}${code}")


def _title(record: Tag, claims: Claims) -> None:
    main, more = next(_words(record, "245", "a"), None), next(_words(record, "245", "b"), None)
    if main:
        parts = [word.text.rstrip(".") for code in "np" for word in _words(record, "245", code)]
        text = ". ".join(filter(None, [main.text, ": ".join(parts)]))
        claims.add("title", f"{text}: {more.text}" if more else text, main.path)


def _people(record: Tag, claims: Claims) -> None:
    by_field: dict[str, list[Name]] = {}
    for tag in ("100", "110", "700", "710", "720"):
        for each in record.where("datafield", "tag", tag):
            roles = [mark.text.strip(" .()") for code in "4e" for mark in each.where("subfield", "code", code)]
            if field := _field(tag, roles):
                by_field.setdefault(field, []).append(_name(tag, each))
    for field, people in by_field.items():
        claims.people(field, people, "1xx, 7xx")


def _field(tag: str, roles: list[str]) -> str:
    if any(map(_EDITS.fullmatch, roles)):
        return "editor"
    if any(map(_WRITES.fullmatch, roles)):
        return "author"
    return "author" if tag in ("100", "110") or (not roles and tag in ("700", "720")) else ""


def _name(tag: str, each: Tag) -> Name:
    text = next((mark.text for mark in each.where("subfield", "code", "a")), "").strip(" ,.:")
    if tag in ("110", "710") or any(mark.text == "Organizational" for mark in each.where("subfield", "code", "7")):
        return body(text)
    return whole(text)
