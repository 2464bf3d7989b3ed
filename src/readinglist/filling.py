"""Fill the regions of other people's files from the catalog; what a person changed in one is shown, never lost.

The sums of what was written are in REGIONS.sha256 beside the exports: a region that holds something else was
written by hand, and stays as it is until it is asked to go.
"""

from __future__ import annotations

import difflib
import glob
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from readinglist.catalog_file.change import Change
from readinglist.config import Config
from readinglist.errors import BadConfig, BadRegion, CannotRead, CannotWrite, why
from readinglist.exporters import find_exporter
from readinglist.markdown.regions import Region, filled, holds_marker, regions
from readinglist.model.catalog import Catalog
from readinglist.model.query import parse_query
from readinglist.store import write_whole
from readinglist.templates import with_template

SUMS = "REGIONS.sha256"


def region_changes(config: Config, catalog: Catalog, *, force: bool = False) -> tuple[Change, ...]:
    """Return the files whose regions change; raise `CannotWrite` where one was written by hand, with the difference.

    Raises `BadRegion` with the line of every marker that is not one of a pair.
    """
    known = _known(config)
    changes = []
    by_hand: list[str] = []
    for name in _files(config):
        text = _text(config.root / name)
        found = regions(text, name)
        contents = [_content(config, catalog, region, name) for region in found]
        after = filled(text, found, contents)
        if after != text:
            by_hand += [_shown(name, region, text, content) for region, content in zip(found, contents, strict=True)
                        if _is_by_hand(text, region, content, known)]  # fmt: skip
            changes.append(Change(name, text, after))
    if by_hand and not force:
        told = "".join(by_hand)
        raise CannotWrite(f"{told}these regions were changed by hand; move the change into the catalog, or say --force")
    return tuple(changes)


def write_regions(config: Config, changes: tuple[Change, ...]) -> None:
    """Write files whose regions change, and remember what stands in every region now."""
    for change in changes:
        write_whole(config.root / change.file, change.after)
    sums: list[str] = []
    for name in _files(config):
        text = _text(config.root / name)
        sums += [f"{_sum(text[region.begin : region.end])}  {name}" for region in regions(text, name)]
    file = config.root / config.settings.folder / SUMS
    lines = "".join(f"{line}\n" for line in sums)
    if lines != (_text(file) if file.exists() else ""):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, lines)


def _files(config: Config) -> Iterator[str]:
    for pattern in config.settings.regions:
        names = sorted(glob.glob(pattern, root_dir=config.root, recursive=True))  # noqa: PTH207 — root_dir
        if not names and not glob.has_magic(pattern):
            raise CannotRead(f"{config.root / pattern}: no such file, though {config.file} names it in `regions`")
        for name in names:
            if not (config.root / name).resolve().is_relative_to(config.root.resolve()):
                raise BadConfig(f"{config.file}: '{name}' in `regions` is outside of {config.root}")
            yield name


def _content(config: Config, catalog: Catalog, region: Region, file: str) -> str:
    """Return what a region asks for: entries of an area or query, in a format with its options."""
    wanted = dict(region.wanted)
    exporter = find_exporter(wanted.pop("format", "markdown"))
    query = " ".join(
        filter(None, [wanted.pop("query", ""), f'area:"{area}"' if (area := wanted.pop("area", "")) else ""])
    )
    edition = wanted.pop("edition", "")
    chosen = parse_query(query).select(catalog.edition(edition) if edition else catalog)
    if area and area not in catalog.areas:
        raise BadRegion(f"{file}:{region.line}:1: no area named '{area}'; there is {', '.join(catalog.areas)}")
    content = exporter(chosen, with_template(config, _options(wanted)))
    if holds_marker(content):
        told = "the words of an entry hold a marker of a region, which would end this one"
        raise BadRegion(f"{file}:{region.line}:1: {told}; take the marker out of the annotation")
    return content


def _options(wanted: Mapping[str, str]) -> dict[str, Any]:
    return {name: {"true": True, "false": False}.get(value, value) for name, value in wanted.items()}


def _is_by_hand(text: str, region: Region, content: str, known: set[str]) -> bool:
    present = text[region.begin : region.end]
    return bool(present.strip()) and _plain(present) != _plain(content) and _sum(present) not in known


def _plain(content: str) -> str:
    return content.replace("\r\n", "\n").strip("\n")


def _shown(name: str, region: Region, text: str, content: str) -> str:
    present = _plain(text[region.begin : region.end]).splitlines()
    lines = difflib.unified_diff(
        present, _plain(content).splitlines(), f"{name}:{region.line}", "the catalog", lineterm=""
    )
    return "\n".join(lines) + "\n"


def _known(config: Config) -> set[str]:
    file = config.root / config.settings.folder / SUMS
    return {line.split(" ")[0] for line in _text(file).splitlines()} if file.exists() else set()


def _sum(content: str) -> str:
    return hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {why(error)}") from error
