"""From one format into another, without any catalog on disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from readinglist.catalog_file.parse import no_garbage_collection
from readinglist.catalog_file.read import write_down
from readinglist.catalog_file.scalars import flow, scalar
from readinglist.catalog_file.write import edited
from readinglist.errors import ReadingListError
from readinglist.exporters import all_exporters, find_exporter
from readinglist.importers import Imported, find_importer
from readinglist.model.edit import AddEntry
from readinglist.model.finding import Finding
from readinglist.recognition import Recognised, recognise

CATALOG = "catalog"
# Where several formats have one suffix, the one that people mean.
_USUAL = {".bib": "bibtex", ".yaml": "csl-yaml", ".yml": "hayagriva", ".json": "csl-json"}


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8, with or without byte order mark, or else the usual one-byte encoding."""
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8-sig", "replace")


def read_source(text: str, name: str = "-", format: str | None = None) -> tuple[Imported, Recognised]:
    """Return what a text holds, and how its format was told."""
    found = Recognised(find_importer(format).name, "as asked for") if format else recognise(text, name)
    return find_importer(found.format)(text, name), found


def target_format(name: str) -> str:
    """Return the format that a file of this name is written in, or raise `ReadingListError`."""
    suffix = PurePath(name).suffix.lower()
    by_suffix = [name for name, exporter in all_exporters().items() if exporter.suffix == suffix]
    found = _USUAL.get(suffix) or next(iter(by_suffix), None)
    if found is None:
        formats = ", ".join([*all_exporters(), CATALOG])
        raise ReadingListError(f"{name}: no format has this suffix; say it with --to ({formats})")
    return found


def written_as(source: Imported, format: str) -> str:
    """Return the entries of a source in another format."""
    with no_garbage_collection():
        if format == CATALOG:
            empty, _ = write_down("catalog.yaml", catalog_head(source).encode())
            return edited(empty, [AddEntry("catalog.yaml", each.fields) for each in source.entries])
        return find_exporter(format)(source.catalog)


def catalog_head(source: Imported) -> str:
    """Return what stands in a catalog above its references: the title and the areas of a source."""
    lines = ["version: 1", *([f"title: {scalar(source.title)}"] if source.title else [])]
    areas = {
        name: {"title": area.title} | ({"parent": area.parent} if area.parent else {})
        for name, area in source.areas.items()
    }
    if areas:
        lines += ["", "areas:", *(f"  {scalar(name)}: {flow(area)}" for name, area in areas.items()), ""]
    return "".join(f"{line}\n" for line in lines)


def losses(source: Imported, format: str) -> Iterable[Finding]:
    """Return what the other format cannot hold, entry by entry."""
    return () if format == CATALOG else find_exporter(format).losses(source.catalog)
