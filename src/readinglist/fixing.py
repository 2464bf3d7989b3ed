"""Apply the fixes that findings carry, round by round, until nothing more can be fixed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from readinglist.catalog_file.read import read_catalog
from readinglist.catalog_file.write import edited
from readinglist.errors import EditRefused
from readinglist.model.catalog import Catalog
from readinglist.model.edit import AddEntry, Edit, Fix
from readinglist.model.finding import Finding

MOST_ROUNDS = 20
Judge = Callable[[Catalog], Sequence[Finding]]


def fixed_texts(catalog: Catalog, judge: Judge, *, unsafe: bool = False) -> dict[str, str]:
    """Return the texts of the catalog's files after every fix that `judge`'s findings carry.

    In a round each field is fixed once; fixing again and again settles what one fix brings to light.
    """
    texts = {file: written.text for file, written in catalog.written.items()}
    for _ in range(MOST_ROUNDS):
        fixes = _apart([found.fix for found in judge(catalog) if found.fix and (unsafe or found.fix.safe)])
        texts, before = _made(catalog, texts, fixes), texts
        if texts == before:
            break
        anew = read_catalog({file: text.encode() for file, text in texts.items()})
        catalog = replace(anew, today=catalog.today, house=catalog.house)
    return texts


def _apart(fixes: Sequence[Fix]) -> list[Fix]:
    """Return the fixes that do not get into each other's way, the first of those that do."""
    taken: set[object] = set()
    chosen = []
    for fix in fixes:
        fields = {_field(edit) for edit in fix.edits}
        if not fields & taken:
            taken |= fields
            chosen.append(fix)
    return chosen


def _field(edit: Edit) -> object:
    """Return what an edit claims for itself: a field of an entry."""
    return edit if isinstance(edit, AddEntry) else (edit.place.file, edit.place.path[:3])


def _made(catalog: Catalog, texts: dict[str, str], fixes: Sequence[Fix]) -> dict[str, str]:
    """Return the texts with the fixes made; one that cannot be made without harm is left to a person."""
    made = dict(texts)
    for file, written in catalog.written.items():
        own = [fix.edits for fix in fixes if all(_file(edit) == file for edit in fix.edits)]
        if not written.sound:
            continue
        try:
            made[file] = edited(written, [edit for edits in own for edit in edits])
        except EditRefused:
            made[file] = next((text for edits in own if (text := _alone(catalog, file, edits))), texts[file])
    return made


def _alone(catalog: Catalog, file: str, edits: Sequence[Edit]) -> str | None:
    try:
        return edited(catalog.written[file], list(edits))
    except EditRefused:
        return None


def _file(edit: Edit) -> str:
    return edit.file if isinstance(edit, AddEntry) else edit.place.file
