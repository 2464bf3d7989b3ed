"""The format `cff`."""

from __future__ import annotations

from typing import Any

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._cff import from_codemeta, reference_fields
from readinglist.importers._found import finding
from readinglist.importers._yaml import offset_of, read_yaml
from readinglist.model.finding import Finding
from readinglist.model.written import Seq

_OF_OUR_LISTS = "the works that it lists"


@importer(".cff")
def cff(text: str) -> Imported:
    """Read a CITATION.cff: the software or data it is about, its preferred citation, its references.

    Of a file that `export cff` has written only the references come: the list itself is no work of it.
    """
    root, findings = read_yaml(text)
    if not isinstance(root, dict):
        if root is not None and not findings:
            findings.append(finding(said.ENTRY_DROPPED, 0, "this is no CITATION.cff: it has no fields"))
        return imported([], findings)
    if "@context" in root:
        root = from_codemeta(root)
    if "cff-version" not in root:
        findings.append(
            finding(said.SYNTAX_RECOVERED, 0, "this file does not say that it is a CITATION.cff (cff-version)")
        )
    parts = [(each, at) for each, at in _references(root, findings)]
    entries: list[tuple[Fields, int]] = []
    if _OF_OUR_LISTS not in str(root.get("message")) and ("title" in root or "authors" in root):
        own = {name: value for name, value in root.items() if name not in ("references", "preferred-citation")}
        parts.insert(0, ({"type": "software", **own, "is-root": "true"}, 0))
    for reference, at in parts:
        fields, told = reference_fields(reference)
        findings += [finding(rule, at, message) for rule, message in told]
        entries.append((fields, at))
    return imported(entries, findings)


def _references(root: dict[str, Any], findings: list[Finding]) -> list[tuple[dict[str, Any], int]]:
    preferred, others = root.get("preferred-citation"), root.get("references")
    found = [(preferred, offset_of(root, "preferred-citation"))] if preferred else []
    if isinstance(others, Seq):
        found += [(each, others.span(place)[0]) for place, each in enumerate(others)]
    elif others:
        findings.append(finding(said.ENTRY_DROPPED, offset_of(root, "references"), "references is a list"))
    for each, at in found:
        if not isinstance(each, dict):
            findings.append(finding(said.ENTRY_DROPPED, at, "this is no reference: a reference is a map of fields"))
    return [(dict(each), at) for each, at in found if isinstance(each, dict)]
