"""Editions: the list as it was published on a day, in a folder of its own that never changes again."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from readinglist.building import SUMS, export_texts, sums_of
from readinglist.catalog_file.change import Change
from readinglist.catalog_file.read import contents_of
from readinglist.catalog_file.write import edited
from readinglist.errors import EditRefused
from readinglist.exporters import find_exporter
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Data, SetValue
from readinglist.model.header import Edition
from readinglist.model.place import Place
from readinglist.reading_list import ReadingList, read_contents
from readinglist.store import locked, write_whole
from readinglist.whereabouts import shown

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_COPY = "catalog"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an edition is to be called, and when it is published; a day that was stated before stays."""

    name: str
    title: str | None = None
    day: datetime.date | None = None


def freeze(where: ReadingList, wanted: Wanted, *, write: bool = True, force: bool = False) -> tuple[Change, ...]:
    """Write an edition of the list as it is now, and note it in the catalog; return what changes.

    Raises `EditRefused` where an edition of this name is there already and is another, unless `force` replaces it.
    """
    if not _NAME.fullmatch(wanted.name):
        raise EditRefused(f"'{wanted.name}' cannot be the name of an edition; use letters, digits, `.`, `_` and `-`")
    noted = dict(_noted(where.sound(), wanted))
    contents = contents_of(where.files) | {file: text.encode() for file, text in noted.items()}
    catalog = read_contents(contents)
    folder = folder_of(where, wanted.name)
    texts = dict(_texts(where, catalog, wanted.name, contents))
    texts[shown(str(folder / SUMS))] = sums_of(folder, texts)
    before = contents_of(Path(file) for file in (*noted, *texts) if Path(file).is_file())
    changes = tuple(
        Change(file, before[file].decode("utf-8", "surrogateescape") if file in before else None, text)
        for file, text in (*noted.items(), *texts.items())
        if before.get(file) != text.encode()
    )
    _refuse_another(folder, changes, force=force)
    if write:
        _write(where.config.root, changes)
    return changes


def edition(where: ReadingList, name: str, present: Catalog) -> Catalog:
    """Return an edition as it was frozen; one that never was, with its entries as they are now."""
    copies = sorted((folder_of(where, name) / _COPY).glob("*"))
    return (read_contents(contents_of(copies)) if copies else present).edition(name)


def folder_of(where: ReadingList, name: str) -> Path:
    """Return the folder of an edition."""
    return where.config.root / where.config.settings.editions / name


def _noted(catalog: Catalog, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Yield the catalog file that names the edition, if it does not yet say just that, with its new text."""
    known = catalog.editions.get(wanted.name)
    day = wanted.day or (None if known and known.date else datetime.date.today())
    title = wanted.title or (known.title if known else None)
    date = day.isoformat() if day else known.date.text if known and known.date else ""
    if known and known.date and (known.date.text, known.title) == (date, title):
        return
    ids = known.ids if known else tuple(entry.id for entry in catalog)
    value: Data = {"ids": list(ids), "date": date, **({"title": title} if title else {})}
    holds = next((file for file, header in catalog.headers.items() if header.editions), None)
    file = holds or next(iter(catalog.written))
    place = Place(file, ("editions",))
    edit = SetValue(place.at(wanted.name), value) if holds else SetValue(place, {wanted.name: value})
    yield file, edited(catalog.written[file], [edit])


def _texts(where: ReadingList, catalog: Catalog, name: str, contents: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    folder, chosen = folder_of(where, name), catalog.edition(name)
    yield from export_texts(where.config, chosen, folder)
    yield shown(str(folder / "CITATION.cff")), find_exporter("cff")(chosen, _about(catalog, name))
    for file, data in contents.items():
        yield shown(str(folder / _COPY / Path(file).name)), data.decode("utf-8", "surrogateescape")


def _about(catalog: Catalog, name: str) -> dict[str, object]:
    known: Edition = catalog.editions[name]
    called = known.title or catalog.title or "Reading list"
    return {"title": called, "release": name, "released": known.date.text if known.date else ""}


def _refuse_another(folder: Path, changes: tuple[Change, ...], *, force: bool) -> None:
    inside = shown(str(folder)) + "/"
    other = [change.file for change in changes if change.before is not None and change.file.startswith(inside)]
    if other and not force:
        told = "was frozen as something else; give the edition another name, or say --force to replace it"
        raise EditRefused(f"{', '.join(other)}: {told}")


def _write(root: Path, changes: tuple[Change, ...]) -> None:
    with locked(root):
        for change in changes:
            Path(change.file).parent.mkdir(parents=True, exist_ok=True)
            write_whole(Path(change.file), change.after)
