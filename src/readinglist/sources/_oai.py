"""arXiv's own format in OAI-PMH, in which families and given names are told apart."""

from __future__ import annotations

from readinglist.sources._claims import Claims
from readinglist.sources._licence import licence_of
from readinglist.sources._names import body, person
from readinglist.sources._xml import Tag


def state(record: Tag, claims: Claims) -> None:
    """Claim what an `arXiv` element states; the header's datestamp is when the record was touched."""
    claims.add("type", "article", record.path)
    claims.add("genre", "Preprint", record.path)
    claims.text("title", record.first("title"))
    listed = record.first("authors")
    claims.people(
        "author",
        (
            person(each.first("keyname").text, each.first("forenames").text, suffix=each.first("suffix").text)
            if each.first("forenames")
            else body(each.first("keyname").text)
            for each in listed.all("author")
        ),
        listed.path,
    )
    claims.date("issued", record.first("created"))
    claims.text("arxiv", record.first("id"))
    categories = record.first("categories")
    claims.add("arxiv-class", categories.text.partition(" ")[0], categories.path)
    claims.add("publisher", "arXiv", record.path)
    if number := claims.get("arxiv"):
        claims.add("URL", f"https://arxiv.org/abs/{number}", record.first("id").path)
    claims.add("license", licence_of(record.first("license").text), record.first("license").path)
    claims.text("abstract", record.first("abstract"))
