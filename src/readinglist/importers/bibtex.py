"""The format `bibtex`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._bib.inherit import RELATIONS, resolved
from readinglist.importers._bib.raw import Raw
from readinglist.importers._bib.scan import Block, Scan
from readinglist.importers._bib.work import entry_fields
from readinglist.importers._found import finding
from readinglist.model.finding import Finding


@importer(".bib", ".bibtex", ".biblatex")
def bibtex(text: str) -> Imported:
    """Read BibTeX and BibLaTeX, in one file too: each field tells which of the two it belongs to.

    Macros, `#`, months, `crossref` and `xdata` are resolved, accents and commands become the characters
    they print, and braces around capitals become `protect` where the usual rule would not keep them. A
    field that a catalog has no place for stays under `custom: {bibtex: …}` as it is, and goes back into the
    next .bib. A mistake in the file costs what it makes unreadable, is told with its line, and hides nothing
    else.
    """
    scan = Scan(text)
    blocks = list(scan.blocks())
    parents = _parents(blocks)
    entries: list[tuple[Fields, int]] = []
    blocks.reverse()
    while blocks:  # each gives its memory to the entry that is made of it
        entries += _entry(blocks.pop(), parents, scan.findings)
    return imported(entries, scan.findings)


def _parents(blocks: Sequence[Block]) -> dict[str, Block]:
    """Return the entries that others name in `crossref` or `xdata`; of several with one key, the first."""
    named = {
        key.strip().lower()
        for block in blocks
        for name, value in block.fields
        if name.lower() in RELATIONS
        for key in value.split(",")
    }
    found: dict[str, Block] = {}
    for block in blocks if named else ():
        if (key := (block.key or "").lower()) in named:
            found.setdefault(key, block)
    return found


def _entry(block: Block, parents: dict[str, Block], findings: list[Finding]) -> Iterator[tuple[Fields, int]]:
    if block.kind.lower() == "xdata":
        return
    fields = block.fields
    if any(name.lower() in RELATIONS for name, _ in fields):
        fields, troubles = resolved(block, parents)
        findings += [finding(said.NOT_RESOLVED, block.offset, trouble.message) for trouble in troubles]
    entry, told = entry_fields(block.kind, block.key, Raw(fields))
    if told:
        findings += [finding(rule, block.offset, f"{block.key or 'an entry'}: {message}") for rule, message in told]
    yield entry, block.offset
