"""What a thing in the words of schema.org says, whether it stands in JSON-LD or in the page's own tags."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.webpage.clue import Clue
from readinglist.webpage.days import day_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.people import names_in
from readinglist.webpage.texts import folded, plain

Thing = Mapping[str, Any]

TYPES = {
    "article": "", "newsarticle": "article-newspaper", "reportagenewsarticle": "article-newspaper",
    "opinionnewsarticle": "article-newspaper", "analysisnewsarticle": "article-newspaper", "blogposting": "post-weblog",
    "socialmediaposting": "post", "discussionforumposting": "post", "techarticle": "webpage", "medicalscholarlyarticle":
    "article-journal", "scholarlyarticle": "article-journal", "report": "report", "book": "book", "course": "webpage",
    "dataset": "dataset", "softwaresourcecode": "software", "softwareapplication": "software", "thesis": "thesis",
    "videoobject": "motion_picture", "creativework": "", "chapter": "chapter", "webpage": "", "learningresource": "",
}  # fmt: skip
"""The works of schema.org, in small letters, and what a catalog calls them, where it has a word."""
_DEEPEST = 8


def kind_of(thing: Thing) -> str | None:
    """Return which of the works a thing is."""
    kinds = thing.get("@type")
    names = [str(each).rpartition("/")[2].lower() for each in (kinds if isinstance(kinds, list) else [kinds])]
    return next((name for name in names if name in TYPES), None)


def clues(thing: Thing, where: str, voice: str, known: frozenset[str]) -> Iterator[Clue]:
    """Yield what a work says of itself; `known` are folded names that are no person's."""
    kind = kind_of(thing) or ""
    heading = texts(thing.get("headline")) or ([] if kind == "webpage" else texts(thing.get("name")))
    yield from (Clue("title", heading[0], f"{where}.headline", voice) for _ in heading[:1])
    yield from _authors(thing, where, voice, known | _bodies(thing))
    for name in ("datePublished", "dateCreated") if kind != "webpage" else ("datePublished",):
        if days := [day for each in texts(thing.get(name)) if (day := day_of(each))]:
            yield Clue("issued", min(days), f"{where}.{name}", voice)
            break
    yield from (Clue("publisher", each, f"{where}.publisher", voice) for each in _firms(thing)[:1])
    for field, name in (("DOI", "identifier"), ("DOI", "@id"), ("ISBN", "isbn"), ("language", "inLanguage")):
        yield from (Clue(field, each, f"{where}.{name}", voice) for each in texts(thing.get(name)))
    if TYPES.get(kind):
        yield Clue("type", TYPES[kind], f"{where}.@type", voice)
    if kind == "course":
        yield Clue("genre", "Course", f"{where}.@type", voice)


def _bodies(thing: Thing) -> set[str]:
    """Return the folded name of who publishes a work, unless the author is a person of that name."""
    authors = thing.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    people = [
        text for each in listed if isinstance(each, Mapping) and each.get("@type") == "Person" for text in texts(each)
    ]
    return {folded(each) for each in texts(thing.get("publisher"))} - {folded(each) for each in people}


def _firms(thing: Thing) -> list[str]:
    return texts(thing.get("publisher")) or texts(thing.get("provider"))


def _authors(thing: Thing, where: str, voice: str, known: frozenset[str]) -> Iterator[Clue]:
    for name in ("author", "creator"):
        names = [each for text in texts(thing.get(name), people_only=True) for each in names_in(text)]
        if kept := [each for each in names if is_person(each, known=known)]:
            yield Clue("author", list(dict.fromkeys(kept)), f"{where}.{name}", voice)
            return
    if kind_of(thing) == "course":
        yield Clue("author", _instructors(thing), f"{where}.instructor", "instructor")


def _instructors(thing: Thing) -> list[str]:
    held = thing.get("hasCourseInstance") or ()
    holders = (thing, *(held if isinstance(held, list) else [held]))
    return list(
        dict.fromkeys(text for each in holders if isinstance(each, Mapping) for text in texts(each.get("instructor")))
    )


def texts(value: Any, *, people_only: bool = False, depth: int = 0) -> list[str]:
    """Return the texts that a value amounts to: itself, its names, those of its parts."""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return [text] if (text := plain(str(value))) else []
    if depth > _DEEPEST:
        return []
    if isinstance(value, list | tuple):
        return [text for each in value[:200] for text in texts(each, people_only=people_only, depth=depth + 1)]
    if not isinstance(value, Mapping):
        return []
    if people_only and "organization" in str(value.get("@type")).lower():
        return []
    inner = next((value[name] for name in ("name", "@value", "value", "alternateName") if value.get(name)), None)
    if inner is None and people_only:
        inner = " ".join(str(value.get(part) or "") for part in ("givenName", "familyName"))
    return texts(inner, people_only=people_only, depth=depth + 1)
