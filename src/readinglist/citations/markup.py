"""A field's text as people type it (tags, straight quotes, apostrophes) read into rich text."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field

from readinglist.citations.richtext import (
    FIELD,
    FIELD_MARKS,
    NOCASE,
    NODECOR,
    QUOTE,
    SINGLE_QUOTE,
    Mark,
    Node,
    Span,
    together,
)

_SPECIAL = re.compile(r"[<\"'“”‘’]")
_TOKEN = re.compile(
    r"<(?P<open>i|b|sup|sub|sc)>|</(?P<close>i|b|sup|sub|sc|span)>"
    r"|<span\s+class=(?P<q>[\"'])(?P<class>nocase|nodecor)(?P=q)>"
    r"|<span\s+style=(?P<r>[\"'])font-variant:\s*small-caps;?(?P=r)>"
    r"|(?P<quote>[\"'“”‘’])"
)
_CLOSING = {'"': '"', "'": "'", "“": "”", "‘": "’"}
_OPENS_AFTER = " \u00a0\t\n([{<—–-/\"'“‘„«"
_FRENCH_SPACE = re.compile(r"(?<=\S) (?=[:;!?»])|(?<=«) ")
"""A space that French writes before high marks must not break the line."""
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))


@dataclass(slots=True)
class _Frame:
    """Something opened and waiting for its close; given up, it leaves its own characters behind."""

    closes: str
    literal: str
    mark: Mark | None
    parts: list[Node] = field(default_factory=list)

    def add(self, text: str) -> None:
        if text and self.parts and isinstance(self.parts[-1], str):
            self.parts[-1] += text
        elif text:
            self.parts.append(text)

    def extend(self, parts: list[Node]) -> None:
        for part in parts:
            if isinstance(part, str):
                self.add(part)
            else:
                self.parts.append(part)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.frames = [_Frame("", "", None)]

    def read(self) -> Node:
        at = 0
        for token in _TOKEN.finditer(self.text):
            self.frames[-1].add(self.text[at : token.start()])
            at = token.end()
            self.take(token)
        self.frames[-1].add(self.text[at:])
        while len(self.frames) > 1:
            self.give_up()
        parts = self.frames[0].parts
        return Span(parts, FIELD) if len(parts) > 1 else together(parts)

    def take(self, token: re.Match[str]) -> None:
        if token["quote"]:
            self.take_quote(token["quote"], token.start())
        elif token["close"]:
            self.close(f"/{token['close']}", token[0])
        elif token["open"]:
            self.open(f"/{token['open']}", token[0], FIELD_MARKS[token["open"]])
        elif token["class"]:
            self.open("/span", token[0], NOCASE if token["class"] == "nocase" else NODECOR)
        else:
            self.open("/span", token[0], FIELD_MARKS["sc"])

    def take_quote(self, quote: str, at: int) -> None:
        if self.closes_one(quote, at):
            self.close(quote, quote)
        elif self.opens_one(quote, at):
            self.open(_CLOSING[quote], quote, SINGLE_QUOTE if quote == "‘" else QUOTE)
        else:
            self.frames[-1].add("’" if quote in "'’‘" else quote)

    def closes_one(self, quote: str, at: int) -> bool:
        if not any(frame.closes == quote for frame in self.frames):
            return False
        if quote in "\"'" and _spaced(self.text, at):
            return False
        return quote not in "'’" or not self.text[at + 1 : at + 2].isalnum()

    def opens_one(self, quote: str, at: int) -> bool:
        if quote not in _CLOSING:
            return False
        rest = self.text[at + 1 :]
        before = self.before(at)
        if quote in "\"'" and ((before and before not in _OPENS_AFTER) or not rest or rest[0].isspace()):
            return False
        return _has_close(rest, _CLOSING[quote])

    def before(self, at: int) -> str:
        """The character the reader sees before this place, tags left out."""
        return re.sub(r"<[^<>]*>$", "", self.text[:at])[-1:]

    def open(self, closes: str, literal: str, mark: Mark) -> None:
        if closes.startswith("/") and f"<{closes}>" not in self.text:
            self.frames[-1].add(literal)
        else:
            self.frames.append(_Frame(closes, literal, mark))

    def close(self, closes: str, literal: str) -> None:
        if not any(frame.closes == closes for frame in self.frames):
            self.frames[-1].add(literal)
            return
        while self.frames[-1].closes != closes:
            self.give_up()
        frame = self.frames.pop()
        self.frames[-1].parts.append(Span(frame.parts, frame.mark, flips=True))

    def give_up(self) -> None:
        frame = self.frames.pop()
        self.frames[-1].add("’" if frame.literal in ("'", "‘") else frame.literal)
        self.frames[-1].extend(frame.parts)


def _spaced(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace()


def _has_close(rest: str, close: str) -> bool:
    if close in "'’":
        return re.search(rf"\S(?:<[^<>]*>)*{close}(?!\w)", rest) is not None
    return re.search(rf"\S{close}", rest) is not None if close == '"' else close in rest


def read_affix(text: str) -> Node:
    """What a style puts before or after: its author's own characters, tags apart."""
    return read_markup(text) if "<" in text else text


@functools.lru_cache(maxsize=20_000)
def read_markup(text: str) -> Node:
    """The text with its markup and quotation marks understood; what is no markup stays as it is written."""
    text = _FRENCH_SPACE.sub("\u202f", text.translate(_CONTROL))
    if not _SPECIAL.search(text):
        return text
    return _Reader(text).read()
