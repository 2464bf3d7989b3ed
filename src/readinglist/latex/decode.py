"""LaTeX as plain text: what the fields of other people's bibliographies say."""

import re
import unicodedata
from collections.abc import Callable

from readinglist.latex.macros import ACCENTS, ALONE, CHARACTERS, IN_MATH, NAMES, RAISED

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t\n]*|\\(?P<char>[^A-Za-z])|(?P<brace>[{}])"
    r"|(?P<math>\$\$[^$]+\$\$|\$(?:[^$\\]|\\.)+\$)|(?P<sign>---?|``|''|[?!]`|[`~])",
    re.DOTALL,
)
_SIGNS = {"--": "–", "---": "—", "``": "“", "''": "”", "?`": "¿", "!`": "¡", "`": "‘", "~": " "}
_NEXT = re.compile(r"(?:\\[`'^\"~=.]){0,3}(?:\\[A-Za-z]+ ?|\\.|[^\s\\{}])?", re.DOTALL)
_ACCENT_AT_END = re.compile(r"\\(?:[`'^\"~=.]|[uvHcdbkrth] ?)$")
_BRACES = re.compile(r"\\.|[{}]", re.DOTALL)
_OPTION = re.compile(r"\[[^\]{}]{0,200}\]")
_LATEX = re.compile(r"[\\{}$~`'-]")
_UNDOTTED = {"ı": "i", "ȷ": "j"}
_DEEPEST = 40


def plain_text(latex: str) -> str:
    """Return what the LaTeX prints, blanks as single spaces; formulas and unknown macros stay as they are."""
    text = _Reader(latex, 0).read() if _LATEX.search(latex) else latex
    return unicodedata.normalize("NFC", " ".join(text.split()))


def undecoded(latex: str) -> tuple[str, ...]:
    """Return the macros, each once, that `plain_text` leaves as they stand."""
    reader = _Reader(latex, 0)
    reader.read()
    return tuple(dict.fromkeys(reader.unknown))


class _Reader:
    """Goes once through a text; an argument is read by a reader of its own."""

    def __init__(self, latex: str, depth: int) -> None:
        self.latex, self.depth, self.at = latex, depth, 0
        self.unknown: list[str] = []

    def read(self) -> str:
        parts: list[str] = []
        while found := _TOKEN.search(self.latex, self.at):
            parts.append(self.latex[self.at : found.start()])
            self.at = found.end()
            parts.append(self.token(found))
        return "".join(parts) + self.latex[self.at :]

    def token(self, found: re.Match[str]) -> str:
        if found["sign"]:
            return _SIGNS[found["sign"]]
        if found["brace"]:
            return ""
        if found["math"]:
            return f"${found['math'].strip('$')}$"
        return self.macro(found, found["word"] or found["char"])

    def macro(self, found: re.Match[str], name: str) -> str:
        if name in ACCENTS:
            return self.accent(found, name)
        if name in _WITH_ARGUMENT and self.depth < _DEEPEST:
            return _WITH_ARGUMENT[name](self)
        known = NAMES.get(name) if found["word"] else CHARACTERS.get(name)
        if known is not None:
            return known
        if name == "(" and (end := self.latex.find("\\)", self.at)) >= 0:
            start, self.at = self.at, end + 2
            return f"${self.latex[start:end].strip()}$"
        return self.left_alone(found, name)

    def left_alone(self, found: re.Match[str], name: str) -> str:
        """Keep an unknown macro and its arguments letter by letter."""
        self.unknown.append("\\" + name)
        while option := _OPTION.match(self.latex, self.at):
            self.at = option.end()
        while self.latex[self.at : self.at + 1] == "{":
            self.group()
        return self.latex[found.start() : self.at]

    def accent(self, found: re.Match[str], name: str) -> str:
        base = self.text(self.argument())
        if not base.strip():
            return ALONE.get(name) or self.left_alone(found, name)
        # The mark goes after those the letter has: `\'{\^e}` is a circumflex with an acute on top.
        length = 1
        while length < len(base) and unicodedata.combining(base[length]):
            length += 1
        letter = base[:length] if name in ("c", "d", "k", "b") else _UNDOTTED.get(base[0], base[0]) + base[1:length]
        return letter + ACCENTS[name] + base[length:]

    def text(self, latex: str) -> str:
        if self.depth >= _DEEPEST:
            return latex
        inner = _Reader(latex, self.depth + 1)
        text = inner.read()
        self.unknown += inner.unknown
        return text

    def argument(self) -> str:
        """Return the next argument as it is written, without its braces."""
        while self.latex.startswith((" ", "\t", "\n"), self.at):
            self.at += 1
        if self.latex[self.at : self.at + 1] == "{":
            return self.group()
        # `\'\^e` gives one accent to another: all of it is the argument.
        found = _NEXT.match(self.latex, self.at)
        self.at = found.end() if found else self.at
        if not found or not _ACCENT_AT_END.search(found[0]):
            return found[0] if found else ""
        return found[0] + (f"{{{self.group()}}}" if self.latex[self.at : self.at + 1] == "{" else "")

    def group(self) -> str:
        """Return what stands in the braces that open here; an unclosed one goes on to the end."""
        level, start = 0, self.at + 1
        for found in _BRACES.finditer(self.latex, self.at):
            level += {"{": 1, "}": -1}.get(found[0], 0)
            if level == 0:
                self.at = found.end()
                return self.latex[start : found.start()]
        self.at = len(self.latex)
        return self.latex[start:]


def _raised(name: str) -> Callable[[_Reader], str]:
    def small(reader: _Reader) -> str:
        text, table = reader.text(reader.argument()), RAISED[name]
        return text.translate(table) if all(ord(char) in table for char in text) else text

    return small


def _mathematics(reader: _Reader) -> str:
    formula = reader.argument().strip()
    return IN_MATH.get(formula) or f"${formula}$"


def _quoted(reader: _Reader) -> str:
    return f"“{reader.text(reader.argument())}”"


def _address(reader: _Reader) -> str:
    return re.sub(r"\\([%#&_~{}])", r"\1", reader.argument())


def _link(reader: _Reader) -> str:
    reader.argument()
    return reader.text(reader.argument())


_WITH_ARGUMENT: dict[str, Callable[[_Reader], str]] = {
    "textsuperscript": _raised("textsuperscript"),
    "textsubscript": _raised("textsubscript"),
    "ensuremath": _mathematics,
    "enquote": _quoted,
    "mkbibquote": _quoted,
    "url": _address,
    "path": _address,
    "nolinkurl": _address,
    "href": _link,
}
