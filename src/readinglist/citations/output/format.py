"""What an output format is, and how a line of tokens is written in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from readinglist.citations.richtext import Mark
from readinglist.citations.tokens import Edge, Side, Token

Around = tuple[str, str]


MARGIN: dict[str, Around] = {"left-margin": ("", " "), "block": ("", " ")}
"""Formats without a page to lay out put what would stand in the margin before the rest."""


def _nothing(_mark: Mark) -> Around:
    return ("", "")


@dataclass(frozen=True, slots=True)
class Format:
    """How text is made inert, what a mark puts around it, and what stands around an entry and a bibliography."""

    escape: Callable[[str], str]
    around: Callable[[Mark], Around] = _nothing
    entry: Around = ("", "")
    bibliography: Around = ("", "")
    between: str = "\n"
    displays: dict[str, Around] = field(default_factory=dict)

    def write(self, tokens: Sequence[Token]) -> str:
        """The tokens in this format."""
        pieces: list[str] = []
        for token in tokens:
            if isinstance(token, Edge):
                around = self._around(token.mark)
                pieces.append(around[0] if token.side is Side.OPEN else around[1])
            else:
                pieces.append(self.escape(str(token)))
        return "".join(pieces)

    def _around(self, mark: Mark) -> Around:
        if mark[0] == "display":
            return self.displays.get(mark[1], ("", ""))
        return self.around(mark)
