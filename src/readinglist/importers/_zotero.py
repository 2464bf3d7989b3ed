"""Items as Zotero itself has them, in Better BibTeX's JSON and Zotero's own API, as CSL items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

TYPES = {
    "artwork": "graphic", "attachment": "document", "audioRecording": "song", "bill": "bill", "blogPost": "post-weblog",
    "book": "book", "bookSection": "chapter", "case": "legal_case", "computerProgram": "software",
    "conferencePaper": "paper-conference", "dataset": "dataset", "dictionaryEntry": "entry-dictionary",
    "document": "document", "email": "personal_communication", "encyclopediaArticle": "entry-encyclopedia",
    "film": "motion_picture", "forumPost": "post", "hearing": "hearing", "instantMessage": "personal_communication",
    "interview": "interview", "journalArticle": "article-journal", "letter": "personal_communication",
    "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast", "preprint": "article",
    "presentation": "speech", "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast", "videoRecording": "motion_picture",
    "webpage": "webpage",
}  # fmt: skip
_FIELDS = {
    "title": "title", "shortTitle": "title-short", "abstractNote": "abstract", "DOI": "DOI", "ISBN": "ISBN",
    "ISSN": "ISSN", "url": "URL", "volume": "volume", "issue": "issue", "pages": "page", "edition": "edition",
    "versionNumber": "version", "language": "language", "publisher": "publisher", "university": "publisher",
    "institution": "publisher", "repository": "publisher", "company": "publisher", "label": "publisher",
    "place": "publisher-place", "publicationTitle": "container-title", "bookTitle": "container-title",
    "proceedingsTitle": "container-title", "websiteTitle": "container-title", "blogTitle": "container-title",
    "forumTitle": "container-title", "encyclopediaTitle": "container-title", "dictionaryTitle": "container-title",
    "journalAbbreviation": "container-title-short", "series": "collection-title", "seriesTitle": "collection-title",
    "seriesNumber": "collection-number", "conferenceName": "event-title", "meetingName": "event-title",
    "reportNumber": "number", "patentNumber": "number", "number": "number", "numPages": "number-of-pages",
    "numberOfVolumes": "number-of-volumes", "archive": "archive", "archiveLocation": "archive_location",
    "callNumber": "call-number", "libraryCatalog": "source", "medium": "medium", "runningTime": "dimensions",
    "thesisType": "genre", "reportType": "genre", "presentationType": "genre", "genre": "genre",
    "manuscriptType": "genre", "websiteType": "genre", "extra": "note", "rights": "license", "date": "issued",
    "accessDate": "accessed", "citationKey": "citation-key", "citekey": "citation-key", "key": "id",
}  # fmt: skip
_ROLES = {
    "bookAuthor": "container-author",
    "seriesEditor": "collection-editor",
    "inventor": "author",
    "programmer": "author",
    "presenter": "author",
    "artist": "author",
    "podcaster": "host",
    "interviewee": "author",
    "reviewedAuthor": "reviewed-author",
    "scriptwriter": "script-writer",
    "castMember": "performer",
}
_OF_ZOTERO = frozenset(
    "itemType creators tags attachments notes relations collections itemID itemKey libraryID uri select version"
    " dateAdded dateModified parentItem seeAlso key".split()
)


def is_zotero(item: Mapping[str, Any]) -> bool:
    """Tell an item in Zotero's own terms."""
    return "itemType" in item or (isinstance(item.get("data"), Mapping) and "itemType" in item["data"])


def csl_from_zotero(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return the CSL item that an item of Zotero is; fields that CSL does not know keep their names."""
    item = item["data"] if isinstance(item.get("data"), Mapping) else item
    found: dict[str, Any] = {"type": TYPES.get(str(item.get("itemType")), str(item.get("itemType")))}
    for name, value in item.items():
        if name in _FIELDS and value:
            found.setdefault(_FIELDS[name], value)
        elif name not in _OF_ZOTERO and value:
            found.setdefault(name, value)
    for role, person in _people(item.get("creators")):
        found.setdefault(role, []).append(person)
    tags = [each.get("tag") if isinstance(each, Mapping) else each for each in item.get("tags") or []]
    return found | ({"tags": [tag for tag in tags if tag]} if tags else {})


def _people(creators: Any) -> Iterator[tuple[str, dict[str, str]]]:
    for each in creators if isinstance(creators, list) else []:
        if isinstance(each, Mapping):
            role = str(each.get("creatorType") or "author")
            name = {"family": str(each.get("lastName") or ""), "given": str(each.get("firstName") or "")}
            whole = str(each.get("name") or "")
            yield _ROLES.get(role, role), {"literal": whole} if whole else name
