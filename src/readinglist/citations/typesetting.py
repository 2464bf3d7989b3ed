"""From a tree of spans to a flat line of tokens: quotes chosen by depth, marks opened, closed and flipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from readinglist.citations.punctuation import settle
from readinglist.citations.richtext import FIELD, NOCASE, NODECOR, QUOTE, SINGLE_QUOTE, Mark, Node, Span
from readinglist.citations.tokens import Closing, Edge, Sealed, Side, Token

_PLAIN = {"font-style": "normal", "font-weight": "normal", "font-variant": "normal", "text-decoration": "none"}
_TRANSPARENT = {None, NOCASE, FIELD}
_QUOTES = {QUOTE, SINGLE_QUOTE}


@dataclass(frozen=True, slots=True)
class QuoteMarks:
    """The four quotation marks of a locale, and whether full stops and commas go inside them."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    punctuation_inside: bool = False


@dataclass(slots=True)
class _Setter:
    quotes: QuoteMarks
    tokens: list[Token] = field(default_factory=list)
    depth: int = 0
    state: dict[str, str] = field(default_factory=dict)

    def set(self, node: Node) -> None:
        if isinstance(node, str):
            if node:
                self.tokens.append(node)
        elif node.mark in _TRANSPARENT:
            self.set_all(node)
        elif node.mark in _QUOTES:
            self.set_quoted(node, Closing)
        elif node.mark == NODECOR:
            self.set_bare(node, [name for name, value in self.state.items() if value != _PLAIN.get(name)])
        else:
            self.set_marked(node, node.mark)

    def set_all(self, node: Span) -> None:
        last = len(node.parts) - 1
        for at, part in enumerate(node.parts):
            if node.mark == FIELD and at < last and isinstance(part, Span) and part.mark in _QUOTES:
                self.set_quoted(part, Sealed)
            else:
                self.set(part)

    def set_quoted(self, node: Span, closes: type[Closing]) -> None:
        before = self.depth
        self.depth += node.mark == SINGLE_QUOTE and before == 0
        opening, closing = self.quotes.inner if self.depth % 2 else self.quotes.outer
        self.tokens.append(opening)
        self.depth += 1
        self.set_all(node)
        self.depth = before
        self.tokens.append(closes(closing))

    def set_bare(self, node: Span, decorated: list[str]) -> None:
        if not decorated:
            self.set_all(node)
            return
        name = decorated[0]
        self.wrap((name, _PLAIN.get(name, "")), lambda: self.set_bare(node, decorated[1:]))

    def set_marked(self, node: Span, mark: Mark | None) -> None:
        assert mark is not None  # noqa: S101 - unmarked spans never come here
        name, value = mark
        now = self.state.get(name, _PLAIN.get(name))
        if now == value and name in _PLAIN:
            if not node.flips:
                self.set_all(node)
                return
            mark = (name, _PLAIN[name])
        self.wrap(mark, lambda: self.set_all(node))

    def wrap(self, mark: Mark, inside: Callable[[], None]) -> None:
        before = self.state.get(mark[0])
        self.state[mark[0]] = mark[1]
        self.tokens.append(Edge(Side.OPEN, mark))
        inside()
        self.tokens.append(Edge(Side.CLOSE, mark))
        if before is None:
            del self.state[mark[0]]
        else:
            self.state[mark[0]] = before


def typeset(node: Node, quotes: QuoteMarks) -> list[Token]:
    """The node as a line of tokens with its punctuation settled."""
    setter = _Setter(quotes)
    setter.set(node)
    return _spaces_outside(settle(setter.tokens, quotes.punctuation_inside))


def _spaces_outside(tokens: list[Token]) -> list[Token]:
    """White space at the end of a block of its own stands behind the block."""
    last = tokens[-1] if tokens else ""
    if isinstance(last, str) or last.mark[0] != "display":
        return tokens
    at = max((at for at, token in enumerate(tokens) if isinstance(token, str)), default=-1)
    text = tokens[at]
    if at >= 0 and isinstance(text, str) and text.endswith(" "):
        return [*tokens[:at], text.rstrip(" "), *tokens[at + 1 :], " "]
    return tokens
