"""A record of Zenodo or another InvenioRDM repository in JSON."""

from __future__ import annotations

from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, body, person, whole


def state(record: Node, claims: Claims) -> None:
    """Claim what a record states, in the older or the present form of the interface."""
    work = record["metadata"]
    kind = work["resource_type"]
    claims.type(kind["subtype"], kind["type"], kind["id"], kind["title"]["en"])
    if kind["id"].text.startswith("publication-"):
        claims.drop("type", "genre")
        claims.type(Node(kind["id"].text.removeprefix("publication-"), kind["id"].path))
    claims.text("title", work["title"])
    claims.people("author", map(_name, work["creators"]), work["creators"].path)
    claims.date("issued", work["publication_date"])
    claims.text("DOI", record["doi"], record["pids"]["doi"]["identifier"], work["doi"])
    claims.text("publisher", work["publisher"], work["imprint"]["publisher"])
    if record["doi"].text.startswith("10.5281/zenodo.") or "zenodo.org" in record["links"]["self"].text:
        claims.add("publisher", "Zenodo", record["doi"].path)
    journal = work["journal"] if work["journal"] else record["custom_fields"]["journal:journal"]
    for field, name in (("container-title", "title"), ("volume", "volume"), ("issue", "issue"), ("page", "pages")):
        claims.text(field, journal[name])
    claims.text("container-title", work["part_of"]["title"])
    claims.held_by(Word(claims.get("publisher") or "", work.path))
    claims.text("event-title", work["meeting"]["title"], record["custom_fields"]["meeting:meeting"]["title"])
    _rest(record, work, claims)
    claims.text("abstract", work["description"])


def _rest(record: Node, work: Node, claims: Claims) -> None:
    claims.text("version", work["version"])
    links = record["links"]
    claims.text("URL", links["self_html"], links["html"])
    language = work["language"] if work["language"] else work["languages"].first["id"]
    claims.add("language", language_of(language.text), language.path)
    for each in (work["license"]["id"], work["license"], *(one["id"] for one in work["rights"])):
        claims.add("license", licence_of(each.text), each.path)


def _name(each: Node) -> Name:
    inner = each["person_or_org"] if each["person_or_org"] else each
    marks = [mark["identifier"].text for mark in inner["identifiers"].where("scheme", "orcid")]
    orcid = inner["orcid"].text or next(iter(marks), "")
    if inner["type"].text == "organizational":
        return body(inner["name"].text)
    if inner["family_name"].text and inner["given_name"].text:
        return person(inner["family_name"].text, inner["given_name"].text, orcid=orcid)
    return whole(inner["name"].text, orcid=orcid)
