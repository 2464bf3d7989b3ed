"""Reads a conformance case and renders it the way the suite asks for."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readinglist.citations import Citation, Cite, Processor, read_style
from readinglist.citations.output import format_named

_SECTION = re.compile(r"^>>=+ (?P<name>[A-Z-]+) =+>>\n(?P<text>.*?)\n?<<=+ (?P=name) =+<<", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case: what goes in, and what must come out."""

    name: str
    sections: dict[str, str]

    @property
    def expected(self) -> str:
        return self.sections["RESULT"].strip()

    def json(self, section: str) -> Any:
        return json.loads(self.sections[section]) if section in self.sections else None


def read_case(path: Path) -> Case:
    text = path.read_text(encoding="utf-8-sig")
    return Case(path.stem, {match["name"]: match["text"] for match in _SECTION.finditer(text)})


def rendered(case: Case) -> str:
    """What we make of it, without the links that the suite's own output does not have."""
    return re.sub(r"</?a\b[^>]*>", "", _rendered(case)).strip()


def _rendered(case: Case) -> str:
    if case.sections["MODE"].strip().startswith("bibliography"):
        return _bibliography(case)
    if case.json("CITATIONS"):
        return _document(case)
    return _citations(case)


def _processor(case: Case, cited: list[str], items: list[Any] | None = None) -> Processor:
    return Processor(read_style(case.sections["CSL"], case.name), items or case.json("INPUT"), cited_first=cited)


def _bibliography(case: Case) -> str:
    wanted = case.json("BIBENTRIES")
    items = case.json("INPUT")
    if wanted:
        last = {str(one) for one in wanted[-1]}
        items = [item for item in items if str(item["id"]) in last]
    cited = [cite.id for cluster in case.json("CITATION-ITEMS") or [] for cite in map(_cite, cluster)]
    citations = [_citation(row[0]) for row in case.json("CITATIONS") or []]
    cited += [cite.id for citation in citations for cite in citation.cites]
    if citations:
        items = [item for item in items if str(item["id"]) in cited]
    processor = _processor(case, cited, items)
    html = format_named("html")
    entries = "".join(f"{html.entry[0]}{text}{html.entry[1]}" for _, text in processor.entries("html"))
    return f"{html.bibliography[0]}{entries}{html.bibliography[1]}"


def _citations(case: Case) -> str:
    clusters = case.json("CITATION-ITEMS") or [
        [{"id": one} for one in dict.fromkeys(item.get("id", "") for item in case.json("INPUT"))]
    ]
    citations = [Citation([_cite(raw) for raw in cluster]) for cluster in clusters]
    processor = _processor(case, [])
    given = [[(_position(raw)) for raw in cluster] for cluster in clusters]
    return "\n".join(processor.citations_as_placed(citations, given, "html"))


def _position(raw: dict[str, Any]) -> tuple[int, bool, int]:
    return int(raw.get("position", 0)), bool(raw.get("near-note")), int(raw.get("first-reference-note-number", 0))


def _cite(raw: dict[str, Any]) -> Cite:
    return Cite(
        str(raw["id"]), str(raw.get("locator", "")).strip(), raw.get("label") or "page", raw.get("prefix") or "",
        raw.get("suffix") or "", bool(raw.get("suppress-author")), bool(raw.get("author-only")),
    )  # fmt: skip


def _citation(raw: dict[str, Any]) -> Citation:
    note = raw.get("properties", {}).get("noteIndex", 0)
    return Citation([_cite(cite) for cite in raw["citationItems"]], note, raw.get("citationID", ""))


def _document(case: Case) -> str:
    """The document after its last change; citations that the change touched are marked `>>`."""
    states = case.json("CITATIONS")
    known: dict[str, dict[str, Any]] = {}
    before: dict[str, str] = {}
    lines: list[str] = []
    for number, (raw, earlier, later) in enumerate(states):
        one = raw.get("citationID") or f"citation-{number}"
        known[one] = {**raw, "citationID": one}
        for other, note in [*earlier, *later]:
            known[other].setdefault("properties", {})["noteIndex"] = note
        order = [*[row[0] for row in earlier], one, *[row[0] for row in later]]
        citations = [_citation(known[name]) for name in order]
        if number < len(states) - 2:
            continue
        cited = [cite.id for citation in citations for cite in citation.cites]
        items = [item for item in case.json("INPUT") if str(item["id"]) in cited]
        texts = _processor(case, cited, items).citations(citations, "html")
        now = dict(zip(order, texts, strict=True))
        changed = [name == one or before.get(name) != text for name, text in now.items()]
        lines = [
            f"{'>>' if new else '..'}[{at}] {text}" for at, (new, text) in enumerate(zip(changed, texts, strict=True))
        ]
        before = now
    return "\n".join(lines)
