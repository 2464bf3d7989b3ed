"""The format `hayagriva`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._found import finding
from readinglist.importers._hayagriva import work_fields
from readinglist.importers._yaml import offset_of, read_yaml


@importer(".yml", ".yaml")
def hayagriva(text: str) -> Imported:
    """Read Hayagriva, the YAML of Typst's bibliographies: a map from key to work.

    What a work is a part of becomes its container, event or series; braces around capitals become
    `protect` where the usual rule would not keep them. What a catalog has no place for stays under
    `custom: {hayagriva: …}`.
    """
    root, findings = read_yaml(text)
    if not isinstance(root, Mapping):
        if root is not None and not findings:
            findings.append(finding(said.ENTRY_DROPPED, 0, "this is no map from keys to works"))
        root = {}
    entries: list[tuple[Fields, int]] = []
    for key, work in root.items():
        at = offset_of(root, key) or max(text.find(f"{key}:"), 0)
        if not isinstance(work, Mapping):
            findings.append(finding(said.ENTRY_DROPPED, at, f"'{key}' is no work: a work is a map of fields"))
            continue
        fields, told = work_fields(key, _plain(work))
        findings += [finding(rule, at, message) for rule, message in told]
        entries.append((fields, at))
    return imported(entries, findings)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value
