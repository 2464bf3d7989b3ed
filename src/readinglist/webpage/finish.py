"""The last touch on claims: what a catalog would refuse goes, and what follows from the rest is added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from readinglist.metadata.claim import Claim
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMID, ArXiv, Identifier, Url
from readinglist.model.malformed import Malformed
from readinglist.webpage.kinds import is_blog, is_documentation
from readinglist.webpage.page import Page
from readinglist.webpage.precedence import SOURCE
from readinglist.webpage.texts import folded

_IDENTIFIERS: dict[str, type[Identifier]] = {
    "DOI": DOI, "ISBN": ISBN, "ISSN": ISSN, "PMID": PMID, "arxiv": ArXiv, "URL": Url,
}  # fmt: skip
_OF_A_SITE = frozenset({"webpage", "post-weblog", "post", "article-newspaper", "article-magazine"})
_LONGEST_LANGUAGE = 12


def finished(claims: Iterable[Claim], page: Page) -> tuple[Claim, ...]:
    """Return the claims that a catalog accepts, with a type in any case."""
    found = {claim.field: claim for claim in sound(claims)}
    kind, genre = _kind(page)
    found.setdefault("type", Claim("type", kind, SOURCE, "page", 0.4))
    if genre and found["type"].value == "webpage":
        found.setdefault("genre", Claim("genre", genre, SOURCE, "meta[generator]", 0.6))
    if language := page.root.get("lang"):
        found.setdefault("language", Claim("language", language.strip(), SOURCE, "html[lang]", 0.6))
    return tuple(_of_one_site(found))


def sound(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims without identifiers and languages that are none."""
    return tuple(better for claim in claims if (better := _sound(claim)) is not None)


def _sound(claim: Claim) -> Claim | None:
    if kind := _IDENTIFIERS.get(claim.field):
        value = _identifier(kind, str(claim.value))
        return replace(claim, value=value) if value else None
    if claim.field == "language" and (len(claim.value) > _LONGEST_LANGUAGE or not claim.value[:2].isalpha()):
        return None
    return claim


def _identifier(kind: type[Identifier], text: str) -> str | None:
    """Return the identifier that a text is, or holds beyond doubt."""
    try:
        return str(kind.parse(text.strip()))
    except Malformed as error:
        return error.suggestion if kind is DOI or error.safe else None


def _kind(page: Page) -> tuple[str, str | None]:
    if is_documentation(page):
        return "webpage", "Documentation"
    return ("post-weblog", None) if is_blog(page) else ("webpage", None)


def _of_one_site(found: dict[str, Any]) -> Iterator[Claim]:
    """Yield the claims; the name of the site is that of the container only where the work is a part of a site.

    A site that is its own publisher is named once.
    """
    container, publisher = found.get("container-title"), found.get("publisher")
    is_part = found["type"].value in _OF_A_SITE
    is_site = container is not None and container.locator.startswith("meta[og:")
    for claim in found.values():
        if claim is container and is_site and not is_part:
            continue
        if claim is publisher and container and folded(claim.value) == folded(container.value) and is_part:
            continue
        yield claim
