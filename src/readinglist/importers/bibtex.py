"""The format `bibtex`."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._bib.inherit import resolved
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
    by_key: dict[str, Block] = {}
    for block in blocks:
        by_key.setdefault((block.key or "").lower(), block)
    entries = [each for block in blocks for each in _entry(block, by_key, scan.findings)]
    return imported(entries, scan.findings)


def _entry(block: Block, by_key: dict[str, Block], findings: list[Finding]) -> Iterator[tuple[Fields, int]]:
    if block.kind.lower() == "xdata":
        return
    fields = block.fields
    if any(name.lower() in ("crossref", "xdata") for name, _ in fields):
        fields, troubles = resolved(block, by_key)
        findings += [finding(said.NOT_RESOLVED, block.offset, trouble.message) for trouble in troubles]
    entry, told = entry_fields(block.kind, block.key, Raw(fields))
    if told:
        findings += [finding(rule, block.offset, f"{block.key or 'an entry'}: {message}") for rule, message in told]
    yield entry, block.offset
