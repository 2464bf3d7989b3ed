"""Whether two values of a field say the same, and which of two that do says it more fully."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from readinglist.metadata.titles import same_title
from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields


def agree(field: str, ours: Any, theirs: Any) -> bool:
    """Tell whether two values of a field can both be true."""
    if ours == theirs:
        return True
    if field in {"author", "editor"}:
        return [_family(each) for each in people_of(ours)] == [_family(each) for each in people_of(theirs)]
    if field == "title":
        return same_title(str(ours), str(theirs))
    if field == "issued":
        return _same_date(str(ours), str(theirs))
    return _plain(str(ours)) == _plain(str(theirs))


def is_fuller(more: Any, less: Any) -> bool:
    """Tell whether a list of people holds all of another in its order, and more people or more of their names."""
    longer, shorter = people_of(more), people_of(less)
    families = iter(_family(each) for each in longer)
    if not all(_family(each) in families for each in shorter):
        return False
    return len(longer) > len(shorter) or _letters(longer) > _letters(shorter)


def is_surer_date(more: Any, less: Any) -> bool:
    """Tell whether a date is another one with its month or day added."""
    return str(more).startswith(f"{less}-") and bool(re.fullmatch(r"\d{4}(?:-\d\d)?", str(less)))


def people_text(value: Any) -> str:
    """Return people as one text, in reading order."""
    return ", ".join(_name(each) for each in people_of(value))


def people_of(value: Any) -> Sequence[Mapping[str, str]]:
    """Return people by their parts, however they are written; what is no name is left out."""
    each = value if isinstance(value, list | tuple) else [value]
    named = [_parts(name) for name in each]
    return [name for name in named if isinstance(name, Mapping)]


def _parts(name: object) -> object:
    try:
        return person_fields(name)
    except Malformed:
        return None


def _name(person: Mapping[str, str]) -> str:
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return person.get("literal") or " ".join(person[part] for part in parts if person.get(part))


def _family(person: Mapping[str, str]) -> str:
    """Return the last word of a family name or body, folded: particles stand here or there."""
    words = _plain(person.get("family") or person.get("literal") or "").split()
    return words[-1] if words else ""


def _letters(people: Sequence[Mapping[str, str]]) -> int:
    """Return how many letters of given names are stated; a name of one letter counts as none."""
    words = (re.findall(r"\w{2,}", each.get("given", "")) for each in people)
    return sum(len(word) for found in words for word in found)


def _same_date(ours: str, theirs: str) -> bool:
    one, other = ours.rstrip("~?%"), theirs.rstrip("~?%")
    return one.startswith(other) or other.startswith(one)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(re.findall(r"[\w+#./]+", "".join(sign for sign in folded if not unicodedata.combining(sign))))
