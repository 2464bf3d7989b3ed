"""A stretch of running text, and the links, images and pieces of code that stand in it."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from readinglist.markdown.parser import read_aloud

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["link", "image", "code"]

BARE = re.compile(r"https?://[^\s<>\"`]+", re.IGNORECASE)
_BARE_OR_WWW = re.compile(rf"{BARE.pattern}|(?<![^\s*_~(])www\.[^\s<>\"`]+", re.IGNORECASE)
_SENTENCE_SIGNS = "?!.,:*_~'\"]}|;、。，；）】」》"
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"\b(href|src|alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_ANY_ATTRIBUTE = re.compile(r"([A-Za-z][\w:-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


@dataclass(frozen=True, slots=True)
class Span:
    """A link, an image or code: where it stands in its text, where it leads, and what it says."""

    kind: Kind
    start: int
    end: int
    href: str = ""
    words: str = ""
    label: str = ""
    """The words as Markdown."""
    pictures: bool = False
    """Whether it shows pictures alone."""
    sources: tuple[str, ...] = ()
    """Where the pictures in it come from."""
    inline: bool = True
    """Whether its address stands beside it, and not elsewhere in the file."""
    bare: bool = False
    """Whether it is an address and nothing else."""


@dataclass(frozen=True, slots=True)
class Inline:
    """Running text: its Markdown, the line that it starts on, and what stands in it, in order."""

    content: str
    line: int
    spans: tuple[Span, ...] = ()

    def line_at(self, offset: int) -> int:
        """Return the line of the file on which a character stands."""
        return self.line + self.content.count("\n", 0, offset)

    def part(self, begin: int, end: int) -> Inline:
        """Return a stretch of the text, with what begins in it."""
        inside = [replace(each, start=each.start - begin, end=each.end - begin) for each in self.spans
                  if begin <= each.start < end]  # fmt: skip
        return Inline(self.content[begin:end], self.line_at(begin), tuple(inside))

    def lines(self) -> Iterator[Inline]:
        """Yield the lines of the text, each with what begins on it."""
        begin, line, waiting = 0, self.line, deque(self.spans)
        for content in self.content.split("\n"):
            inside = []
            while waiting and waiting[0].start <= begin + len(content):
                each = waiting.popleft()
                inside.append(replace(each, start=each.start - begin, end=each.end - begin))
            yield Inline(content, line, tuple(inside))
            begin, line = begin + len(content) + 1, line + 1

    @property
    def links(self) -> tuple[Span, ...]:
        """The links alone."""
        return tuple(span for span in self.spans if span.kind == "link")


def inline_of(token: Token, line: int) -> Inline:
    """Return what an inline token of the parser holds."""
    found = list(_spans(token.content, token.children or []))
    bare = list(_bare_addresses(token.content, found))
    spans = (_with_brackets(token.content, span) for span in sorted([*found, *bare], key=lambda span: span.start))
    return Inline(token.content, line, tuple(spans))


def _with_brackets(content: str, span: Span) -> Span:
    """Return a link together with the brackets around it: `[[pdf](…)]` says the same as `[[pdf]](…)`."""
    before, after = content[max(span.start - 2, 0) : span.start], content[span.end : span.end + 2]
    around = before.endswith("[") and not before.startswith("\\") and after[:1] == "]" and after[1:] not in {"(", "["}
    if span.kind != "link" or not around or span.bare or "[" in span.words:
        return span
    words, label = f"[{span.words}]", f"[{span.label}]"
    return replace(span, start=span.start - 1, end=span.end + 1, words=words, label=label)


def attributes(tag: str) -> dict[str, str]:
    """Return what an HTML tag says of addresses and words."""
    found = _ATTRIBUTE.finditer(tag)
    return {each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "") for each in found}


def attributes_of(inside: str) -> dict[str, str]:
    """Return every attribute of an HTML tag, by its name in small letters."""
    found = _ANY_ATTRIBUTE.finditer(inside)
    return {each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "") for each in found}


def _spans(content: str, tokens: list[Token]) -> Iterator[Span]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "link_open":
            close = _closing(tokens, at, "link_open", "link_close")
            yield _link(content, token, tokens[at + 1 : close])
            at = close
        elif token.type == "image":
            yield Span("image", *_place(token), str(token.attrs["src"]), read_aloud([token]))
        elif token.type == "code_inline" and token.meta:
            yield Span("code", *_place(token))
        elif token.type == "html_inline":
            at = yield from _html(content, tokens, at)
        at += 1


def _place(token: Token) -> tuple[int, int]:
    return token.meta["start"], token.meta["end"]


def _closing(tokens: list[Token], at: int, opens: str, closes: str) -> int:
    depth = 0
    for place in range(at, len(tokens)):
        depth += (tokens[place].type == opens) - (tokens[place].type == closes)
        if depth == 0:
            return place
    return len(tokens)


def _link(content: str, token: Token, inner: list[Token]) -> Span:
    start, end = _place(token)
    label = content[start + 1 : token.meta["label_end"]] if "label_end" in token.meta else ""
    sources = tuple(_sources(inner))
    words = " ".join(read_aloud(inner).split())
    return Span(
        kind="link",
        start=start,
        end=end,
        href=str(token.attrs["href"]),
        words=words,
        label=label or words,
        pictures=bool(sources) and not "".join(each.content for each in inner if each.type == "text").strip(),
        sources=sources,
        inline=token.meta.get("inline", True),
        bare=token.markup == "autolink",
    )


def _sources(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "image":
            yield str(token.attrs["src"])
        elif token.type == "html_inline" and (source := attributes(token.content).get("src")):
            yield source


def _html(content: str, tokens: list[Token], at: int) -> Generator[Span, None, int]:
    """Yield the link or picture that a tag begins; return where it ends."""
    token = tokens[at]
    tag = _TAG.match(token.content)
    known = attributes(token.content)
    if not tag or tag[1]:
        return at
    if tag[2].lower() == "a" and known.get("href"):
        after = next((n for n in range(at + 1, len(tokens)) if _is_anchor(tokens[n])), len(tokens))
        inner = tokens[at + 1 : after]
        stop, end, closes = _end_of_anchor(content, tokens, after)
        label = content[token.meta["end"] : stop]
        sources = tuple(_sources(inner))
        words = " ".join(read_aloud(inner).split())
        yield Span("link", token.meta["start"], end, known["href"], words, label, bool(sources) and not words, sources)
        return after if closes else after - 1
    if known.get("src"):
        yield Span("image", *_place(token), known["src"], known.get("alt", ""))
    return at


def _is_anchor(token: Token) -> bool:
    return token.type == "html_inline" and token.content[:3].lower().startswith(("</a", "<a ", "<a\n"))


def _end_of_anchor(content: str, tokens: list[Token], after: int) -> tuple[int, int, bool]:
    """Return where the words of a link end and where the link does: at its end tag, or at the next link."""
    if after == len(tokens):
        return len(content), len(content), False
    start, end = _place(tokens[after])
    return (start, end, True) if tokens[after].content.startswith("</") else (start, start, False)


def _bare_addresses(content: str, found: list[Span]) -> Iterator[Span]:
    """Yield the addresses that stand in the text as they are, which GFM makes links of."""
    waiting, reach = deque(sorted((span.start, span.end) for span in found)), 0
    for match in _BARE_OR_WWW.finditer(content):
        while waiting and waiting[0][0] <= match.start():
            reach = max(reach, waiting.popleft()[1])
        if match.start() < reach:
            continue
        address = trimmed(match[0])
        href = address if "://" in address else f"http://{address}"
        yield Span("link", match.start(), match.start() + len(address), href, address, address, bare=True)


def trimmed(address: str) -> str:
    """Return an address from running text without the sentence's own signs at its end."""
    while address and (address[-1] in _SENTENCE_SIGNS or _closes_more(address)):
        address = address[:-1]
    return address


def _closes_more(address: str) -> bool:
    return address[-1] == ")" and address.count(")") > address.count("(")
