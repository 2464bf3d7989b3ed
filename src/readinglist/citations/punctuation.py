"""What happens where two pieces of text meet: doubled marks and spaces melt, marks move into quotes or stay out.

The pieces never know of each other while they are made, so this is decided once, at the end, over the whole line.
"""

from __future__ import annotations

from readinglist.citations.tokens import Closing, Token

MARKS = frozenset(".,:;!?")
_SWALLOWS = {"!": ".:", "?": ".:", ":": ".", ";": ".:"}
"""After the key, these say nothing more."""
_STRONGER = frozenset("!?")
_WEAKER = frozenset(":;")
_DRAWN_IN = frozenset(".,!?")


def meet(before: str, after: str) -> tuple[str, str]:
    """Both strings as they read side by side."""
    while before and after:
        last, first = before[-1], after[0]
        if first == last and (last in MARKS or last == " "):
            after = after[1:]
        elif first in _SWALLOWS.get(last, ""):
            after = after[1:]
        elif first in _STRONGER and last in _WEAKER:
            before = before[:-1]
        else:
            break
    return before, after


def settle(tokens: list[Token], inside: bool) -> list[Token]:
    """The line with every seam judged; `inside` draws full stops and commas into closing quotes."""
    last: int | None = None
    for at, token in enumerate(tokens):
        if not isinstance(token, str):
            continue
        if isinstance(token, Closing):
            continue
        if last is not None:
            closings = [i for i in range(last + 1, at) if isinstance(tokens[i], Closing)]
            _judge(tokens, last, at, closings, inside)
        if tokens[at]:
            last = at
    return [token for token in tokens if token]


def _judge(tokens: list[Token], last: int, at: int, closings: list[int], inside: bool) -> None:
    before, after = tokens[last], tokens[at]
    assert isinstance(before, str) and isinstance(after, str)  # noqa: S101, PT018 - both places hold text
    if not closings:
        tokens[last], tokens[at] = meet(before, after)
    elif inside:
        tokens[last], tokens[at] = _drawn_in(before, after)
    else:
        tokens[last], tokens[at] = _left_out(before, after)


def _drawn_in(before: str, after: str) -> tuple[str, str]:
    while after and after[0] in _DRAWN_IN:
        mark, after = after[0], after[1:]
        before, kept = meet(before, mark)
        before += kept
    if after and before and after[0] in _SWALLOWS.get(before[-1], ""):
        after = after[1:]
    return before, after


def _left_out(before: str, after: str) -> tuple[str, str]:
    if after and before and before[-1] in MARKS and after[0] in MARKS:
        return meet_outside(before, after)
    return before, after


def meet_outside(before: str, after: str) -> tuple[str, str]:
    """A mark that ends a quotation and one that follows it, when locales keep marks outside."""
    left, right = meet(before, after)
    if left == before and right != after:
        return left, right
    return before, after
