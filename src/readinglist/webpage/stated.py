"""Fields of a catalog that somebody else read, as clues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.webpage.clue import Clue

_NOT_OF_THE_WORK = frozenset({"id", "custom", "URL", "accessed", "note", "keyword"})


def stated_clues(fields: Mapping[str, Any], where: str, voice: str) -> Iterator[Clue]:
    """Yield what an entry says about the work; its people as names in reading order."""
    for name, value in fields.items():
        if name in ("author", "editor"):
            yield Clue(name, [_name(each) for each in value], f"{where}, {name}", voice)
        elif name not in _NOT_OF_THE_WORK and isinstance(value, str):
            yield Clue(name, value, f"{where}, {name}", voice)


def _name(person: Mapping[str, str]) -> str:
    if "literal" in person:
        return person["literal"]
    family = " ".join(
        filter(None, (person.get("dropping-particle"), person.get("non-dropping-particle"), person["family"]))
    )
    return ", ".join(filter(None, (family, person.get("suffix"), person.get("given"))))
