"""What the rules about names share: who is named where, names folded for comparison, and a name put right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from readinglist.model.catalog import Catalog, Mention
from readinglist.model.edit import Edit, Fix, Remove, SetValue
from readinglist.model.person import Person
from readinglist.model.place import Place
from readinglist.rules._texts import item_place

_WITHOUT_MARKS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})
_JOINTS = re.compile(r"[\s.\-‐‑–'’‘ʼ`]+")

INITIALS = re.compile(r"(?:[^\W\d_]\b\.?[ \-‐]?)+")
"""A given name that consists of initials."""


def people_by_parts(catalog: Catalog) -> Iterator[tuple[Person, str, str]]:
    """Yield everybody who has a family name and a given one, once, with the two."""
    for person in catalog.mentions:
        if person.family and person.given:
            yield person, person.family, person.given


def places(catalog: Catalog, person: Person) -> Iterator[Place]:
    """Yield each place that names a person."""
    for mention in catalog.mentions[person]:
        yield place_of(catalog, mention)


def place_of(catalog: Catalog, mention: Mention) -> Place:
    """Return where a person is named."""
    entry, field, index = mention
    return item_place(catalog, entry.at(field), index)


def corrected(catalog: Catalog, place: Place, **parts: str | None) -> Fix | None:
    """Return the doubtful fix that gives a name other parts; None where the name is not written by its parts."""
    written = catalog.as_written(place)
    if not isinstance(written, Mapping):
        return None
    edits: list[Edit] = []
    for name, value in parts.items():
        field = name.replace("_", "-")
        if value and value != written.get(field):
            edits.append(SetValue(place.at(field), value))
        elif not value and field in written:
            edits.append(Remove(place.at(field)))
    return Fix(tuple(edits), safe=False)


@lru_cache(1 << 16)
def folded(name: str) -> str:
    """Return a name in small letters, without accents, hyphens, dots and blanks."""
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
        plain = plain.translate(_WITHOUT_MARKS)
    return _JOINTS.sub("", plain)
