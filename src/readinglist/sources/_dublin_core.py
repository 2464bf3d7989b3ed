"""A record in Dublin Core, as every OAI-PMH repository can send it."""

from __future__ import annotations

import re

from readinglist.sources._claims import Claims, Word
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import whole
from readinglist.sources._types import type_of
from readinglist.sources._xml import Tag

_DOI = re.compile(r"(?:doi:|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}/\S+", re.IGNORECASE)


def state(record: Tag, claims: Claims) -> None:
    """Claim what a `dc` element states; of several dates the earliest is that of publication."""
    for each in record.all("type"):
        word = each.text.rpartition("/")[2]
        if type_of(word)[0] not in ("", "document"):
            claims.type(Word(word, each.path))
    claims.text("title", record.first("title"))
    people = (whole(each.text, orcid=each.attribute("id")) for each in record.all("creator"))
    claims.people("author", people, f"{record.path}/creator")
    dates = sorted((each for each in record.all("date") if each.text[:4].isdigit()), key=lambda each: each.text)
    claims.date("issued", *dates)
    claims.text("publisher", record.first("publisher"))
    claims.text("container-title", *record.all("source"), confidence=0.7)
    addresses = [each for each in record.all("identifier") if each.text.startswith("http")]
    claims.text("DOI", *(each for each in record.all("identifier") if _DOI.fullmatch(each.text)))
    claims.text("URL", *(each for each in addresses if not _DOI.fullmatch(each.text)))
    claims.add("language", language_of(record.first("language").text), record.first("language").path)
    for each in record.all("rights"):
        claims.add("license", licence_of(each.text), each.path)
    claims.text("abstract", record.first("description"))
