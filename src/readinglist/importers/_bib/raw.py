"""The raw fields of an entry, each taken once; what nobody takes is known to be left over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.latex.decode import plain_text, undecoded
from readinglist.latex.formulas import plain_formulas

_ESCAPED = re.compile(r"\\([%&#_~{}$])")
_TILDE = re.compile(r"\{?\\textasciitilde(?:\{\})?\}?|\\~\{\}|\\string~")


class Raw:
    """An entry's fields by small names, as TeX; a second field of the same name is put aside."""

    def __init__(self, fields: Iterable[tuple[str, str]]) -> None:
        self.values: dict[str, str] = {}
        self.spelled: dict[str, str] = {}
        self.again: dict[str, list[str]] = {}
        self.unknown: list[str] = []
        for name, value in fields:
            folded = name.lower()
            if folded in self.values:
                self.again.setdefault(name, []).append(" ".join(value.split()))
            else:
                self.values[folded] = value
                if folded != name:
                    self.spelled[folded] = name

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def take(self, *names: str) -> str:
        """Return the value of the first of these fields that states something, as TeX, and take it away."""
        for name in names:
            if name in self.values and self.values[name].strip():
                return self.values.pop(name)
        return ""

    def text(self, *names: str) -> str:
        """Return the first of these fields as plain text, and take it away."""
        return self.plain(self.take(*names))

    def plain(self, latex: str) -> str:
        """Return TeX as plain text; commands that are not understood are remembered."""
        if not latex:
            return ""
        text = plain_formulas(plain_text(latex))
        if "\\" in text:
            self.unknown += undecoded(latex)
        return text

    def verbatim(self, *names: str) -> str:
        """Return the first of these fields letter by letter, without what TeX wants around such values."""
        return letter_by_letter(self.take(*names))

    def left(self) -> dict[str, str]:
        """Return the fields that nobody took, in their own spelling, as TeX."""
        kept = ((name, " ".join(value.split())) for name, value in self.values.items())
        return {self.spelled.get(name, name): value for name, value in kept if value}

    def original(self, name: str) -> str:
        """Return a field's name as the source spells it."""
        return self.spelled.get(name, name)


def letter_by_letter(value: str) -> str:
    """Return an address or an identifier without TeX's escapes."""
    value = "".join(value.split("\n")).strip()
    while value.startswith("{") and value.endswith("}"):
        value = value[1:-1].strip()
    if "\\" in value:
        value = _ESCAPED.sub(r"\1", _TILDE.sub("~", value))
    return value
