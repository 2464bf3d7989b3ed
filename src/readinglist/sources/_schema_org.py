"""A work in schema.org's terms: JSON-LD alone, codemeta.json, npm's package.json."""

from __future__ import annotations

import re

from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, body, person, whole

_NAMED = re.compile(r"([^<(]+?)\s*(?:<[^>]*>)?\s*(?:\([^)]*\))?$")


def state(work: Node, claims: Claims) -> None:
    """Claim what a work states about itself."""
    claims.type(*(Word(each.text.rpartition("/")[2], each.path) for each in work["@type"]))
    if work["@context"].text.find("codemeta") >= 0 or work["codeRepository"]:
        claims.add("type", "software", work["@type"].path)
    if work["scripts"] or work["devDependencies"]:
        claims.add("type", "software", work.path or "$")
    claims.text("title", work["headline"], work["name"], work["title"])
    for name in ("author", "creator", "agents", "authors"):
        claims.people("author", map(_name, work[name]), work[name].path)
    claims.people("editor", map(_name, work["editor"]), work["editor"].path)
    for name in ("datePublished", "dateCreated", "datepublished"):
        claims.date("issued", work[name])
    publisher = work["publisher"].first
    claims.text("publisher", publisher["name"], publisher, work["provider"].first["name"])
    for each in (work["isPartOf"].first, work["includedInDataCatalog"].first):
        claims.text("container-title", each["name"])
    _identifiers(work, claims)
    claims.text("version", work["version"], work["softwareVersion"])
    claims.text("code", work["codeRepository"])
    claims.text("URL", work["url"], work["codeRepository"], work["homepage"])
    _rights(work, claims)
    claims.text("abstract", work["description"], work["abstract"])


def _rights(work: Node, claims: Claims) -> None:
    language = work["inLanguage"].first
    claims.add("language", language_of(language.text or language["name"].text), language.path)
    for each in (*work["license"], work["licenseId"]):
        claims.add(
            "license", licence_of(each.text or each["url"].text or each["@id"].text or each["name"].text), each.path
        )


def _name(each: Node) -> Name:
    if each.text:
        found = _NAMED.match(each.text)
        return whole(found[1]) if found else {}
    orcid = each["@id"].text or each["orcid"].text
    if (
        each["@type"].text.lower() in ("organization", "consortium")
        or each["role"].first["roleCode"].text == "copyrightHolder"
    ):
        return body(each["name"].text)
    if each["familyName"].text and each["givenName"].text:
        return person(each["familyName"].text, each["givenName"].text, orcid=orcid)
    return whole(each["name"].first.text, orcid=orcid)


def _identifiers(work: Node, claims: Claims) -> None:
    places = [
        work["@id"],
        *work["identifier"],
        *(each["value"] for each in work["identifier"]),
        *work["sameAs"],
        work["doi"],
    ]
    claims.text("DOI", *(each for each in places if "10." in each.text))
    claims.text("ISBN", work["isbn"])
    claims.text("ISSN", work["issn"], work["isPartOf"].first["issn"])
