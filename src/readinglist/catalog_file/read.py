"""Catalog files into a catalog: everything that can be understood, and every problem with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from readinglist.catalog_file import problems
from readinglist.catalog_file.parse import NotYaml, Trouble, no_garbage_collection, parse
from readinglist.catalog_file.recover import recover
from readinglist.catalog_file.text import decode, hidden_in, readable
from readinglist.errors import CannotRead, why
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.header import Area, Edition, Header
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_fields, canonical_name
from readinglist.model.written import Map, Node, Seq, Written

FORMAT_VERSION = 1

_entry = TypeAdapter(Entry).validator.validate_python
_header = TypeAdapter(Header).validator.validate_python


def read_files(files: Iterable[Path]) -> Catalog:
    """Return the catalog in these files, in this order; raise `CannotRead` where a file cannot be opened."""
    return read_catalog(contents_of(files))


def contents_of(files: Iterable[Path]) -> dict[str, bytes]:
    """Return what stands in files, by their names; raise `CannotRead` where one cannot be opened."""
    contents: dict[str, bytes] = {}
    for file in files:
        try:
            contents[file.as_posix()] = file.read_bytes()
        except OSError as error:
            raise CannotRead(f"{file}: cannot be read: {why(error)}") from error
    return contents


def read_text(text: str, file: str = "catalog.yaml") -> Catalog:
    """Return the catalog that a text holds."""
    return read_catalog({file: text.encode()})


def read_fields(fields: Mapping[str, Any]) -> Entry | None:
    """Return the entry that these fields make, or None where they make none."""
    try:
        entry: Entry = _entry({"id": "new"} | dict(fields))
    except ValidationError:
        return None
    return entry


def read_catalog(contents: Mapping[str, bytes]) -> Catalog:
    """Return the catalog in the given files, with every problem of every one."""
    with no_garbage_collection():
        parts = [_read_file(file, data) for file, data in contents.items()]
        return _join(parts)


def write_down(file: str, data: bytes) -> tuple[Written, list[Finding]]:
    """Return a file as written, and what is wrong with it as YAML."""
    text, bom, troubles = decode(data)
    clean, more = readable(text)
    troubles += more
    sound = not troubles
    found: list[Trouble] = []
    try:
        root = parse(clean, 0, found)
    except NotYaml as error:
        sound = False
        root, found = recover(clean, error.trouble)
    troubles += found
    if not isinstance(root, Map):
        if root is not None:
            troubles.append(
                Trouble(0, "wrong-type", "a catalog is a map; put `references:` on a line of its own above the entries")
            )
        root, _ = recover("", Trouble(0, "", ""))
    findings = [Finding(Place(file, offset=each.offset), each.message, rule=each.rule) for each in troubles]
    return Written(file, text, root, bom, sound and not troubles), findings


def _read_file(file: str, data: bytes) -> tuple[Written, Header, list[Entry], list[Finding]]:
    return _read_written(*write_down(file, data))


def problems_of(raw: Node, place: Place) -> list[Finding]:
    """Return what is wrong with an entry as it is written."""
    return _read_entry(raw, place)[1]


def problems_around(files: Iterable[Written]) -> tuple[Finding, ...]:
    """Return what is wrong with files that are sound as YAML, their entries aside."""
    return _join([_read_written(written, [], with_entries=False) for written in files]).problems


def _read_written(
    written: Written, findings: list[Finding], *, with_entries: bool = True
) -> tuple[Written, Header, list[Entry], list[Finding]]:
    file = written.file
    place = Place(file)
    if newer := newer_version(written.root):
        told = f"this file has format version {newer}, and this readinglist knows {FORMAT_VERSION}; upgrade readinglist"
        return written, Header(), [], [Finding(place.at("version"), told, rule="newer-version")]
    header = {key: value for key, value in written.root.items() if key != "references" and value is not None}
    fields, problem = _valid(_header, header, place, written.root)
    findings += problem
    entries: list[Entry] = []
    references = written.root.get("references")
    if isinstance(references, Seq):
        for index, raw in enumerate(references if with_entries else ()):
            entry, problem = _read_entry(raw, place.at("references", index))
            findings += problem
            entries += entry
    elif references is not None:
        findings.append(
            Finding(place.at("references"), "references is a list; each entry starts with '- '", rule="wrong-type")
        )
    return written, fields or Header(), entries, findings


def newer_version(root: Map) -> str | None:
    """Return the version of a file's format, if this program does not know it; then nothing in the file is read."""
    version = root.get("version")
    if not isinstance(version, str) or not re.fullmatch("[0-9]{1,9}", version) or int(version) <= FORMAT_VERSION:
        return None
    return version


