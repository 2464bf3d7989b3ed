"""A work as Crossref describes it in JSON: alone, in a list, and where doi.org hands it on as CSL."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.sources._claims import Claims
from readinglist.sources._dates import from_parts
from readinglist.sources._json import Node
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, body, person
from readinglist.sources._text import title

_SERIES = re.compile(
    r"(?:lecture notes|advances in|springer|studies in|methods in|progress in|communications in|ifip|nato"
    r"|smart innovation|proceedings in|contributions to|monographs|(?:under)?graduate texts|acm sigplan|\w+ series\b)"
    r"|.*\bseries$",
    re.IGNORECASE,
)
_IN_A_BOOK = frozenset({"chapter", "paper-conference", "entry"})
_SAME_WORK = ("is-preprint-of", "has-preprint", "is-version-of", "has-version", "is-identical-to", "is-same-as")


def state(work: Node, claims: Claims) -> None:
    """Claim what a work's record states."""
    _kind(work, claims)
    _titles(work, claims)
    for field in ("author", "editor", "translator", "chair"):
        claims.people(field, (_name(each) for each in work[field]), work[field].path)
    _dates(work, claims)
    _containers(work, claims)
    _plain(work, claims)


def other_names(work: Node) -> Iterator[str]:
    """Yield the identifiers of other versions of the work."""
    for relation in _SAME_WORK:
        for each in work["relation"][relation]:
            if each["id-type"].text == "doi":
                yield each["id"].text


def _kind(work: Node, claims: Claims) -> None:
    if work["type"].text == "posted-content" and work["subtype"].text == "other":
        claims.add("type", "post-weblog", work["subtype"].path, confidence=0.7)
    claims.type(work["type"])


def _titles(work: Node, claims: Claims) -> None:
    first = work["title"].first if isinstance(work["title"].value, list) else work["title"]
    main = title(first.text)
    more = title(work["subtitle"].first.text)
    if more and more.casefold() not in main.casefold():
        main = f"{main.rstrip(':').rstrip()}: {more}" if main else more
    claims.add("title", main, first.path)
    claims.text("title", work["original-title"].first)
    claims.text("title-short", work["short-title"].first)


def _name(each: Node) -> Name:
    orcid = each["ORCID"].text or each["orcid"].text
    if whole := each["name"].text or each["literal"].text:
        return body(whole, orcid=orcid)
    family = " ".join(filter(None, (each["non-dropping-particle"].text, each["family"].text)))
    return person(family, each["given"].text, suffix=each["suffix"].text, orcid=orcid)


def _dates(work: Node, claims: Claims) -> None:
    """Claim the date that Crossref itself calls that of publication: the earlier of print and online."""
    for name in ("issued", "posted", "published", "published-online", "published-print"):
        claims.add("issued", date_parts(work[name]), work[name].path)
    # Only what is never printed, such as a figure, can have no date; then it is known when its DOI was made.
    claims.add("issued", date_parts(work["created"]), work["created"].path, confidence=0.4)
    claims.add("event-date", date_parts(work["event"]["start"]), work["event"]["start"].path)


def date_parts(date: Node) -> str | None:
    """Return the date that `date-parts` state, nested or not."""
    parts = date["date-parts"]
    held = parts[0] if isinstance(parts[0].value, list) else parts
    return from_parts([each.value for each in held])


def _containers(work: Node, claims: Claims) -> None:
    named = [each for each in work["container-title"] if each.text]
    if claims.get("type") == "book":
        claims.text("collection-title", *named)
        claims.held_by(*named)
        named = []
    if claims.get("type") in _IN_A_BOOK and len(named) > 1:
        series = next((each for each in named if _SERIES.match(each.text)), named[0])
        claims.text("collection-title", series)
        named = [each for each in named if each is not series]
    claims.text("container-title", *named)
    claims.text("container-title-short", work["short-container-title"].first)
    claims.text("event-title", work["event"]["name"], work["event"])
    claims.text("event-place", work["event"]["location"], work["event-place"])
    if work["type"].text == "posted-content":
        server = work["institution"].first["name"]
        claims.text("publisher" if work["subtype"].text == "preprint" else "container-title", server)
        claims.held_by(server)


def _plain(work: Node, claims: Claims) -> None:
    for field in ("volume", "issue", "page", "publisher", "publisher-place", "DOI", "PMID", "PMCID"):
        claims.text(field, work[field])
    claims.text("publisher-place", work["publisher-location"])
    claims.add("language", language_of(work["language"].text), work["language"].path)
    claims.text("number", work["article-number"] if not work["page"] else Node(), work["number"])
    claims.text("edition", work["edition-number"], work["edition"])
    claims.text("version", work["version"]["version"], work["version"])
    claims.text("ISBN", *work["ISBN"])
    claims.text("ISSN", *work["ISSN"])
    claims.text("URL", work["resource"]["primary"]["URL"])
    claims.text("abstract", work["abstract"])
    for each in work["license"]:
        claims.add("license", licence_of(each["URL"].text), each["URL"].path)
