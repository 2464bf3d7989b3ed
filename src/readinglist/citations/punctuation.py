"""What happens where two pieces of text meet: doubled marks and spaces melt, marks move into quotes or stay out.

The pieces never know of each other while they are made, so this is decided once, at the end, over the whole line.
"""

from __future__ import annotations

from readinglist.citations.tokens import Closing, Token

_SWALLOWS = {"!": ".:", "?": ".:", ":": ".", ";": ".:"}
"""After the key, these say nothing more."""
_DOUBLES = frozenset(".,:;!? ")
_STRONGER = frozenset("!?")
_WEAKER = frozenset(":;")
_DRAWN_IN = frozenset(".,!?")


def meet(before: str, after: str) -> tuple[str, str]:
    """Both strings as they read side by side."""
    while before and after:
        last, first = before[-1], after[0]
        if (first == last and last in _DOUBLES) or first in _SWALLOWS.get(last, ""):
            after = after[1:]
        elif first in _STRONGER and last in _WEAKER:
            before = before[:-1]
        else:
            break
    return before, after


def settle(tokens: list[Token], inside: bool) -> list[Token]:
    """The line with every seam judged; `inside` draws full stops and commas into closing quotes."""
    places = [at for at, token in enumerate(tokens) if isinstance(token, str)]
    kept: list[int] = []
    for at in places:
        while kept and not isinstance(tokens[at], Closing) and not isinstance(tokens[kept[-1]], Closing):
            if not _met(tokens, kept[-1], at):
                break
            kept.pop()
        if tokens[at]:
            kept.append(at)
    _settle_quotes(tokens, kept, inside)
    return [token for token in tokens if token]


def _met(tokens: list[Token], last: int, at: int) -> bool:
    """Let two texts meet; tells whether the first is gone, so that the second meets what was before it."""
    tokens[last], tokens[at] = meet(str(tokens[last]), str(tokens[at]))
    return not tokens[last]


def _settle_quotes(tokens: list[Token], kept: list[int], inside: bool) -> None:
    """Judge what follows closing quotation marks against the end of what they close."""
    text: int | None = None
    closed = False
    for at in kept:
        token = tokens[at]
        if isinstance(token, Closing):
            closed = closed or not token.sealed
        else:
            if closed and text is not None:
                judge = _drawn_in if inside else _left_out
                tokens[text], tokens[at] = judge(str(tokens[text]), str(token))
            if tokens[at]:
                text, closed = at, False


def _drawn_in(before: str, after: str) -> tuple[str, str]:
    while after and after[0] in _DRAWN_IN:
        mark, after = after[0], after[1:]
        before, kept = meet(before, mark)
        before += kept
    return before, after


def _left_out(before: str, after: str) -> tuple[str, str]:
    """Outside, only a full stop after a quotation that ends in one is too much."""
    return (before, after[1:]) if before[-1:] == after[:1] == "." else (before, after)