def _read_entry(raw: Any, place: Place) -> tuple[list[Entry], list[Finding]]:
    if not isinstance(raw, Map):
        return [], [problems.not_an_entry(raw, place)]
    findings = list(_same_field_twice(raw, place)) if len(raw) > 1 else []
    findings += _hidden(raw, place)
    fields = canonical_fields(raw)
    entry, problem = _valid(_entry, fields, place, raw)
    if entry is None:
        entry, _ = _valid(_entry, fields | {"id": f"unnamed-{place.path[1]}"}, place, raw)
    if entry is None:
        return [], findings + problem
    object.__setattr__(entry, "place", place)
    return [entry], findings + problem


def _valid(validate: Any, fields: dict[str, Any], place: Place, raw: Map) -> tuple[Any, list[Finding]]:
    """Return what the fields mean, without those that mean nothing, and a finding for each of these."""
    try:
        return validate(fields), []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    findings = problems.findings(errors, place, raw)
    bad = {each["loc"][0] for each in errors if each["loc"]}
    good = {name: value for name, value in fields.items() if name not in bad}
    try:
        return validate(good), findings
    except ValidationError:  # the id itself is missing or bad
        return None, findings


def _same_field_twice(raw: Map, place: Place) -> Iterator[Finding]:
    names: dict[str, str] = {}
    for word in raw:
        name = canonical_name(word)
        if name in names:
            told = f"'{names[name]}' and '{word}' are the same field; keep one of the two"
            yield Finding(place.at(word).name(), told, rule="duplicate-yaml-key")
        names[name] = word


def _hidden(raw: Any, place: Place) -> list[Finding]:
    return [
        Finding(place.at(*path), f"{name} does not belong in text; remove it", rule="control-character")
        for path, name in _hidden_characters(raw)
    ]


def _hidden_characters(raw: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is hidden in an entry, and in which of its values."""
    for step, value in raw.items() if isinstance(raw, Map) else enumerate(raw):
        if isinstance(value, str):
            if not value.isprintable() and (name := hidden_in(value)):
                yield (step,), name
        elif value is not None:
            for path, name in _hidden_characters(value):
                yield (step, *path), name


def _join(parts: list[tuple[Written, Header, list[Entry], list[Finding]]]) -> Catalog:
    areas: dict[str, Area] = {}
    editions: dict[str, Edition] = {}
    findings: list[Finding] = []
    for written, header, _, problem in parts:
        findings += problem
        for name, area in header.areas.items():
            if areas.setdefault(name, area) != area:
                told = f"area '{name}' is declared otherwise in another file; declare it once"
                findings.append(Finding(Place(written.file, ("areas", name), key=True), told, rule="duplicate-area"))
        for name, edition in header.editions.items():
            editions.setdefault(name, edition)
    headers = {written.file: header for written, header, _, _ in parts}
    first = next(iter(headers.values()), Header())
    return Catalog(
        entries=tuple(entry for _, _, entries, _ in parts for entry in entries),
        areas=areas,
        editions=editions,
        title=first.title,
        description=first.description,
        language=first.language or "en",
        written={written.file: written for written, *_ in parts},
        headers=headers,
        problems=tuple(findings),
    )
