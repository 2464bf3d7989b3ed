"""Out and back: what our exports write, our importers read."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from readinglist.exporters import find_exporter
from readinglist.importers import find_importer
from readinglist.latex.macros import NAMES
from readinglist.model.entry import fields_of
from readinglist.model.types import CSL_TYPES
from tests.exporters.test_golden import every_kind
from tests.support.entries import catalog_of, entry_fields

SOAK = bool(os.environ.get("READINGLIST_SOAK"))
many = settings(
    max_examples=2000 if SOAK else 60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
Fields = Mapping[str, Any]

# What a format adds to an entry that does not state it; what it loses, the exporter's own `losses` tell.
_ADDED: dict[str, dict[str, Callable[[Fields], bool]]] = {
    "biblatex": {
        "publisher": lambda entry: "container-title" in entry,
    },
    "bibtex": {},
    "ris": {},
    "hayagriva": {},
    "cff": {
        "author": lambda entry: True,  # CFF wants one: the publisher
        "collection-title": lambda entry: entry["type"] == "chapter",
        "container-title": lambda entry: "collection-title" in entry,
        "genre": lambda entry: "arxiv" in entry,
    },
}
_CONTEXTS: list[dict[str, Any]] = [
    {},
    {"URL": "https://a.org/"},
    {"URL": "https://a.org/", "container-title": "C", "publisher": "P", "number": "3", "event-title": "Ev"},
    {"container-title": "C", "author": [{"family": "A", "given": "B"}], "editor": [{"family": "E", "given": "B"}]},
    {"arxiv": "2309.06180", "genre": "Preprint"},
    {"container-title": "C", "genre": "Documentation", "publisher": "P"},
    {"container-title": "C", "genre": "Talk", "page": "1-2"},
]


def there_and_back(name: str, fields: Fields) -> tuple[Fields, Fields, set[str]]:
    """Return an entry as it was and as it came back, and the fields that the exporter says are lost."""
    catalog = catalog_of(fields)
    exporter = find_exporter(name)
    options = {"abstract": True} if name in {"bibtex", "biblatex"} else {}
    found = find_importer("bibtex" if name == "biblatex" else name)(exporter(catalog, options))
    [back] = found.catalog.entries
    lost = {str(each.place.path[2]) for each in exporter.losses(catalog)}
    return fields_of(catalog.entries[0]), fields_of(back), lost


@many
@given(entry_fields(lists_own=True))
def test_csl_json_is_the_identity(fields: Fields) -> None:
    before, after, _ = there_and_back("csl-json", fields)
    assert after == before


@many
@given(entry_fields(lists_own=True))
def test_csl_yaml_is_the_identity(fields: Fields) -> None:
    before, after, _ = there_and_back("csl-yaml", fields)
    assert after == before


@pytest.mark.parametrize("name", sorted(_ADDED))
@many
@given(entry_fields())
def test_other_formats_keep_all_but_what_they_say_they_lose(name: str, fields: Fields) -> None:
    before, after, lost = there_and_back(name, fields)
    lost |= {field for field, is_added in _ADDED[name].items() if field not in before and is_added(before)}
    if name == "biblatex" and "number" in lost:  # it stands in the note, before what was there
        assert _loose(before["number"]) in _loose(after["note"])
        assert _loose(before.get("note", "")) in _loose(after["note"])
        lost.add("note")
    assert _loosely(after, lost) == _loosely(before, lost)


@pytest.mark.parametrize("name", ["biblatex", "bibtex", "cff", "coins", "hayagriva", "ris"])
def test_a_type_that_readers_take_for_another_is_told(name: str) -> None:
    for kind in sorted(CSL_TYPES):
        for context in _CONTEXTS:
            before, after, lost = there_and_back(name, {"id": "x", "title": "On", "type": kind, **context})
            assert ("type" in lost) == (after["type"] != before["type"]), (kind, context, after["type"])


@pytest.mark.parametrize("name", ["csl-json", "csl-yaml"])
def test_one_entry_of_every_kind_comes_back_as_it_was(name: str) -> None:
    catalog = every_kind()
    found = find_importer(name)(find_exporter(name)(catalog))
    assert [fields_of(entry) for entry in found.catalog] == [fields_of(entry) for entry in catalog]


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "ris", "hayagriva"])
def test_every_entry_of_every_kind_comes_back(name: str) -> None:
    catalog = every_kind()
    found = find_importer("bibtex" if name == "biblatex" else name)(find_exporter(name)(catalog))
    assert [entry.id for entry in found.catalog] == [entry.id for entry in catalog]
    assert {entry.type for entry in found.catalog} <= CSL_TYPES


def _loosely(fields: Fields, lost: set[str]) -> dict[str, Any]:
    """Return fields as a format without our fine distinctions has them: quotes, dashes, particles, doubts."""
    kept = {name: value for name, value in fields.items() if name not in {*lost, "protect", "custom"}}
    return {name: _loose(value) for name, value in kept.items() if value}


def _loose(value: Any) -> Any:
    if isinstance(value, str):
        return _loose_text(value)
    if isinstance(value, list):
        loose = [_loose(each) for each in value]
        return [each for place, each in enumerate(loose) if each not in loose[:place]]
    if isinstance(value, dict):
        parts = ("dropping-particle", "non-dropping-particle", "family", "literal", "given", "suffix")
        return _loose_text(" ".join(value[part] for part in parts if part in value))
    return value


def _loose_text(text: str) -> str:
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"\\([A-Za-z]+) ?", lambda macro: NAMES.get(macro[1], macro[0].rstrip()), text)
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"(?<=\d)[~?]", "", text)  # whether a year is doubtful or about right
    return re.sub(r"[$_^{}\\\s'’‘ʻʼ`\"“”„‚″′«»‹›,´-]|[‐-―−]|\.$|[*\u200d]", "", text)
