"""The words of the page in a language: one file for each under `languages/`; dropping one in is all it takes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_USUAL = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says besides the list's own text."""

    language: str
    name: str
    direction: str
    words: Mapping[str, str]
    script: Mapping[str, Any]
    types: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words for a key, with values in their places."""
        return self.words[key].format(**values) if values else self.words[key]

    def count(self, number: int) -> str:
        """Return how many entries there are, in words."""
        return self("entry" if number == 1 else "entries", n=number)

    def time(self, minutes: int) -> str:
        """Return how long something takes to read."""
        return self("minutes", n=minutes) if minutes < 100 else self("hours", h=minutes // 60, m=minutes % 60)


def words_in(language: str) -> Words:
    """Return the words in a language; for `pt-BR` those of `pt` will do, and where there are none, English ones."""
    return next(found for name in (language, language.partition("-")[0], _USUAL) if (found := _read(name)))


def languages() -> list[str]:
    """Return every language that the page speaks."""
    folder = files("readinglist.page") / "languages"
    return sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json"))


@cache
def _read(language: str) -> Words | None:
    if language not in languages():
        return None
    told = _file(language)
    parts = {part: {**_file(_USUAL)[part], **told.get(part, {})} for part in ("words", "script", "types")}
    return Words(language, told["name"], told.get("direction", "ltr"), **parts)


def _file(language: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((files("readinglist.page") / "languages" / f"{language}.json").read_text("utf-8"))
    return told
