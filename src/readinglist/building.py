"""Write every export that the configuration names; touch only what changes, and nothing that somebody else wrote.

What was written is remembered in SHA256SUMS beside the exports: a file whose sum is not there, or is another one,
was made or changed by somebody else, and stays as it is until it is asked to go.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from readinglist.catalog_file.change import Change
from readinglist.config import Config
from readinglist.errors import BadConfig, CannotRead, CannotWrite, ReadingListError, why
from readinglist.exporters import Exporter, find_exporter
from readinglist.filling import region_changes, write_regions
from readinglist.model.catalog import Catalog
from readinglist.model.query import parse_query
from readinglist.page.options import Published
from readinglist.settings import ExportSettings
from readinglist.store import locked, write_whole
from readinglist.templates import with_template
from readinglist.whereabouts import shown

SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class Build:
    """What a build found: the files that change, and those that are no longer asked for."""

    changes: tuple[Change, ...]
    outdated: tuple[str, ...]
    filled: tuple[Change, ...] = ()
    """The files of which regions change."""

    @property
    def stale(self) -> bool:
        """Whether anything on disk is not what the catalog says."""
        return bool(self.changes or self.outdated or self.filled)


def build(config: Config, catalog: Catalog, *, write: bool = True, force: bool = False) -> Build:
    """Write the exports that the configuration names, or with `write=False` only say what would change.

    Raises `CannotWrite`, before anything is written, where a file was made or changed by somebody else,
    unless `force` says that it may go.
    """
    folder = config.root / config.settings.folder
    texts = dict(export_texts(config, catalog, folder))
    filled = region_changes(config, catalog, force=force or not write)
    if not write:
        return replace(_compare(folder, texts), filled=filled)
    folder.mkdir(parents=True, exist_ok=True)
    with locked(folder):
        found = _compare(folder, texts)
        if not force:
            _refuse_to_lose(folder, found)
        for change in found.changes:
            Path(change.file).parent.mkdir(parents=True, exist_ok=True)
            write_whole(Path(change.file), change.after)
        for file in found.outdated:
            Path(file).unlink()
        _remember(folder, texts)
        if config.settings.regions:
            write_regions(config, filled)
    return replace(found, filled=filled)


def export(config: Config, catalog: Catalog, wanted: ExportSettings) -> str:
    """Return the text of one export."""
    chosen = catalog.edition(wanted.edition) if wanted.edition else catalog
    exporter = find_exporter(wanted.format)
    return exporter(parse_query(wanted.query).select(chosen), options_of(config, exporter, wanted.options))


def options_of(config: Config, exporter: Exporter, stated: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of an export: what is stated, and behind it what the configuration says for its format."""
    return {**page_options(config, exporter), **with_template(config, stated)}


def page_options(config: Config, exporter: Exporter) -> dict[str, Any]:
    """Return what `[page]` says for a format, and which files stand beside each other; nothing for what is no page."""
    if not issubclass(exporter.options, Published):
        return {}
    settings = config.settings
    templates = config.root / settings.templates
    shared = {**asdict(settings.page), "templates": str(templates), "beside": _beside(settings.exports)}
    return {name: value for name, value in shared.items() if name in exporter.options.model_fields}


def _beside(exports: Mapping[str, ExportSettings]) -> dict[str, str]:
    """Return the exports of the whole list by name: the last one of each format, and of pages of each language."""
    whole = {name: each for name, each in exports.items() if not each.query and not each.edition}
    kinds = {str(each.options.get("language") or each.format): name for name, each in whole.items()}
    return {name: kind for kind, name in kinds.items()}


def export_texts(config: Config, catalog: Catalog, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of each export in a folder, as people write it, and its text."""
    for name, wanted in config.settings.exports.items():
        if not _inside(folder, name) or name == SUMS:
            told = f"the export '{name}' would be written outside of {shown(str(folder))}; name a file in it"
            raise BadConfig(f"{config.where('exports', name)}: {told}")
        try:
            yield shown(str(folder / name)), export(config, catalog, wanted)
        except ReadingListError as error:
            raise BadConfig(f"{config.where('exports', name)}: export '{name}': {error}") from error


def _inside(folder: Path, name: str) -> bool:
    return (folder / name).resolve().is_relative_to(folder.resolve())


def _compare(folder: Path, texts: Mapping[str, str]) -> Build:
    pairs = [(file, _present(Path(file)), text) for file, text in texts.items()]
    changes = tuple(Change(file, before, text) for file, before, text in pairs if before != text)
    known = _sums(folder)
    return Build(changes, tuple(file for file in known if file not in texts and _sum_of(file) == known[file]))


def _present(file: Path) -> str | None:
    try:
        return file.read_bytes().decode("utf-8", "surrogateescape") if file.exists() else None
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {why(error)}") from error


def _refuse_to_lose(folder: Path, found: Build) -> None:
    known = _sums(folder)
    existing = [change.file for change in found.changes if change.before is not None]
    foreign = [file for file in existing if known.get(file) != _sum_of(file)]
    if foreign:
        told = "not what readinglist wrote there; move it away, or say --force to replace it"
        raise CannotWrite(f"{', '.join(foreign)}: {told}")


def _sums(folder: Path) -> dict[str, str]:
    """Return the sums of what was written, by path; lines that are none (a merge's marks) are passed over."""
    rows = (line.split("  ", 1) for line in (_present(folder / SUMS) or "").splitlines())
    sums = {row[1]: row[0] for row in rows if len(row) == 2 and len(row[0]) == 64}
    return {shown(str(folder / name)): known for name, known in sums.items() if _inside(folder, name)}


def _sum_of(file: str) -> str | None:
    return hashlib.sha256(Path(file).read_bytes()).hexdigest() if Path(file).is_file() else None


def sums_of(folder: Path, texts: Mapping[str, str]) -> str:
    """Return the sums of files in a folder, a line each, as `sha256sum` writes them."""
    start = len(shown(str(folder))) + 1
    rows = {file[start:]: hashlib.sha256(text.encode()).hexdigest() for file, text in texts.items()}
    return "".join(f"{total}  {name}\n" for name, total in sorted(rows.items()))


def _remember(folder: Path, texts: Mapping[str, str]) -> None:
    lines = sums_of(folder, texts)
    if lines != (_present(folder / SUMS) or ""):
        write_whole(folder / SUMS, lines)
