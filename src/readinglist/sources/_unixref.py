"""A record of Crossref in its deposit format (unixref), alone or inside an answer of its query service (unixsd)."""

from __future__ import annotations

from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.sources._claims import Claims, Word
from readinglist.sources._dates import from_parts
from readinglist.sources._languages import language_of
from readinglist.sources._licence import licence_of
from readinglist.sources._names import Name, body, person
from readinglist.sources._text import title
from readinglist.sources._xml import Tag

_PARTS = ("journal_article", "conference_paper", "content_item", "dataset", "component")
_DATES = ("publication_date", "posted_date", "approval_date", "review_date", "creation_date")
_TYPES = {
    "journal_article": "journal-article", "conference_paper": "proceedings-article",
    "content_item": "book-chapter",
    "dataset": "dataset", "component": "component", "journal": "journal", "book": "book",
    "conference": "proceedings", "posted_content": "posted-content", "dissertation": "dissertation",
    "report-paper": "report", "standard": "standard",
    "database": "database", "peer_review": "peer-review", "pending_publication": "journal-article",
}  # fmt: skip


def read(root: Tag, claims: Claims) -> Outcome:
    """Return what a record says; Crossref's way to say that it has none is an answer too."""
    query = root.any("query")
    record = root if root.name == "crossref" else root.any("crossref")
    if record.first("error") or query.attribute("status") == "unresolved":
        return NotFound("Crossref knows no such DOI")
    if record:
        state(record, claims)
        claims.text("publisher", *query.where("crm-item", "name", "publisher-name"))
        claims.date("issued", *query.where("crm-item", "name", "created"), confidence=0.4)
    else:
        _of_query(query, claims)
    return claims.known()


def state(record: Tag, claims: Claims) -> None:
    """Claim what a `crossref` element states."""
    whole = next(iter(record), Tag())
    about = next((each for each in whole if each.name.endswith("_metadata") and each.name != "event_metadata"), Tag())
    part = next((found for name in _PARTS if (found := whole.any(name)) and found.first("doi_data")), Tag())
    issue = whole.first("journal_issue")
    work = part or next((each for each in (issue, about, whole) if each.first("doi_data")), about or whole)
    places = [work, *([] if part else [about, whole])]
    _kind(part or whole, claims)
    _title(next((each.first("titles") for each in places if each.first("titles")), Tag()), claims)
    _people(places, claims)
    _dates([*places, work.first("database_date"), issue, about], claims)
    _container(part, whole, about, claims)
    _rest(work, about, issue, claims)


def _kind(element: Tag, claims: Claims) -> None:
    if element.name == "posted_content" and element.attribute("type") == "other":
        claims.add("type", "post-weblog", f"{element.path}/@type", confidence=0.7)
    claims.type(Word(_TYPES.get(element.name, ""), element.path))


def _title(titles: Tag, claims: Claims) -> None:
    main, more = titles.first("title"), titles.first("subtitle")
    text, added = title(main.marked), title(more.marked)
    if added and added.casefold() not in text.casefold():
        text = f"{text.rstrip(': ')}: {added}" if text else added
    claims.add("title", text, main.path)
    claims.text("title", titles.first("original_language_title"))


def _people(places: list[Tag], claims: Claims) -> None:
    for place in places:
        listed = place.first("contributors") or (place if place.first("person_name") else Tag())
        for role in ("author", "editor", "translator", "chair"):
            everyone = [each for each in listed if each.attribute("contributor_role") == role]
            claims.people(role, map(_name, everyone), f"{listed.path}/{role}")


def _name(each: Tag) -> Name:
    if each.name == "organization":
        return body(each.text)
    orcid = each.first("ORCID").text
    family, given = each.first("surname").text, each.first("given_name").text
    return person(family, given, suffix=each.first("suffix").text, orcid=orcid)


def _dates(places: list[Tag], claims: Claims) -> None:
    """Claim the earlier of print and online, of the work itself or else of what it stands in."""
    for place in places:
        for name in _DATES:
            dated = [(date, each.path) for each in place.all(name) if (date := _date(each))]
            for date, path in sorted(dated)[:1]:
                claims.add("issued", date, path)


def _date(each: Tag) -> str | None:
    return from_parts([each.first(part).text for part in ("year", "month", "day")])


def _container(part: Tag, whole: Tag, about: Tag, claims: Claims) -> None:
    claims.text("container-title-short", about.first("abbrev_title"))
    series = about.first("series_metadata", "titles", "title")
    claims.text("collection-title", series)
    event = whole.first("event_metadata")
    claims.text("event-title", event.first("conference_name"))
    claims.text("event-place", event.first("conference_location"))
    if whole.name == "journal":
        claims.text("container-title", about.first("full_title"))
    elif part:
        claims.text("container-title", about.first("proceedings_title"), about.first("titles", "title"), series)
    elif not claims.get("title"):
        claims.text("title", about.first("proceedings_title"), about.first("full_title"), series)
    if claims.get("type") == "book":
        claims.held_by(series)


def _rest(work: Tag, about: Tag, issue: Tag, claims: Claims) -> None:
    data = work.first("doi_data")
    claims.text("DOI", data.first("doi"))
    claims.text("URL", data.first("resource"))
    claims.text("volume", issue.first("journal_volume", "volume"), about.first("volume"))
    claims.text("issue", issue.first("issue"))
    first, last = work.first("pages", "first_page"), work.first("pages", "last_page")
    claims.add("page", "-".join(dict.fromkeys(filter(None, (first.text, last.text)))), first.path)
    claims.text("number", work.first("publisher_item", "item_number") if not first.text else Tag())
    claims.text("edition", about.first("edition_number"))
    publisher = (each for place in (about, work) for each in place.all("publisher"))
    for each in publisher:
        claims.text("publisher", each.first("publisher_name"))
        claims.text("publisher-place", each.first("publisher_place"))
    if claims.get("type") == "post-weblog":
        claims.text("container-title", work.first("institution", "institution_name"))
    for place in (work, about):
        server = place.first("institution", "institution_name")
        claims.text("publisher", server)
        if claims.get("type") == "article":
            claims.held_by(server)
        claims.add("language", language_of(place.attribute("language")), f"{place.path}/@language")
    for kind in ("isbn", "issn"):
        claims.text(kind.upper(), *about.all(kind), *about.first("series_metadata").all(kind), *work.all(kind))
    claims.text("abstract", work.first("abstract"))
    for each in work.inside("license_ref"):
        claims.add("license", licence_of(each.text), each.path)


def _of_query(query: Tag, claims: Claims) -> None:
    """Claim what the short form of an answer states, which holds no deposit."""
    claims.text("title", query.first("article_title"), query.first("volume_title"))
    claims.text("container-title", query.first("journal_title"), query.first("volume_title"))
    for role in ("author", "editor"):
        listed = query.first("contributors")
        claims.people(role, map(_name, listed.where("contributor", "contributor_role", role)), f"{listed.path}/{role}")
    for field, name in (("volume", "volume"), ("issue", "issue"), ("page", "first_page"), ("DOI", "doi")):
        claims.text(field, query.first(name))
    claims.date("issued", query.first("year"))
    claims.text("ISSN", *query.all("issn"))
    claims.text("ISBN", *query.all("isbn"))
    claims.type(Word(_TYPES.get(query.first("doi").attribute("type"), ""), f"{query.path}/doi/@type"))
