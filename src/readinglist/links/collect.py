"""Which links there are: every address once, with all the places where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from readinglist.errors import CannotRead
from readinglist.links.text_links import links_in
from readinglist.model.place import Place
from readinglist.model.written import Map, Written

if TYPE_CHECKING:
    from readinglist.model.catalog import Catalog
    from readinglist.model.entry import Entry


@dataclass
class Links:
    """Addresses in the order in which they are met, each with its places, and the texts that they stand in."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    written: dict[str, Written] = field(default_factory=dict)
    dois: dict[str, str] = field(default_factory=dict)
    """The address of a DOI, for each address that the same entry gives for the work."""

    def add(self, url: str, place: Place) -> None:
        """Note an address and where it stands."""
        self.places.setdefault(asked_as(url), []).append(place)

    def add_catalog(self, entries: Iterable[Entry]) -> None:
        """Note every address of these entries."""
        for entry in entries:
            for url, place in _links_of(entry):
                self.add(url, place)
            if entry.doi and entry.url:
                self.dois[asked_as(entry.url)] = entry.doi.url

    def add_text(self, name: str, text: str, lines: Mapping[str, frozenset[int]] | None = None) -> None:
        """Note every address of a text; with `lines`, of the lines alone that it names for this text."""
        root = Map()
        root.start = root.end = 0
        written = self.written[name] = Written(name, text, root)
        for url, offset in links_in(text, html=name.endswith((".html", ".htm", ".xhtml"))):
            if lines is None or written.line_column(offset)[0] in lines.get(name, ()):
                self.add(url, Place(name, offset=offset))

    def add_file(self, name: str, lines: Mapping[str, frozenset[int]] | None = None) -> None:
        """Note every address of a text file, as `add_text` does."""
        try:
            text = Path(name).read_bytes().decode("utf-8-sig", "replace")
        except OSError as error:
            raise CannotRead(f"{name}: cannot be read: {error.strerror or error}") from error
        self.add_text(name, text, lines)

    def add_lines(self, name: str, text: str) -> None:
        """Note each line of a text as an address."""
        root = Map()
        root.start = root.end = 0
        self.written[name] = Written(name, text, root)
        offset = 0
        for line in text.splitlines(keepends=True):
            if url := line.strip():
                self.add(url, Place(name, offset=offset + line.index(url)))
            offset += len(line)


@cache
def _url_attributes() -> tuple[tuple[str, str], ...]:
    from readinglist.model.entry import ATTRIBUTES, URL_FIELDS

    return tuple((name, ATTRIBUTES[name]) for name in ATTRIBUTES if name in URL_FIELDS)


def _links_of(entry: Entry) -> Iterator[tuple[str, Place]]:
    for name, attribute in _url_attributes():
        if url := getattr(entry, attribute):
            yield str(url), entry.at(name)
    if entry.doi:
        yield entry.doi.url, entry.at("DOI")
    if entry.arxiv:
        yield entry.arxiv.url, entry.at("arxiv")
    if entry.github:
        yield f"https://github.com/{entry.github}", entry.at("github")
    notes = {None: entry.annote} if isinstance(entry.annote, str) else entry.annote or {}
    for language, note in notes.items():
        place = entry.at("annote") if language is None else entry.at("annote", language)
        for url, _ in links_in(note) if "://" in note else ():
            yield url, place


def asked_as(url: str) -> str:
    """Return the web address that stands for an address: `doi:10.1/x` is asked at doi.org."""
    scheme, colon, rest = url.partition(":")
    if colon and scheme.lower() == "doi":
        return f"https://doi.org/{rest}"
    if colon and scheme.lower() == "arxiv":
        return f"https://arxiv.org/abs/{rest}"
    return url


def with_texts(catalog: Catalog | None, links: Links) -> Catalog:
    """Return the catalog, if there is one, with further texts, so that reports know the lines of both."""
    from dataclasses import replace

    from readinglist.model.catalog import Catalog

    catalog = Catalog() if catalog is None else catalog
    return replace(catalog, written={**catalog.written, **links.written}) if links.written else catalog
