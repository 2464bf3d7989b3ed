"""What stops the work, as opposed to a finding about the data.

ReadingListError
├── UnknownName      a name nobody knows; says which one was probably meant
├── BadQuery         a query that cannot be understood
├── BadConfig        readinglist.toml cannot be used
├── BadRule          a file with rules of the house cannot be used, or a rule of it fails
├── BadTemplate      a template of Markdown asks for what there is not
├── BadRegion        the markers of a region in a file are no pair, or ask for what is not there
├── CannotRead       a file that must be read cannot be
├── CannotWrite      a file that must be written cannot be
├── EditRefused      an edit that would not do what was asked
└── CatalogBroken    the catalog has errors; carries the findings
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readinglist.model.catalog import Catalog
    from readinglist.model.finding import Finding


class ReadingListError(Exception):
    """The work cannot go on; the text says what, where and what to do."""


class UnknownName(ReadingListError):
    """A name nobody knows, with the nearest known one."""

    def __init__(self, kind: str, name: str, known: Iterable[str], hint: str = "") -> None:
        """Tell the nearest of the `known` names; where none is near, give the `hint`."""
        self.name = name
        hint = did_you_mean(name, known) or hint
        super().__init__(f"no {kind} named '{name}'" + (f"; {hint}" if hint else ""))


class BadQuery(ReadingListError):
    """A query that cannot be understood, with the column of the trouble."""


class BadConfig(ReadingListError):
    """The configuration cannot be used."""


class BadRule(ReadingListError):
    """A file with rules of one's own cannot be used, or one of its rules fails; says the line of that file."""


class BadRegion(ReadingListError):
    """The markers of a region in a file are no pair, or ask for what is not there; says each with its line."""


class BadTemplate(ReadingListError):
    """A template asks for what there is not, or is not written as one; says each mistake with its place."""


class CannotRead(ReadingListError):
    """A file that must be read cannot be."""


class NoBibliography(CannotRead):
    """A file of data that is sound, and says nothing of any work; `told` says so without the file's name."""

    def __init__(self, file: str, told: str) -> None:
        super().__init__(f"{file}: {told}")
        self.told = told


class CannotWrite(ReadingListError):
    """A file that must be written cannot be."""


class EditRefused(ReadingListError):
    """An edit that would not do what was asked, so nothing was written."""


class CatalogBroken(ReadingListError):
    """The catalog has errors, so nothing was made from it."""

    def __init__(self, catalog: Catalog, findings: Sequence[Finding]) -> None:
        self.catalog = catalog
        self.findings = tuple(findings)
        number = len(self.findings)
        super().__init__(f"the catalog has {number} error{'s' * (number != 1)}; `readinglist lint` lists them")


def why(error: OSError) -> str:
    """Return why a file could not be used, and what to do."""
    advice = {
        "FileNotFoundError": "there is no such file or folder; check the path",
        "IsADirectoryError": "this is a folder; name a file in it",
        "NotADirectoryError": "a part of this path is a file, not a folder; check the path",
        "PermissionError": "its permissions do not allow it; change them, or name another file",
    }
    return advice.get(type(error).__name__) or error.strerror or str(error)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that was probably meant, if one is near."""
    import difflib

    by_folded = {word.casefold(): word for word in known}
    if name.casefold() in by_folded:
        return by_folded[name.casefold()]
    close = difflib.get_close_matches(name.casefold()[:80], by_folded, n=5, cutoff=0.6)
    likeness = difflib.SequenceMatcher(None, "", name.casefold()[:80])

    def near(word: str) -> tuple[float, int]:
        likeness.set_seq1(word)
        return likeness.ratio(), -abs(len(word) - len(name))  # of two that are as like, the one as long

    return by_folded[max(close, key=near)] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a hint: the nearest name, else the choice when it is short, else nothing."""
    names = sorted(known)
    if found := nearest(name, names):
        return f"did you mean '{found}'?"
    return f"there is {', '.join(names)}" if 0 < len(names) <= 12 else ""
