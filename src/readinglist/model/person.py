"""People and bodies: who wrote, edited, translated; one name as a map, as BibTeX text, or as a body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from readinglist.model.malformed import Malformed

PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix", "comma-suffix", "literal", "ORCID")


def _alias(name: str) -> str:
    return "ORCID" if name == "orcid" else name.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True, config=ConfigDict(extra="forbid", alias_generator=_alias))
class Person:
    """A person by parts, or a body (or a person of one name) as `literal`."""

    family: str | None = None
    """The family name, without particle: `Maaten`."""
    given: str | None = None
    """Given names or initials: `Laurens`."""
    non_dropping_particle: str | None = None
    """A particle that stays with the family name: `van der`."""
    dropping_particle: str | None = None
    """A particle that goes when only the family name is shown: `van` of Beethoven."""
    suffix: str | None = None
    """What follows the name: `Jr.`, `III`."""
    comma_suffix: bool | None = None
    """Whether a comma stands before the suffix."""
    literal: str | None = None
    """A body or a person of one name, never taken apart: `DeepSeek-AI`."""
    orcid: str | None = field(default=None)
    """The person's ORCID iD."""

    def __post_init__(self) -> None:
        if bool(self.literal) == bool(self.family):
            raise Malformed("name-unparsable", "a name is a family name or, for a body, a literal; give one of the two")

    @property
    def family_text(self) -> str:
        """The family name as shown alone, with the particle that stays; a body's whole name."""
        if self.literal:
            return self.literal
        return " ".join(part for part in (self.non_dropping_particle, self.family) if part)

    @property
    def text(self) -> str:
        """The whole name in reading order."""
        if self.literal:
            return self.literal
        parts = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix)
        return " ".join(part for part in parts if part)


def person_fields(name: object) -> object:
    """Return the map of parts for a name in any accepted spelling; other data comes back as it is."""
    if isinstance(name, str):
        return _from_text(name)
    if isinstance(name, Mapping) and len(name) == 1:
        (only, nothing), *_ = name.items()
        if nothing is None and only not in PARTS:  # `- {Google DeepMind}` is a map to YAML
            return {"literal": only}
    return name


Name = Annotated[
    Person,
    BeforeValidator(person_fields),
    Field(examples=[{"family": "Kwon", "given": "Woosuk"}, {"literal": "DeepSeek-AI"}, "Kwon, Woosuk"]),
]


def split_names(text: str) -> list[str]:
    """Return the names that stand in one text, joined by `and` outside braces."""
    return _split(" ".join(text.split()), re.compile(" and "))


def _from_text(text: str) -> dict[str, str]:
    text = " ".join(text.split())
    if text.startswith("{") and text.endswith("}") and text[1:-1].strip():
        return {"literal": text[1:-1].strip()}
    if text.count("{") != text.count("}"):
        raise Malformed("name-unparsable", f"the braces of the name '{text}' do not match; close each that is opened")
    parts = [part.strip() for part in _split(text, re.compile(","))]
    if not text or len(parts) > 3 or not all(parts):
        raise Malformed("name-unparsable", f"'{text}' is not one name; write 'Family, Given' or '{{Name of a body}}'")
    if len(parts) == 1:
        return _reading_order(text)
    particle, family = _particle(parts[0].split())
    named = {"family": family, "given": parts[-1], "non-dropping-particle": particle}
    if len(parts) == 3:
        named["suffix"] = parts[1]
    return {key: value for key, value in named.items() if value}


def _reading_order(text: str) -> dict[str, str]:
    words = text.split()
    if len(words) == 1:
        return {"literal": text}
    start = next((place for place, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
    particle, family = _particle(words[start:])
    named = {"family": family, "given": " ".join(words[:start]), "non-dropping-particle": particle}
    return {key: value for key, value in named.items() if value}


def _particle(words: list[str]) -> tuple[str, str]:
    """Return the leading lower-case words and the rest, which keeps at least one word."""
    count = 0
    while count < len(words) - 1 and words[count][0].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    parts, start, depth, place = [], 0, 0, 0
    while place < len(text):
        depth += {"{": 1, "}": -1}.get(text[place], 0)
        found = separator.match(text, place) if depth == 0 else None
        if found:
            parts.append(text[start:place])
            start = place = found.end()
        else:
            place += 1
    return [*parts, text[start:]]
