"""Articles and books as PubMed's efetch sends them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.sources._claims import Claims
from readinglist.sources._dates import from_medline, from_parts
from readinglist.sources._languages import language_of
from readinglist.sources._names import Name, body, person
from readinglist.sources._text import title
from readinglist.sources._xml import Tag

_RANGE = re.compile(r"(\D*)(\d+)-(\d+)")


def articles(root: Tag) -> Iterator[Tag]:
    """Yield the records of a set."""
    yield from root.inside("PubmedArticle", "PubmedBookArticle")


def number_of(article: Tag) -> str:
    """Return a record's own PubMed number."""
    return next(
        (article.first(name, "PMID").text for name in ("MedlineCitation", "BookDocument") if article.first(name)), ""
    )


def state(article: Tag, claims: Claims) -> None:
    """Claim what a record states."""
    if article.name == "PubmedBookArticle":
        _book(article.first("BookDocument"), claims)
        return
    citation = article.first("MedlineCitation")
    held, journal = citation.first("Article"), citation.first("Article", "Journal")
    claims.type(*(each for each in held.all("PublicationTypeList", "PublicationType") if each.text == "Preprint"))
    claims.add("type", "article-journal", held.path)
    _title(held, claims)
    claims.people("author", map(_name, held.all("AuthorList", "Author")), f"{held.path}/AuthorList")
    _journal(journal, citation.first("MedlineJournalInfo"), claims)
    issue = journal.first("JournalIssue")
    claims.add("issued", _date(issue.first("PubDate")), issue.first("PubDate").path)
    for each in held.all("ArticleDate"):
        claims.add("issued", _date(each), each.path)
        _available(each, claims)
    claims.text("volume", issue.first("Volume"))
    claims.text("issue", issue.first("Issue"))
    _pages(held.first("Pagination"), claims)
    claims.add("language", language_of(held.first("Language").text), held.first("Language").path)
    claims.text("abstract", held.first("Abstract"))
    _identifiers(citation, article.first("PubmedData", "ArticleIdList"), held, claims)


def _journal(journal: Tag, index: Tag, claims: Claims) -> None:
    claims.text("container-title", journal.first("Title"))
    claims.text("container-title-short", index.first("MedlineTA"), journal.first("ISOAbbreviation"))
    claims.text("ISSN", journal.first("ISSN"), index.first("ISSNLinking"))


def _title(held: Tag, claims: Claims) -> None:
    """Claim the title without the full stop that ends each, and the brackets that mark a translated one."""
    for place in (held.first("ArticleTitle"), held.first("VernacularTitle"), held.first("BookTitle")):
        text = title(place.marked)
        if text.startswith("[") and text.rstrip(".").endswith("]"):
            text = text.rstrip(".")[1:-1]
        claims.add("title", text if text.endswith("..") else text.removesuffix("."), place.path)


def _name(each: Tag) -> Name:
    if each.attribute("ValidYN") == "N":
        return {}
    if collective := each.first("CollectiveName").text:
        return body(collective)
    orcid = next((mark.text for mark in each.where("Identifier", "Source", "orcid")), "")
    given = each.first("ForeName").text or each.first("Initials").text
    return person(each.first("LastName").text, given, suffix=each.first("Suffix").text, orcid=orcid)


def _date(each: Tag) -> str | None:
    year, month, day = (each.first(part).text for part in ("Year", "Month", "Day"))
    if month.isdecimal():
        return from_parts([year, month, day])
    return from_medline(each.first("MedlineDate").text or f"{year} {month or each.first('Season').text} {day}".strip())


def _available(each: Tag, claims: Claims) -> None:
    online, printed = _date(each), claims.get("issued")
    if online and printed and online < printed and not printed.startswith(online):
        claims.add("available-date", online, each.path)


def _pages(held: Tag, claims: Claims) -> None:
    place = held.first("MedlinePgn") or held.first("StartPage")
    text = place.text.partition(";")[0].partition(",")[0].strip()
    if found := _RANGE.fullmatch(text):
        head, first, last = found.groups()
        text = f"{head}{first}-{first[: -len(last)]}{last}" if len(last) < len(first) else text
    claims.add("page", text, place.path)


def _identifiers(citation: Tag, listed: Tag, held: Tag, claims: Claims) -> None:
    claims.text("PMID", citation.first("PMID"))
    claims.text("DOI", *listed.where("ArticleId", "IdType", "doi"), *held.where("ELocationID", "EIdType", "doi"))
    claims.text("PMCID", *listed.where("ArticleId", "IdType", "pmc"))
    if not claims.get("page"):
        claims.text("number", *held.where("ELocationID", "EIdType", "pii"))


def _book(document: Tag, claims: Claims) -> None:
    book, part = document.first("Book"), document.first("ArticleTitle")
    claims.add("type", "chapter" if part else "book", document.path)
    _title(document if part else book, claims)
    if part:
        claims.text("container-title", book.first("BookTitle"))
    everyone = [*document.all("AuthorList"), *book.all("AuthorList")]
    for role, field in (("authors", "author"), ("editors", "editor")):
        for each in everyone:
            if (each.attribute("Type") or "authors") == role:
                claims.people(field, map(_name, each.all("Author")), each.path)
    for each in (book.first("PubDate"), document.first("ContributionDate")):
        claims.add("issued", _date(each), each.path)
    claims.text("publisher", book.first("Publisher", "PublisherName"))
    claims.text("publisher-place", book.first("Publisher", "PublisherLocation"))
    claims.text("ISBN", *book.all("Isbn"))
    claims.text("volume", book.first("Volume"))
    claims.text("edition", book.first("Edition"))
    claims.add("language", language_of(document.first("Language").text), document.first("Language").path)
    claims.text("abstract", document.first("Abstract"))
    _identifiers(document, document.first("ArticleIdList"), document, claims)
