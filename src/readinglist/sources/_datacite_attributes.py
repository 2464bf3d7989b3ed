"""A work as DataCite describes it in JSON: the attributes of its registry, and the same map alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, body, person, whole

_SERIES = re.compile(
    r"([^,;]+),\s*(?:vol\.?\s*)?(\d+)\s*(?:\((\d+)\))?(?:,\s*(?:pp?\.?\s*)?(\d+(?:[-–]\d+)?))?", re.IGNORECASE
)
_SAME_WORK = ("isversionof", "isnewversionof", "ispreviousversionof", "hasversion", "isidenticalto", "isvariantformof")


def state(work: Node, claims: Claims) -> None:
    """Claim what a work's attributes state."""
    _kind(work, claims)
    _titles(work["titles"], claims)
    claims.people("author", map(_name, work["creators"]), work["creators"].path)
    editors = work["contributors"].where("contributorType", "Editor")
    claims.people("editor", map(_name, editors), work["contributors"].path)
    _dates(work, claims)
    _container(work, claims)
    publisher = work["publisher"]
    claims.text("publisher", publisher["name"], publisher)
    if claims.get("type") in ("article", "dataset"):
        claims.held_by(publisher["name"], publisher)
    claims.text(
        "DOI", work["doi"], work["DOI"], work["identifier"], *work["identifiers"].where("identifierType", "DOI")
    )
    claims.text("version", work["version"])
    claims.add("language", language_of(work["language"].text), work["language"].path)
    claims.text("URL", work["url"])
    claims.text(
        "abstract", *(each["description"] for each in work["descriptions"].where("descriptionType", "Abstract"))
    )
    for each in work["rightsList"]:
        claims.add(
            "license", licence_of(each["rightsIdentifier"].text) or licence_of(each["rightsUri"].text), each.path
        )
    _identifiers(work, claims)


def other_names(work: Node) -> Iterator[str]:
    """Yield the DOIs of other versions of the work."""
    for each in work["relatedIdentifiers"]:
        if each["relationType"].text.lower() in _SAME_WORK and each["relatedIdentifierType"].text in ("DOI", "arXiv"):
            yield each["relatedIdentifier"].text


def _kind(work: Node, claims: Claims) -> None:
    types = work["types"]
    special, general = types["resourceType"], types["resourceTypeGeneral"]
    if general.text in ("Text", "Other", "", "Collection"):
        claims.type(special)
    claims.type(general if general.text != "Text" else Node(), types["schemaOrg"], special)
    if claims.get("type") in (None, "document") and types["citeproc"].text == "article-journal":
        claims.drop("type")
        claims.add("type", "article-journal", types["citeproc"].path)


def _titles(titles: Node, claims: Claims) -> None:
    by_kind: dict[str, Node] = {}
    for each in titles:
        by_kind.setdefault(each["titleType"].text or "main", each["title"] if each["title"] else each)
    main = by_kind.get("main") or by_kind.get("Other") or titles.first["title"]
    claims.text("title", main)  # as DataCite's own citations do, without what it calls a subtitle


def _name(each: Node) -> Name:
    orcid = next(
        (mark["nameIdentifier"].text for mark in each["nameIdentifiers"].where("nameIdentifierScheme", "orcid")), ""
    )
    name, family, given = each["name"], each["familyName"].text, each["givenName"].text
    name = name if name.text else each["creatorName"] if each["creatorName"].text else each["contributorName"]
    if each["nameType"].text == "Organizational":
        return body(name.text, orcid=orcid)
    if family and given:
        return person(family, given, orcid=orcid)
    return whole(name.text or family or given, orcid=orcid)


def _dates(work: Node, claims: Claims) -> None:
    """Claim the first day of issue; data can have been created long before they were published."""
    year = work["publicationYear"]
    for kind in ("Issued", "Published"):
        dated = [each["date"] for each in work["dates"].where("dateType", kind)]
        claims.date("issued", *sorted(dated, key=lambda each: each.text))
    created = (each["date"] for each in work["dates"].where("dateType", "Created"))
    claims.date("issued", *(each for each in created if each.text.startswith(year.text)))
    claims.date("issued", year)


def _container(work: Node, claims: Claims) -> None:
    held = work["container"]
    claims.text("collection-title" if claims.get("type") == "dataset" else "container-title", held["title"])
    for each in work["relatedItems"].where("relationType", "IsPublishedIn"):
        claims.text("container-title", each["titles"].first["title"])
        for name in ("volume", "issue", "edition"):
            claims.text(name, each[name])
        _pages(each, claims)
    for name in ("volume", "issue", "edition"):
        claims.text(name, held[name])
    _pages(held, claims)
    _series(work, claims)


def _series(work: Node, claims: Claims) -> None:
    """Claim what the older schema tells in one line: `Some Journal, 2(9), 3-4`."""
    for each in work["descriptions"].where("descriptionType", "SeriesInformation"):
        if found := _SERIES.fullmatch(each["description"].text[:300]):
            for field, value in zip(("container-title", "volume", "issue", "page"), found.groups(), strict=True):
                claims.text(field, Word(value or "", each["description"].path))


def _pages(held: Node, claims: Claims) -> None:
    first, last = held["firstPage"], held["lastPage"]
    if first.text[:1].isalnum() and len(first.text) < 20:
        claims.add("page", "-".join(dict.fromkeys(filter(None, (first.text, last.text)))), first.path)


def _identifiers(work: Node, claims: Claims) -> None:
    held = work["container"]
    if held["identifierType"].text in ("ISSN", "ISBN"):
        claims.text(held["identifierType"].text, held["identifier"])
    for each in work["relatedIdentifiers"].where("relationType", "IsPartOf", "IsPublishedIn"):
        if each["relatedIdentifierType"].text in ("ISSN", "ISBN"):
            claims.text(each["relatedIdentifierType"].text, each["relatedIdentifier"])
    for each in [*work["identifiers"], *work["alternateIdentifiers"]]:
        kind = (each["identifierType"].text or each["alternateIdentifierType"].text).lower()
        claims.text("arxiv", *([each["identifier"]] if kind == "arxiv" else []))
