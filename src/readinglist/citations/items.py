"""One CSL-JSON item, asked for its variables by name: whatever shape the data has, it answers text, names or a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from readinglist.citations.dates import Date, read_date
from readinglist.citations.numbers import first_page
from readinglist.citations.people import Name, read_name

_NAME = """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director editortranslator executive-producer guest host illustrator interviewer narrator organizer
    original-author performer producer recipient reviewed-author script-writer series-creator translator
"""
NAME_VARIABLES = frozenset(_NAME.split())
_DATE = "accessed available-date container event-date issued original-date submitted"
DATE_VARIABLES = frozenset(_DATE.split())
_NUMBER = """
    chapter-number collection-number edition issue locator number number-of-pages number-of-volumes page
    part-number printing-number section supplement-number volume
"""
NUMBER_VARIABLES = frozenset(_NUMBER.split())
_SHORT_FORMS = {
    "title": ("title-short", "shortTitle"),
    "container-title": ("container-title-short", "journalAbbreviation"),
}
_OTHER_SPELLINGS = {
    "title-short": "shortTitle",
    "container-title-short": "journalAbbreviation",
    "event-title": "event",
    "archive_location": "archive-location",
}
_NOTE_LINE = re.compile(r"^\s*([A-Za-z][-_A-Za-z]*)\s*:\s*(.+?)\s*$")
_NOTE_BRACES = re.compile(r"\{:([-_a-zA-Z]+):\s*([^}]+)\}")


class Item:
    """What there is to cite, with everything read from it kept."""

    __slots__ = ("_dates", "_known", "_names", "_texts", "id", "language", "type", "values")

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = _with_note_fields(values)
        self.id = str(values.get("id", ""))
        self.type = str(self.values.get("type") or "")
        self.language = str(self.values.get("language") or "")
        self._texts: dict[str, str] = {}
        self._names: dict[str, tuple[Name, ...]] = {}
        self._dates: dict[str, Date | None] = {}
        self._known: dict[str, bool] = {}

    def text(self, variable: str, short: bool = False) -> str:
        """The variable's text, its short form where asked and known; "" if there is none."""
        if short:
            for name in _SHORT_FORMS.get(variable, (f"{variable}-short",)):
                if self.text(name):
                    return self.text(name)
        known = self._texts.get(variable)
        if known is None:
            known = self._texts[variable] = self._read_text(variable)
        return known

    def _read_text(self, variable: str) -> str:
        if variable == "page-first" and "page-first" not in self.values:
            return first_page(self.text("page"))
        value = self.values.get(variable)
        if value in (None, "") and variable in _OTHER_SPELLINGS:
            value = self.values.get(_OTHER_SPELLINGS[variable])
        if value is None or isinstance(value, (dict, list, bool)):
            return ""
        return str(value).strip()

    def names(self, variable: str) -> tuple[Name, ...]:
        """The variable's names in order."""
        known = self._names.get(variable)
        if known is None:
            known = self._names[variable] = tuple(_read_names(self.values.get(variable)))
        return known

    def date(self, variable: str) -> Date | None:
        """The variable's date, None if there is none."""
        if variable not in self._dates:
            self._dates[variable] = read_date(self.values.get(variable))
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Whether the item says anything under that variable."""
        known = self._known.get(variable)
        if known is None:
            known = self._known[variable] = self._read_has(variable)
        return known

    def _read_has(self, variable: str) -> bool:
        if variable in DATE_VARIABLES:
            return self.date(variable) is not None
        if isinstance(self.values.get(variable), list):
            return bool(self.names(variable))
        return bool(self.text(variable))


def _read_names(value: object) -> list[Name]:
    if not isinstance(value, list):
        return []
    names = [read_name(entry) if isinstance(entry, Mapping) else Name(literal=str(entry)) for entry in value if entry]
    return [name for name in names if name is not None]


def _with_note_fields(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The item with the variables people hide in its note, one `variable: text` per line."""
    note = values.get("note")
    if not isinstance(note, str) or ":" not in note:
        return values
    found = dict(_NOTE_BRACES.findall(note))
    rest = []
    for number, line in enumerate(note.split("\n")):
        match = _NOTE_LINE.match(line)
        if match and (match[1].isupper() or (match[1].islower() and (number == len(found) or found))):
            found[match[1]] = match[2]
        else:
            rest.append(line)
    if not found:
        return values
    return _merged(values, found, "\n".join(rest).strip())


def _merged(values: Mapping[str, Any], found: Mapping[str, str], note: str) -> dict[str, Any]:
    merged = {**values, "note": _NOTE_BRACES.sub("", note).strip()}
    for variable, text in found.items():
        if variable in NAME_VARIABLES:
            family, bars, given = text.partition("||")
            name = {"family": family.strip(), "given": given.strip()} if bars else {"literal": text}
            merged[variable] = [*(merged.get(variable) or []), name]
        elif variable in DATE_VARIABLES:
            merged[variable] = {"raw": text}
        elif variable == "type" or not merged.get(variable):
            merged[variable] = text
    return merged
