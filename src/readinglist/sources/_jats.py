"""The front matter of an article in JATS, as PubMed Central and publishers send it."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.sources._claims import Claims
from readinglist.sources._dates import from_parts
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, body, person, whole
from readinglist.sources._text import title
from readinglist.sources._xml import Tag

_ISSUED = ("ppub", "pub", "collection", "epub-ppub", "epub", "")


def state(article: Tag, claims: Claims) -> None:
    """Claim what an `article` states about itself, never about what it cites."""
    front = article.first("front")
    meta, journal = front.first("article-meta"), front.first("journal-meta")
    claims.add("type", "article-journal", article.path)
    _title(meta.first("title-group"), claims)
    _people(meta, claims)
    _dates(meta, claims)
    claims.text("container-title", journal.any("journal-title"))
    for each in journal.inside("abbrev-journal-title"):
        claims.text("container-title-short", each)
    claims.text("publisher", journal.first("publisher", "publisher-name"))
    claims.text("publisher-place", journal.first("publisher", "publisher-loc"))
    claims.text("ISSN", *journal.all("issn"))
    claims.text("volume", meta.first("volume"))
    claims.text("issue", meta.first("issue"))
    _pages(meta, claims)
    for kind, field in (("doi", "DOI"), ("pmid", "PMID"), ("pmcid", "PMCID"), ("pmc", "PMCID")):
        claims.text(field, *meta.where("article-id", "pub-id-type", kind))
    claims.add("language", language_of(article.attribute("lang")), f"{article.path}/@lang")
    for address in _licences(meta):
        claims.add("license", licence_of(address), f"{meta.path}/permissions/license")
    claims.text("abstract", meta.first("abstract"))


def _title(group: Tag, claims: Claims) -> None:
    main, more = group.first("article-title"), title(group.first("subtitle").marked)
    text = title(main.marked)
    claims.add("title", f"{text.rstrip(': ')}: {more}" if more and more not in text else text, main.path)


def _people(meta: Tag, claims: Claims) -> None:
    for group in meta.all("contrib-group"):
        for each, field in (("author", "author"), ("editor", "editor")):
            named = [one for one in group.all("contrib") if (one.attribute("contrib-type") or "author") == each]
            claims.people(field, map(_name, named), f"{group.path}/contrib")


def _name(each: Tag) -> Name:
    orcid = next((mark.text for mark in each.where("contrib-id", "contrib-id-type", "orcid")), "")
    if collective := each.first("collab"):
        own = collective.first("institution") or collective
        return body(own.marked, orcid=orcid)
    name = each.first("name") or each.first("name-alternatives", "name")
    if name:
        family, given = name.first("surname").text, name.first("given-names").text
        return person(" ".join(filter(None, (name.first("prefix-name").text, family))), given, orcid=orcid)
    return whole(each.first("string-name").text, orcid=orcid)


def _dates(meta: Tag, claims: Claims) -> None:
    dates = [(each.attribute("pub-type") or each.attribute("date-type"), each) for each in meta.all("pub-date")]
    for kind, each in sorted((pair for pair in dates if pair[0] in _ISSUED), key=lambda pair: _ISSUED.index(pair[0])):
        date, issued = _date(each), claims.get("issued")
        claims.add("issued", date, each.path)
        if kind == "epub" and date and issued and date < issued and not issued.startswith(date):
            claims.add("available-date", date, each.path)


def _date(each: Tag) -> str | None:
    return from_parts([each.first(part).text for part in ("year", "month", "day")])


def _pages(meta: Tag, claims: Claims) -> None:
    first, last = meta.first("fpage"), meta.first("lpage")
    claims.add("page", "-".join(dict.fromkeys(filter(None, (first.text, last.text)))), first.path)
    if not first:
        claims.text("number", meta.first("elocation-id"))


def _licences(meta: Tag) -> Iterator[str]:
    for each in meta.all("permissions", "license"):
        yield each.attribute("href")
        for link in each.inside("ext-link", "license_ref"):
            yield link.attribute("href") or link.text
