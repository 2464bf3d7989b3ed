"""A .bib file into raw entries. A mistake costs the field that it is in, not the entry, and never the next one.

pybtex's parser gives up the rest of an entry at the first mistake and does not say what it left out, so the
blocks are found here; on files without a mistake both read the same.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from readinglist.importers import _found as said
from readinglist.importers._found import finding
from readinglist.model.finding import Finding

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_START = re.compile(r"@\s*([A-Za-z_][\w.:+/-]*)\s*([{(])")
# A value never goes on behind a line like this one, which keeps what is never closed from costing the whole file.
_NEXT = re.compile(r"\n[ \t]*@[ \t]*[A-Za-z]\w*[ \t]*[{(]")
_KEY = re.compile(r"\s*([^\s,{}=\"]*)\s*")
_KEY_WITH_BLANKS = re.compile(r"([^,{}=\"\r\n]*),")
_BRACES = r"\{([^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^{}]*+)*+)\}"
_QUOTES = r"\"([^\"{}]*+(?:\{[^{}]*+(?:\{[^{}]*+(?:\{[^{}]*+\}[^{}]*+)*+\}[^{}]*+)*+\}[^\"{}]*+)*+)\""
_VALUE = re.compile(rf"\s*+(?:{_BRACES}|{_QUOTES}|([^\s,{{}}()\"#=%@]++))\s*+([,#)}}]?)")
_NAME = re.compile(r"[\s,]*+([^\s=,{}\"#()%@]++)\s*+=\s*+")
_FIELD_AHEAD = re.compile(r"[,\n]\s*[A-Za-z][\w.:+-]*\s*=\s*[{\"\w]")
_ENTRY_INSIDE = re.compile(r"@\w+\s*[{(]\s*[^\s,{}()]+\s*,\s*\w+\s*=")
_GOES_ON = re.compile(r"\s*,\s*[A-Za-z][\w.:+-]*\s*=\s*[{\"\w]")
_CUT = re.compile(
    r"[ \t]*(?:\r?\n(?=\s*(?:[A-Za-z][\w.:+-]*\s*=\s*[{\"\w]|[})]\s*(?:\n|\Z)|@\s*\w+\s*[{(]))|\Z)", re.MULTILINE
)
_BLANK = re.compile(r"[\s,]*")
_LINE_END = re.compile(r"\n|\Z")


class Block(NamedTuple):
    """An entry as written: its fields in order, values without their delimiters, macros in their place."""

    kind: str
    key: str | None
    fields: list[tuple[str, str]]
    offset: int
    spans: list[tuple[int, int]]
    """Where the value of each field stands, its delimiters included."""


class Scan:
    """Goes once through a text; `findings` fills while `blocks` is read."""

    def __init__(self, text: str) -> None:
        # The lines of an old Mac file end in \r alone; every character stays where it is.
        self.text, self.at = text if "\n" in text else text.replace("\r", "\n"), 0
        self.findings: list[Finding] = []
        self.macros = {month: month for month in MONTHS}
        self.spans: list[tuple[int, int]] = []
        self._limit = 0

    def say(self, rule: str, offset: int, message: str) -> None:
        self.findings.append(finding(rule, offset, message))

    def blocks(self) -> Iterator[Block]:
        """Yield the entries; macros are taken in on the way, comments passed over."""
        while (start := self.text.find("@", self.at)) >= 0:
            found = _START.match(self.text, start)
            self.at = found.end() if found else start + 1
            if self._is_commented(start):
                continue
            if found is None:
                self._stray_at(start)
            elif (kind := found[1].lower()) == "comment":
                self._comment(start, found)
            elif kind == "string":
                self._strings(found)
            elif kind == "preamble":
                self._preamble(start, found)
            else:
                yield self._entry(start, found)

    def _is_commented(self, start: int) -> bool:
        line = self.text[self.text.rfind("\n", 0, start) + 1 : start]
        if not line.lstrip().startswith("%"):
            return False
        if _START.match(self.text, start):
            self.say(said.ENTRY_DROPPED, start, "this entry is commented out with %; BibTeX itself would read it")
        self.at = _line_end(self.text, start)
        return True

    def _stray_at(self, start: int) -> None:
        if self.text[start + 1 : start + 8].lower() != "comment":
            self.say(said.SYNTAX_RECOVERED, start, "this @ starts no entry; passed over")

    def _comment(self, start: int, found: re.Match[str]) -> None:
        end = (
            self._balanced(found.end() - 1, len(self.text)) if found[2] == "{" else self.text.find(")", found.end()) + 1
        )
        if not end:
            return
        self.at = end
        if _ENTRY_INSIDE.search(self.text, found.end(), end):
            self.say(said.ENTRY_DROPPED, start, "an entry within @comment is left out; BibTeX itself would read it")

    def _strings(self, found: re.Match[str]) -> None:
        for name, value in self._fields(_closer(found), found.start()):
            self.macros[name.lower()] = value

    def _preamble(self, start: int, found: re.Match[str]) -> None:
        _, sign = self._value("preamble")
        if sign != _closer(found):
            closer = self.text.find(_closer(found), self.at)
            self.at = closer + 1 if closer >= 0 else self.at
        self.say(said.KEPT_ASIDE, start, "@preamble is TeX for a document, and no part of a reading list")

    def _entry(self, start: int, found: re.Match[str]) -> Block:
        key, closer = self._key(start), _closer(found)
        if self.text.startswith(closer, self.at):
            self.at += 1
            return Block(found[1], key, [], start, [])
        self.spans = []
        return Block(found[1], key, self._fields(closer, start), start, self.spans)

    def _key(self, start: int) -> str | None:
        found = _KEY.match(self.text, self.at)
        assert found  # noqa: S101 — it matches nothing at all, too
        after = self.text[found.end() : found.end() + 1]
        if after == "=":
            self.say(said.SYNTAX_RECOVERED, start, "this entry has no key")
            return None
        self.at = found.end()
        if after == ",":
            self.at += 1
        elif more := _KEY_WITH_BLANKS.match(self.text, found.start(1)):
            self.at = more.end()
            return more[1].strip() or None
        elif after not in ("}", ")", ""):
            self.say(said.SYNTAX_RECOVERED, found.end(), f"a comma is missing behind the key '{found[1]}'")
        return found[1] or None

    def _fields(self, closer: str, start: int) -> list[tuple[str, str]]:
        fields: list[tuple[str, str]] = []
        while True:
            if name := _NAME.match(self.text, self.at):
                self.at = name.end()
                value, after = self._value(name[1])
                fields.append((name[1], value))
                self.spans.append((name.end(), self.at - len(after)))
                if after == closer:
                    if self._goes_on():
                        continue
                    return fields
                if after == "":
                    self._missing_comma(name[1])
                elif after != ",":
                    self.at -= 1
            elif not self._recovered(closer, start):
                return fields

    def _goes_on(self) -> bool:
        if not _GOES_ON.match(self.text, self.at):
            return False
        self.say(said.SYNTAX_RECOVERED, self.at - 1, "a brace too many closes the entry here, and its fields go on")
        return True

    def _missing_comma(self, name: str) -> None:
        if _NAME.match(self.text, self.at):
            end = self.at
            while self.text[end - 1].isspace():
                end -= 1
            self.say(said.SYNTAX_RECOVERED, end, f"a comma is missing behind the field '{name}'")

    @property
    def limit(self) -> int:
        """Where the next entry starts, or the text ends."""
        if self._limit < self.at:
            found = _NEXT.search(self.text, self.at)
            self._limit = found.start() + 1 if found else len(self.text)
        return self._limit

    def _value(self, name: str) -> tuple[str, str]:
        """Return a value with its macros in place, and the sign behind it; an empty one where there is none."""
        parts: list[str] = []
        while True:
            found = _VALUE.match(self.text, self.at, self.limit)
            if found is None or (not found[4] and self._swallows_fields(found)):
                value, sign = self._odd_value(name, closed=found is None)
                return "".join([*parts, value]), sign
            self.at = found.end()
            if found[3] is not None:
                parts.append(self._expanded(found[3], found.start(3)))
            else:
                parts.append(found[1] if found[1] is not None else found[2])
            if found[4] != "#":
                return (parts[0] if len(parts) == 1 else "".join(parts)), found[4]

    def _expanded(self, word: str, offset: int) -> str:
        if word[0].isdigit():
            return word
        known = self.macros.get(word.lower())
        if known is None:
            told = f"nothing is defined under the name '{word}'; taken as text"
            self.say(said.UNDEFINED_STRING, offset, told)
            return word
        return known

    def _swallows_fields(self, found: re.Match[str]) -> bool:
        """Tell a value that took the brace of its entry, and the fields behind it, for its own."""
        return found.end() >= self.limit and bool(_FIELD_AHEAD.search(found[1] or found[2] or ""))

    def _odd_value(self, name: str, *, closed: bool) -> tuple[str, str]:
        """Read a value that is nested deeply, or never closed, or not there; return it and the sign behind it."""
        start = _blank_end(self.text, self.at, commas=False)
        opening = self.text[start : start + 1]
        if opening not in ("{", '"'):
            self.say(said.SYNTAX_RECOVERED, start, f"the field '{name}' has no value")
            return "", self._sign()
        if closed and (end := self._balanced(start, self.limit)):
            self.at = end
            return self.text[start + 1 : end - 1], self._sign()
        cut = _CUT.search(self.text, start, self.limit)
        end = cut.start() if cut else self.limit
        self.at = end
        line, last = self._line(start), self._line(end)
        told = f"the value of '{name}' opens in line {line} and is never closed; read up to line {last}"
        self.say(said.SYNTAX_RECOVERED, start, told)
        value = self.text[start + 1 : end].rstrip().rstrip(",").rstrip()
        return value.removesuffix(opening.replace("{", "}")), ","

    def _line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        return bisect_left(self._line_ends, offset) + 1

    @cached_property
    def _line_ends(self) -> list[int]:
        return [found.start() for found in re.finditer("\n", self.text)]

    def _balanced(self, start: int, limit: int) -> int:
        """Return where the braces or quotes that open here have closed, 0 if they never do."""
        quoted, level = self.text[start] == '"', 0
        for sign in re.compile(r'[{}"]').finditer(self.text, start + quoted, limit):
            level += {"{": 1, "}": -1}.get(sign[0], 0)
            if level < 0:
                return 0
            if level == 0 and sign[0] == ('"' if quoted else "}"):
                return sign.end()
        return 0

    def _sign(self) -> str:
        at = _blank_end(self.text, self.at, commas=False)
        sign = self.text[at : at + 1]
        if sign in (",", "}", ")"):
            self.at = at + 1
            return sign
        return ""

    def _recovered(self, closer: str, start: int) -> bool:
        """Go to the next field of the entry and say what was passed over; False where the entry ends."""
        text, at = self.text, _blank_end(self.text, self.at)
        if text.startswith(closer, at):
            self.at = at + 1
            return False
        if text.startswith("%", at):
            self.say(said.SYNTAX_RECOVERED, at, "BibTeX knows no comments with % within an entry; passed over")
            self.at = _line_end(text, at)
            return True
        self.at = at
        limit = (_NEXT.match(text, at - 1) and at) or self.limit
        if at >= limit:
            line = self._line(start)
            where = "at the next entry" if at < len(text) else "at the end of the file"
            self.say(
                said.SYNTAX_RECOVERED, start, f"the entry that opens in line {line} is not closed; it ends {where}"
            )
            self.at = limit
            return False
        return self._passed_over(at, limit, closer)

    def _passed_over(self, at: int, limit: int, closer: str) -> bool:
        ahead = _FIELD_AHEAD.search(self.text, at - 1, limit)
        end = re.compile(rf"^\s*{re.escape(closer)}", re.MULTILINE).search(self.text, at, limit)
        if ahead and (not end or ahead.start() < end.start()):
            self.at, goes_on = ahead.start() + 1, True
        else:
            close = end.end() if end else self.text.find(closer, at, limit) + 1
            self.at, goes_on = close or limit, False
        shown = " ".join(self.text[at : self.at].split())[:60]
        if shown.strip("})"):
            self.say(said.SYNTAX_RECOVERED, at, f"this belongs to no field: {shown}")
        return goes_on


def _closer(found: re.Match[str]) -> str:
    return "}" if found[2] == "{" else ")"


def _blank_end(text: str, at: int, *, commas: bool = True) -> int:
    found = _BLANK.match(text, at) if commas else re.compile(r"\s*").match(text, at)
    return found.end() if found else at


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)
