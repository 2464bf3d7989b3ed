"""The format `hayagriva`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.parts import is_documentation, makers, number, publisher
from readinglist.exporters._losses import fields, loss, orcids, retyped, unheld, unplaced
from readinglist.exporters._yaml import Node, yaml_text
from readinglist.latex.protect import pieces
from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date
from readinglist.model.entry import Entry, has
from readinglist.model.finding import Finding
from readinglist.model.person import Person

Pairs = Iterator[tuple[str, Node | None]]

# The type, and the type of what it is a part of; a video or a preprint must have no parent, which changes what it is.
_TYPES: Mapping[str, tuple[str, str | None]] = {
    "article": ("article", None), "article-journal": ("article", "periodical"),
    "article-magazine": ("article", "periodical"), "article-newspaper": ("article", "newspaper"),
    "bill": ("legislation", None), "book": ("book", None), "broadcast": ("audio", "audio"),
    "chapter": ("chapter", "book"), "dataset": ("repository", None), "entry": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"), "entry-encyclopedia": ("entry", "reference"),
    "figure": ("artwork", None), "graphic": ("artwork", None), "legal_case": ("case", None),
    "legislation": ("legislation", None), "manuscript": ("manuscript", None), "map": ("artwork", None),
    "motion_picture": ("video", None), "paper-conference": ("article", "proceedings"), "patent": ("patent", None),
    "periodical": ("periodical", None), "post": ("post", "thread"), "post-weblog": ("article", "blog"),
    "report": ("report", None), "review": ("article", "periodical"), "review-book": ("article", "periodical"),
    "software": ("repository", None), "speech": ("article", None), "standard": ("report", None),
    "thesis": ("thesis", None), "webpage": ("web", "web"),
}  # fmt: skip
_ROLES = {
    "translator": "translator", "director": "director", "producer": "producer", "composer": "composer",
    "compiler": "compiler", "organizer": "organizer", "illustrator": "illustrator", "narrator": "narrator",
    "performer": "cast-member", "guest": "cast-member", "host": "cast-member", "script-writer": "writer",
    "executive-producer": "executive-producer", "contributor": "collaborator",
}  # fmt: skip
_GENRES = {"dataset": "Dataset", "standard": "Standard"}
_MARKUP = re.compile(r"[{}$]|\\\\")
_RUNTIME = re.compile(r"(?:\d+:)?[0-5]?\d:[0-5]\d")

_HELD = fields(
    "id type genre title title-short author editor issued original-date event-date container-title"
    " container-title-short container-author collection-title collection-number volume issue page number"
    " number-of-pages number-of-volumes edition version event-title event-place publisher publisher-place authority"
    " archive archive-place DOI arxiv rfc ISBN ISSN PMID PMCID URL accessed language abstract note dimensions protect "
    + " ".join(_ROLES)
)


def losses(catalog: Catalog) -> Iterator[Finding]:
    """Yield what Hayagriva has no field for, and what its types and dates cannot say."""
    yield from unheld(catalog, "Hayagriva", _HELD)
    yield from orcids(catalog, "Hayagriva")
    for entry in catalog:
        yield from retyped(entry, _taken_for(entry), "Hayagriva")
        yield from unplaced(entry, "Hayagriva")
        if entry.accessed and not entry.url:
            yield loss(entry, "accessed", "Hayagriva says when an address was read, and none is stated")
        if entry.editor and _kind(entry)[1] and not entry.container_title:
            yield loss(entry, "editor", "Hayagriva holds editors of what an entry is a part of, which is not stated")
        date = entry.issued
        if date and (str(date.begin) != date.text or date.begin.season):
            yield loss(entry, "issued", f"Hayagriva holds one certain date, so `{date}` becomes {_date(date)}")
        if entry.collection_title and not (entry.container_title and _kind(entry)[1]):
            yield loss(entry, "collection-title", "Hayagriva holds the series of what an entry is a part of only")
        if has(entry, "container-title") and _kind(entry)[1] is None:
            yield loss(entry, "container-title", f"Hayagriva would make something else of a {entry.type} within a work")


# What readers take a type for, where several become one; an article is what it is a part of.
_TAKEN_FOR = {
    "anthology": "book", "anthos": "chapter", "artwork": "graphic", "audio": "song", "case": "legal_case",
    "entry": "entry-encyclopedia", "misc": "document", "proceedings": "book", "repository": "software",
    "video": "motion_picture", "web": "webpage",
}  # fmt: skip
_OF_PARENTS = {"blog": "post-weblog", "newspaper": "article-newspaper", "periodical": "article-journal"}
_BY_GENRE = {("repository", "Dataset"): "dataset", ("report", "Standard"): "standard"}


def _taken_for(entry: Entry) -> str:
    """Return the type that readers take an entry for."""
    kind, parent = _kind(entry)
    parent = parent if entry.container_title else None
    genre = entry.genre or _GENRES.get(entry.type, "")
    if kind == "article" and parent in _OF_PARENTS:
        return _OF_PARENTS[parent]
    if kind == "article" and genre in {"Talk", "Slides"}:
        return "speech"
    if kind == "article":
        return "paper-conference" if parent or entry.event_title else "article"
    if kind == "web" and genre == "Documentation":
        return "report"
    if kind == "audio" and parent:
        return "broadcast"
    return _BY_GENRE.get((kind, genre)) or _TAKEN_FOR.get(kind, kind)


@exporter(".yml", losses)
def hayagriva(catalog: Catalog, options: Options) -> str:
    """Write the YAML that Typst takes as a bibliography.

    What an entry is a part of is its `parent`. Words whose capitals must stay stand in braces, and text
    that has braces or dollar signs of its own is marked as verbatim. Bodies are names that nobody takes
    apart.
    """
    return yaml_text({entry.id: _filled(_pairs(entry)) for entry in catalog})


def _filled(pairs: Pairs) -> dict[str, Node]:
    return {key: value for key, value in pairs if value}


def _kind(entry: Entry) -> tuple[str, str | None]:
    if entry.type == "book" and entry.event_title:
        return "proceedings", None
    if entry.type == "book" and entry.editor and not entry.author:
        return "anthology", None
    if entry.type == "chapter" and entry.editor:
        return "anthos", "anthology"
    if entry.type == "report" and is_documentation(entry):
        return "web", None
    return _TYPES.get(entry.type, ("misc", None))


def _pairs(entry: Entry) -> Pairs:
    kind, parent = _kind(entry)
    yield "type", kind
    yield from _work(entry)
    outer = _parents(entry, parent)
    yield "parent", outer[0] if len(outer) == 1 else outer
    if not outer or parent in {None, "web", "audio", "thread"}:
        yield from _edition(entry)
        yield "publisher", _publisher(entry)
    yield "organization", publisher(entry) if kind in {"thesis", "report", "repository", "web"} else None
    yield "page-range", (entry.page or "").replace("–", "-")
    yield "page-total", _whole(entry.number_of_pages)
    runtime = entry.dimensions if entry.dimensions and _RUNTIME.fullmatch(entry.dimensions) else None
    yield "runtime", runtime
    yield "url", _url(entry)
    yield "serial-number", _filled(_serial_numbers(entry, whole=not outer))
    yield "archive", _text(entry.archive)
    yield "archive-location", _text(entry.archive_place)
    yield "language", entry.language
    yield "abstract", _text(entry.abstract)
    yield "note", _text(entry.note)


def _work(entry: Entry) -> Pairs:
    yield "title", _title(entry)
    # Typst names the director of a video by itself, and of other works only authors.
    yield "author", _people(entry.author if entry.type == "motion_picture" else makers(entry))
    yield "date", _date(entry.issued or entry.available_date)
    if _kind(entry)[1] is None:
        yield "editor", _people(entry.editor)
    people = ((role, _people(getattr(entry, name.replace("-", "_")))) for name, role in _ROLES.items())
    yield "affiliated", [{"role": role, "names": names} for role, names in people if names]
    yield "genre", _text(entry.genre or _GENRES.get(entry.type))


def _title(entry: Entry) -> Node | None:
    if not entry.title or not entry.title_short:
        return _text(entry.title, entry)
    return {"value": _text(entry.title, entry) or "", "short": _text(entry.title_short, entry) or ""}


def _text(text: str | None, entry: Entry | None = None) -> Node | None:
    """Return a text that Hayagriva reads as it stands; of a title, with braces where capitals must stay."""
    if not text:
        return None
    if _MARKUP.search(text):
        return {"value": {"value": text, "verbatim": True}}
    if entry is None:
        return text
    return "".join(f"{{{part}}}" if protected else part for part, protected in pieces(text, entry.protect))


def _people(people: Sequence[Person]) -> list[Node]:
    return [_person(person) for person in people]


def _person(person: Person) -> Node:
    family, given = person.family or "", person.given or ""
    particles = [part for part in (person.dropping_particle, person.non_dropping_particle) if part]
    plain = family and given and not particles and not person.suffix
    # In a name that is one text, small words become a particle and a comma divides.
    if plain and "," not in family + given and all(word[0].isupper() for word in family.split()):
        return f"{family}, {given}"
    parts = {
        "name": person.literal or family,
        "given-name": given,
        "prefix": " ".join(particles),
        "suffix": person.suffix or "",
    }
    return {key: value for key, value in parts.items() if value}


def _date(date: Date | None) -> str | None:
    if date is None:
        return None
    return f"{date.year:04d}" if date.begin.season else str(date.begin)


def _parents(entry: Entry, kind: str | None) -> list[Node]:
    found: list[Node] = []
    if kind and entry.container_title:
        found.append(_filled(_container(entry, kind)))
    if entry.event_title:
        found.append(_filled(_event(entry)))
    if entry.original_date:
        found.append({"type": "original", "date": _date(entry.original_date) or ""})
    return found


def _container(entry: Entry, kind: str) -> Pairs:
    yield "type", kind
    title, short = _text(entry.container_title), _text(entry.container_title_short)
    yield "title", {"value": title, "short": short} if title and short else title
    yield "author", _people(entry.container_author)
    yield "editor", _people(entry.editor)
    if kind not in {"web", "audio", "thread"}:
        yield from _edition(entry)
        yield "publisher", _publisher(entry)
        yield "serial-number", _filled(iter([("isbn", entry.isbn), ("issn", entry.issn)]))
    if entry.collection_title:
        yield "parent", _filled(_series(entry))


def _series(entry: Entry) -> Pairs:
    yield "title", _text(entry.collection_title)
    yield "volume", entry.collection_number


def _event(entry: Entry) -> Pairs:
    yield "type", "conference"
    yield "title", _text(entry.event_title)
    yield "location", _text(entry.event_place)
    yield "date", _date(entry.event_date)


def _edition(entry: Entry) -> Pairs:
    yield "volume", entry.volume
    yield "volume-total", _whole(entry.number_of_volumes)
    yield "issue", entry.issue
    yield "edition", entry.edition


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdecimal() else None


def _publisher(entry: Entry) -> Node | None:
    name = _text(publisher(entry) or ("arXiv" if entry.type == "article" and entry.arxiv else None))
    place = _text(entry.publisher_place)
    return {"name": name, "location": place} if name and place else name


def _url(entry: Entry) -> Node | None:
    if not entry.url or not entry.accessed:
        return entry.url and str(entry.url)
    return {"value": str(entry.url), "date": _date(entry.accessed) or ""}


def _serial_numbers(entry: Entry, *, whole: bool) -> Pairs:
    yield "doi", entry.doi
    yield "arxiv", entry.arxiv
    yield "pmid", entry.pmid
    yield "pmcid", entry.pmcid
    yield "serial", number(entry)
    yield "version", entry.version
    if whole:
        yield "isbn", entry.isbn
        yield "issn", entry.issn
