"""Files of tagged lines, RIS and PubMed's, into records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Record:
    """The tagged values of one record, in order, and where it starts."""

    offset: int
    lines: list[tuple[str, str, int]] = field(default_factory=list)
    closed: bool = False

    def all(self, *tags: str) -> list[str]:
        """Return every value of these tags that says something, tag by tag, and take them away."""
        found = [value for tag in tags for own, value, _ in self.lines if own == tag and value]
        self.lines = [line for line in self.lines if line[0] not in tags]
        return found

    def in_order(self, *tags: str) -> list[str]:
        """Return every value of these tags as they follow each other, and take them away."""
        found = [value for own, value, _ in self.lines if own in tags and value]
        self.lines = [line for line in self.lines if line[0] not in tags]
        return found

    def first(self, *tags: str) -> str:
        """Return the first value of the first of these tags that has one, and take that one away."""
        for tag in tags:
            for line in self.lines:
                if line[0] == tag and line[1]:
                    self.lines.remove(line)
                    return line[1]
        return ""

    def first_is(self, tag: str) -> bool:
        """Return whether a tag is there and says something."""
        return any(own == tag and value for own, value, _ in self.lines)

    def left(self) -> dict[str, str | list[str]]:
        """Return what nobody took, by its tag."""
        found: dict[str, list[str]] = {}
        for tag, value, _ in self.lines:
            if value:
                found.setdefault(tag, []).append(value)
        return {tag: values[0] if len(values) == 1 else values for tag, values in found.items()}


def tagged_lines(text: str, line: re.Pattern[str]) -> Iterator[tuple[str, str, int]]:
    """Yield tag, value and offset; a line without a tag goes on with the value before it."""
    current: tuple[str, str, int] | None = None
    at = 0
    for whole in text.splitlines(keepends=True):
        if found := line.match(whole):
            if current:
                yield current
            current = (found[1], " ".join(found[2].split()), at)
        elif more := " ".join(whole.replace("\ufeff", "").split()):
            if current:
                current = (current[0], f"{current[1]} {more}".strip(), current[2])
            else:
                yield "", more, at
        at += len(whole)
    if current:
        yield current
