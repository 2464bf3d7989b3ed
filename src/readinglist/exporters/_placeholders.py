"""The names that a template may put in braces, what each stands for, and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from readinglist.exporters._entry_text import box, further, people, shown_as_link, title_of
from readinglist.exporters._page import BADGE
from readinglist.markdown import escape
from readinglist.markdown.annotation import parted
from readinglist.markdown.template import Kind, Part
from readinglist.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Scene:
    """What a template is filled from at one place: the list, the area, the entry."""

    title: str = ""
    description: str = ""
    contents: str = ""
    count: int = 0
    area: str = ""
    marks: str = ""
    number: int = 0
    language: str = ""
    has_below: bool = False
    """Whether the template shows what stands below the first line of an annotation."""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A name: what it stands for, how it must be escaped, where its value comes from."""

    description: str
    kind: Kind
    value: Callable[[Scene], str | None]


def _of(read: Callable[[Entry], object]) -> Callable[[Scene], str | None]:
    def value(scene: Scene) -> str | None:
        found = read(scene.entry) if scene.entry else None
        return None if found is None else str(found)

    return value


def _words(scene: Scene) -> str:
    return (scene.entry.annotation(scene.language) or "") if scene.entry else ""


def _first(scene: Scene) -> str:
    return parted(_words(scene))[0] if scene.has_below else escape.folded(_words(scene))


_LIST = {
    "title": Placeholder("the title of the list", "text", lambda scene: scene.title or "Reading list"),
    "description": Placeholder("what the list is about", "text", lambda scene: scene.description),
    "count": Placeholder("how many entries there are", "text", lambda scene: str(scene.count)),
    "contents": Placeholder("links to the areas, a line for each", "markdown", lambda scene: scene.contents),
    "badge": Placeholder("the badge of awesome lists", "markdown", lambda _: BADGE),
}
_AREA = {
    "area": Placeholder("the title of the area", "text", lambda scene: scene.area),
    "marks": Placeholder("the `#` signs of its heading, one more for each area above", "markdown", lambda s: s.marks),
    "count": Placeholder("how many entries stand in it", "text", lambda scene: str(scene.count)),
}
_ENTRY = {
    "link": Placeholder("the title as a link, or alone where it leads nowhere", "markdown", _of(shown_as_link)),
    "title": Placeholder("what the list calls it: `label`, or `title`", "text", _of(title_of)),
    "url": Placeholder("where it leads: `link`, or `URL`", "address", _of(lambda entry: entry.shown_link)),
    "annote": Placeholder("the words about it; its first paragraph, where `{below}` is used", "markdown", _first),
    "sentence": Placeholder(
        "the same, beginning with a capital", "markdown", lambda s: _first(s)[:1].upper() + _first(s)[1:]
    ),
    "below": Placeholder("further paragraphs and lists of these words", "markdown", lambda s: parted(_words(s))[1]),
    "authors": Placeholder("all authors, `A. Bell and C. Dee et al.`", "text", _of(people)),
    "author": Placeholder(
        "the first author's family name",
        "text",
        _of(lambda e: e.author[0].family or e.author[0].text if e.author else ""),
    ),
    "year": Placeholder("the year", "text", _of(lambda entry: str(entry.issued or "")[:4])),
    "date": Placeholder("the date, as far as it is known", "text", _of(lambda entry: entry.issued)),
    "venue": Placeholder("where it appeared: `container-title`", "text", _of(lambda entry: entry.container_title)),
    "publisher": Placeholder("the publisher", "text", _of(lambda entry: entry.publisher)),
    "type": Placeholder("the type", "text", _of(lambda entry: entry.type)),
    "tags": Placeholder("its tags, `#a #b`", "markdown", _of(lambda e: " ".join(f"#{tag}" for tag in e.tags))),
    "id": Placeholder("the citation key", "text", _of(lambda entry: entry.id)),
    "doi": Placeholder("the DOI", "text", _of(lambda entry: entry.doi)),
    "arxiv": Placeholder("the number of arXiv", "text", _of(lambda entry: entry.arxiv)),
    "code": Placeholder("the address of the code", "address", _of(lambda entry: entry.code)),
    "pdf": Placeholder("the address of the PDF", "address", _of(lambda entry: entry.pdf)),
    "slides": Placeholder("the address of the slides", "address", _of(lambda entry: entry.slides)),
    "video": Placeholder("the address of the video", "address", _of(lambda entry: entry.video)),
    "archived": Placeholder("the address of the archived copy", "address", _of(lambda entry: entry.archive_url)),
    "links": Placeholder("links to code, PDF, slides and video, with commas between", "markdown", _of(further)),
    "reading": Placeholder("how far the curator is: `to-read`, `reading`, `read`", "text", _of(lambda e: e.reading)),
    "box": Placeholder("`[ ]` or `[x]`, for what is to be read and what was", "markdown", _of(box)),
    "number": Placeholder("which entry it is, counted from 1", "text", lambda scene: str(scene.number)),
    "area": _AREA["area"],
}
PLACEHOLDERS: Mapping[Part, Mapping[str, Placeholder]] = {
    "top": _LIST,
    "area": _AREA,
    "entry": _ENTRY,
    "end": _LIST,
}
KINDS: Mapping[Part, Mapping[str, Kind]] = {
    part: {name: each.kind for name, each in names.items()} for part, names in PLACEHOLDERS.items()
}
