"""The BibTeX entry that the authors of a work ask for, instead of the derived one."""

from __future__ import annotations

import re

from readinglist.exporters._bib.record import Record
from readinglist.exporters._bib.spelling import CLASSIC
from readinglist.latex.decode import undecoded
from readinglist.latex.mathmode import formulas
from readinglist.latex.verbatim import url_command, verbatim
from readinglist.model.entry import Entry

VERBATIM = frozenset("url doi eprint eprinttype eprintclass archiveprefix primaryclass file pdf urldate date".split())

_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_:+.-]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_URL = re.compile(r"\\url\{([^{}\\]*)\}")
# What TeX reads in its own way, and commands whose arguments nobody has looked at.
_UNSOUND = re.compile(
    r"(?<!\\)(?:\\\\)*[%&#_$^]|[\x00-\x1f\x7f]|\\[{}(\[]|\\\Z|\\(?:url|path|nolinkurl|href|ensuremath)(?![A-Za-z])"
)


def preferred(entry: Entry) -> Record | None:
    """Return the entry as its authors publish it, if the catalog says how."""
    wanted = entry.citation.bibtex if entry.citation else None
    if wanted is None:
        return None
    fields = {_NOT_IN_NAMES.sub("", name): sound_value(name, value) for name, value in wanted.fields.items()}
    kind = _NOT_IN_NAMES.sub("", wanted.type) or "misc"
    return Record(kind, entry.id, {name: value for name, value in fields.items() if name and value})


def sound_value(name: str, value: str, *, is_latex: bool = False) -> str:
    """Return a value as it stands where it is BibTeX of known commands, and any other as the text that it is."""
    if name.lower() == "file" and is_latex and value.isprintable() and _is_balanced(value):
        return value  # its backslashes are those of the program that wrote the paths, and no style prints it
    if name.lower() in VERBATIM:
        return verbatim(value)
    if (is_latex or "\\" in value or "{" in value) and _is_sound(_URL.sub("", value)):
        value = _URL.sub(lambda found: url_command(found[1]), value)
        return _BEYOND_ASCII.sub(lambda found: CLASSIC.text(found[0]), value)
    return CLASSIC.text(value)


def _is_sound(value: str) -> bool:
    for start, end, _ in reversed(list(formulas(value))):
        value = value[:start] + value[end:]
    return not _UNSOUND.search(value) and not undecoded(value) and _is_balanced(value)


def _is_balanced(value: str) -> bool:
    level = 0
    for sign in value:
        level += {"{": 1, "}": -1}.get(sign, 0)
        if level < 0:
            return False
    return level == 0
