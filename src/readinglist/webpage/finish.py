"""The last touch on claims: what a catalog would refuse goes, and what follows from the rest is added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from readinglist.metadata.claim import Claim
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMID, ArXiv, Identifier, Url
from readinglist.model.malformed import Malformed
from readinglist.webpage.page import Page
from readinglist.webpage.precedence import SOURCE
from readinglist.webpage.texts import folded

_IDENTIFIERS: dict[str, type[Identifier]] = {
    "DOI": DOI, "ISBN": ISBN, "ISSN": ISSN, "PMID": PMID, "arxiv": ArXiv, "URL": Url,
}  # fmt: skip
_OF_A_SITE = frozenset({"webpage", "post-weblog", "post", "article-newspaper", "article-magazine"})
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ORDER = {field: place for place, field in enumerate(ATTRIBUTES)}


def finished(claims: Iterable[Claim], page: Page) -> tuple[Claim, ...]:
    """Return the claims that a catalog accepts, with a type in any case."""
    found = {claim.field: claim for claim in claims}
    kind, genre = _kind(page)
    found.setdefault("type", Claim("type", kind, SOURCE, "page", 0.4))
    if genre and found["type"].value == "webpage":
        found.setdefault("genre", Claim("genre", genre, SOURCE, "meta[generator]", 0.6))
    if language := page.root.get("lang"):
        found.setdefault("language", Claim("language", language.strip(), SOURCE, "html[lang]", 0.6))
    return tuple(sorted(sound(_of_one_site(found)), key=lambda claim: _ORDER.get(claim.field, len(_ORDER))))


def other_names(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the identifiers that lead to a registry's record of the same work."""
    return tuple(str(claim.value) for claim in claims if claim.field in ("DOI", "arxiv"))


def sound(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims without identifiers and languages that are none."""
    return tuple(better for claim in claims if (better := _sound(claim)) is not None)


def _sound(claim: Claim) -> Claim | None:
    if kind := _IDENTIFIERS.get(claim.field):
        value = _identifier(kind, str(claim.value))
        return replace(claim, value=value) if value else None
    return None if claim.field == "language" and not _LANGUAGE.fullmatch(claim.value) else claim


def _identifier(kind: type[Identifier], text: str) -> str | None:
    """Return the identifier that a text is, or holds beyond doubt."""
    if not text.isprintable():
        return None
    try:
        return str(kind.parse(text.strip()))
    except Malformed as error:
        return error.suggestion if kind is DOI or error.safe else None


def _kind(page: Page) -> tuple[str, str | None]:
    if page.is_manual:
        return "webpage", "Documentation"
    return ("post-weblog", None) if page.is_blog else ("webpage", None)


def _of_one_site(found: dict[str, Claim]) -> Iterator[Claim]:
    """Yield the claims; the name of the site is that of the container only where the work is a part of a site.

    A course and a front page are the site, and a site that is its own publisher is named once.
    """
    container, genre, title = (found.get(name) for name in ("container-title", "genre", "title"))
    is_part = found["type"].value in _OF_A_SITE and not (genre and genre.value == "Course")
    is_part = is_part and not (container and title and folded(container.value) == folded(title.value))
    is_site = container and container.locator.startswith("meta[og:")
    for claim in found.values():
        if claim is container and is_site and not is_part:
            continue
        if claim.field == "publisher" and container and is_part and folded(claim.value) == folded(container.value):
            continue
        yield claim
