"""A service's answer that is one BibTeX entry."""

from __future__ import annotations

import re

from readinglist.importers.bibtex import bibtex
from readinglist.metadata.outcome import Outcome, Unreadable
from readinglist.sources import _imported
from readinglist.sources._answers import failure_of, is_html, text_of
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._names import whole
from readinglist.web.messages import Answer

_NUMBER = re.compile(r"\d{4}")


def read(answer: Answer, source: str, key: str = "") -> Outcome:
    """Return what the first entry says, which has a key if the service gives keys that mean something."""
    if failure := failure_of(answer):
        return failure
    if is_html(answer):
        return Unreadable("a page for people instead of BibTeX")
    found = bibtex(text_of(answer))
    entries = [each.fields for each in found.entries]
    if not entries:
        return Unreadable("there is no BibTeX entry in it")
    fields = entries[0]
    if key and (other := mismatch(key, [str(fields.get("id", ""))])):
        return other
    claims = Claims(source)
    _imported.state({**fields, "author": _people(fields.get("author"))}, "bibtex", claims)
    return claims.known()


def _people(people: object) -> object:
    """Return people without the numbers by which DBLP tells people of one name apart."""
    if not isinstance(people, list):
        return people
    numbered = [each.get("given", "") if _NUMBER.fullmatch(each.get("family", "")) else "" for each in people]
    return [whole(name) if name else each for name, each in zip(numbered, people, strict=True)]
