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
    kept: list[int] = []
    for at, token in enumerate(tokens):
        if not isinstance(token, str):
            continue
        while kept and not isinstance(token, Closing) and not isinstance(tokens[kept[-1]], Closing):
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
    text = closing = -1
    drawn = ""
    for at in kept:
        token = tokens[at]
        if isinstance(token, Closing):
            closing = at if closing < 0 and not token.sealed else closing
            continue
        if closing >= 0 and text >= 0:
            if inside:
                tokens[text], drawn, tokens[at] = _drawn_in(str(tokens[text]), drawn, str(token))
            else:
                tokens[at] = _left_out(str(tokens[text]), str(token))
        if tokens[at]:
            _draw(tokens, closing, drawn)
            text, closing, drawn = at, -1, ""
    _draw(tokens, closing, drawn)


def _draw(tokens: list[Token], closing: int, drawn: str) -> None:
    """Put the marks before the quotation mark that closes, behind whatever markup ends there."""
    if drawn:
        tokens[closing] = Closing(drawn + str(tokens[closing]))


def _drawn_in(before: str, drawn: str, after: str) -> tuple[str, str, str]:
    """The end of the quotation, the marks drawn in behind it, and what stays outside."""
    while after and after[0] in _DRAWN_IN:
        shortened, kept = meet(drawn or before, after[0])
        before, drawn = (before, shortened + kept) if drawn else (shortened, kept)
        after = after[1:]
    return before, drawn, after


def _left_out(before: str, after: str) -> str:
    """Outside, only a full stop after a quotation that ends in one is too much."""
    return after[1:] if before[-1:] == after[:1] == "." else after
