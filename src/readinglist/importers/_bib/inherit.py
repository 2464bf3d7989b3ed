"""What entries take over from others: `crossref` as BibTeX and BibLaTeX have it, and `xdata`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from readinglist.importers._bib.scan import Block

# A work within another has its own of these, or none.
_NEVER = frozenset(
    "abstract annotation annote archiveprefix biburl bibsource crossref doi entryset entrysubtype eprint eprintclass"
    " eprinttype execute file ids key keywords label note options pages pagetotal pmid pmcid presort primaryclass"
    " related shorthand sortkey timestamp title subtitle titleaddon shorttitle sorttitle indextitle type url urldate"
    " xdata xref".split()
)
_IN_A_BOOK = frozenset("inbook incollection inproceedings conference inreference suppbook suppcollection".split())
_AS_CONTAINER = {"title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"}
_AS_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle", "shorttitle": "shortjournal"}
_DEEPEST = 8

RELATIONS = ("xdata", "crossref")
"""The fields that name the entries to take over from."""


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A parent that cannot be taken over from."""

    key: str
    message: str


def resolved(block: Block, blocks: Mapping[str, Block]) -> tuple[list[tuple[str, str]], list[Unresolved]]:
    """Return the fields of an entry with what it takes over, and the parents that are missing."""
    troubles: list[Unresolved] = []
    fields = _whole(block, blocks, (block.key or "",), troubles)
    return fields, troubles


def _whole(
    block: Block, blocks: Mapping[str, Block], way: tuple[str, ...], troubles: list[Unresolved]
) -> list[tuple[str, str]]:
    own = {name.lower(): value for name, value in block.fields}
    fields = list(block.fields)
    for relation in RELATIONS:
        for key in (part.strip() for part in own.get(relation, "").split(",") if part.strip()):
            parent = blocks.get(key.lower())
            if parent is None or key.lower() in map(str.lower, way) or len(way) > _DEEPEST:
                why = "there is no such entry" if parent is None else "which leads round in a circle"
                troubles.append(Unresolved(key, f"{relation} to '{key}': {why}"))
                continue
            fields = [(name, value) for name, value in fields if name.lower() != relation]
            inner = _whole(parent, blocks, (*way, key), troubles)
            taken = inner if relation == "xdata" else list(_taken_over(block.kind.lower(), parent, inner))
            stated = {name.lower() for name, _ in fields}
            fields += [(name, value) for name, value in taken if name.lower() not in stated]
    return fields


def _taken_over(kind: str, parent: Block, inner: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    names = {name.lower() for name, _ in inner}
    renamed = _AS_CONTAINER if kind in _IN_A_BOOK else _AS_JOURNAL if parent.kind.lower() == "periodical" else {}
    for name, value in inner:
        folded = name.lower()
        if folded in renamed:
            if renamed[folded] not in names:
                yield renamed[folded], value
        elif folded not in _NEVER:
            yield name, value
