"""A JSON answer as a walk through it: every step is allowed, and every value knows where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a JSON answer; what is not there is a node too, and says nothing."""

    value: Any = None
    path: str = ""
    """`message.title[0]`."""

    def __getitem__(self, step: str | int) -> Node:
        if isinstance(step, int):
            members = self.value if isinstance(self.value, list) else []
            return Node(members[step] if step < len(members) else None, f"{self.path}[{step}]")
        value = self.value.get(step) if isinstance(self.value, dict) else None
        return Node(value, f"{self.path}.{step}" if self.path else step)

    def __iter__(self) -> Iterator[Node]:
        """Yield the members of a list; what stands alone is a list of one."""
        if isinstance(self.value, list):
            yield from (Node(each, f"{self.path}[{place}]") for place, each in enumerate(self.value))
        elif self.value is not None:
            yield self

    def __bool__(self) -> bool:
        return self.value not in (None, "", [], {})

    @property
    def first(self) -> Node:
        """The first member that says something, else nothing."""
        return next((each for each in self if each), Node(None, self.path))

    @property
    def text(self) -> str:
        """A text or a number as text; nothing for anything else."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        return str(value).strip() if isinstance(value, str) or abs(value) < 1e15 else ""

    def names(self) -> list[str]:
        """Return the names of a map."""
        return list(self.value) if isinstance(self.value, dict) else []

    def where(self, name: str, *values: str) -> Iterator[Node]:
        """Yield the members whose field `name` has one of these values, in whatever case."""
        wanted = {value.casefold() for value in values}
        return (each for each in self if each[name].text.casefold() in wanted)


NOTHING = Node()
