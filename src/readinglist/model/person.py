"""People and bodies: who wrote, edited, translated; one name as a map, as BibTeX text, or as a body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from itertools import accumulate
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from readinglist.model.malformed import Malformed, quoted

_AND = re.compile(r"[{}]|(?:\A|(?<!\s)\s+)and(?=\s|\Z)")
_COMMA = re.compile("[{},]")
_BLANK = re.compile("[{} ]")
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
    return [name.strip() for name in _split(text, _AND)]


def _from_text(text: str) -> dict[str, str]:
    text = " ".join(text.split())
    if text.count("{") != text.count("}"):
        raise Malformed(
            "name-unparsable", f"the braces of the name {quoted(text)} do not match; close each that is opened"
        )
    if text.startswith("{") and _braces(text) == 1 and text.endswith("}") and text[1:-1].strip():
        return {"literal": text[1:-1].strip()}
    parts = [part.strip() for part in _split(text, _COMMA)]
    if not text or len(parts) > 3 or not all(parts):
        raise Malformed(
            "name-unparsable", f"{quoted(text)} is not one name; write 'Family, Given' or '{{Name of a body}}'"
        )
    if len(parts) == 1:
        return _reading_order(text)
    particle, family = _particle(_words(parts[0]))
    named = {"family": family, "given": parts[-1], "non-dropping-particle": particle}
    if len(parts) == 3:
        named["suffix"] = parts[1]
    return {key: value for key, value in named.items() if value}


def _braces(text: str) -> int:
    """Return how often braces are closed that are in no others."""
    depths = accumulate((sign == "{") - (sign == "}") for sign in text if sign in "{}")
    return sum(depth == 0 for depth in depths)


def _reading_order(text: str) -> dict[str, str]:
    words = _words(text)
    if len(words) == 1 or words[-1][0].islower():  # `vLLM contributors` are no family of that name
        return {"literal": text}
    start = next((place for place, word in enumerate(words[:-1]) if word[0].islower()), len(words) - 1)
    particle, family = _particle(words[start:])
    named = {"family": family, "given": " ".join(words[:start]), "non-dropping-particle": particle}
    return {key: value for key, value in named.items() if value}


def _words(text: str) -> list[str]:
    return _split(text, _BLANK) if "{" in text else text.split()


def _particle(words: list[str]) -> tuple[str, str]:
    """Return the leading lower-case words and the rest, which keeps at least one word."""
    count = 0
    while count < len(words) - 1 and words[count][0].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """Return the parts of a text between separators that stand outside braces."""
    parts, start, depth = [], 0, 0
    for sign in separator.finditer(text):
        if sign[0] in "{}":
            depth += 1 if sign[0] == "{" else -1
        elif depth == 0:
            parts.append(text[start : sign.start()])
            start = sign.end()
    return [*parts, text[start:]]
