"""A reference of CITATION.cff into the fields of a catalog."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from readinglist.importers import Fields
from readinglist.importers import _found as said
from readinglist.importers._dates import from_parts, from_text
from readinglist.importers._values import sound, stated
from readinglist.model.identifiers import DOI, ArXiv, Url

_TYPES = {
    "art": "graphic", "article": "article-journal", "audiovisual": "motion_picture", "bill": "bill",
    "blog": "post-weblog", "book": "book", "catalogue": "document", "conference": "book",
    "conference-paper": "paper-conference", "data": "dataset", "database": "dataset", "dataset": "dataset",
    "dictionary": "entry-dictionary", "edited-work": "book", "encyclopedia": "entry-encyclopedia",
    "film-broadcast": "broadcast", "generic": "document", "government-document": "report", "grant": "document",
    "hearing": "hearing", "historical-work": "classic", "legal-case": "legal_case", "legal-rule": "legislation",
    "magazine-article": "article-magazine", "manual": "report", "map": "map", "multimedia": "document",
    "music": "song", "newspaper-article": "article-newspaper", "pamphlet": "pamphlet", "patent": "patent",
    "personal-communication": "personal_communication", "proceedings": "book", "report": "report",
    "serial": "periodical", "slides": "speech", "software": "software", "software-code": "software",
    "software-container": "software", "software-executable": "software", "software-virtual-machine": "software",
    "sound-recording": "song", "standard": "standard", "statute": "legislation", "thesis": "thesis",
    "unpublished": "manuscript", "video": "motion_picture", "website": "webpage",
}  # fmt: skip
_PEOPLE = {
    "authors": "author", "editors": "editor", "editors-series": "collection-editor", "translators": "translator",
    "recipients": "recipient",
}  # fmt: skip
_PLAIN = {
    "title": "title", "abbreviation": "title-short", "abstract": "abstract", "notes": "note", "volume": "volume",
    "issue": "issue", "number": "number", "pages": "number-of-pages", "number-volumes": "number-of-volumes",
    "edition": "edition", "version": "version", "medium": "medium", "thesis-type": "genre", "isbn": "ISBN",
    "issn": "ISSN", "pmcid": "PMCID", "license": "license", "section": "section", "status": "status",
}  # fmt: skip
_SILENT = ("cff-version", "message", "type", "is-root")


def reference_fields(reference: Mapping[str, Any]) -> tuple[Fields, list[tuple[str, str]]]:
    """Return a reference as a catalog has it, and what there is to say about it."""
    told: list[tuple[str, str]] = []
    rest = dict(reference)
    kind = str(rest.get("type", "generic")).lower()
    if kind not in _TYPES:
        told.append((said.TYPE_UNKNOWN, f"nobody knows the type '{kind}'; it is read as a document"))
    fields: dict[str, Any] = {"type": _TYPES.get(kind, "document")}
    if kind == "manual":
        fields["genre"] = "Documentation"
    elif kind == "book" and "collection-title" in rest and "start" in rest:
        fields["type"] = "chapter"
    for name, field in _PEOPLE.items():
        fields[field] = _people(rest.pop(name, None))
    for name, field in _PLAIN.items():
        if isinstance(text := rest.get(name), str) and text:
            fields.setdefault(field, text)
            del rest[name]
    _within(fields, rest)
    _when(fields, rest)
    _identifiers(fields, rest, is_root="is-root" in rest)
    _remarks(fields, rest)
    if kind == "article" and fields.get("arxiv") and not fields["container-title"]:
        fields |= {"type": "article", "genre": "Preprint"}
    for name in _SILENT:
        rest.pop(name, None)
    if left := stated(rest):
        told.append((said.KEPT_ASIDE, f"kept under `custom`: {', '.join(left)}"))
        fields["custom"] = {"cff": _plain(left)}
    return stated(fields), told


_CODEMETA = {
    "name": "title", "title": "title", "description": "abstract", "identifier": "doi", "datePublished": "date-released",
    "codeRepository": "repository-code", "version": "version", "author": "authors", "agents": "authors",
    "keywords": "keywords", "tags": "keywords", "license": "license", "url": "url",
}  # fmt: skip


def from_codemeta(root: Mapping[str, Any]) -> dict[str, Any]:
    """Return a codemeta.json, which people give this name too, in the terms of CITATION.cff."""
    found: dict[str, Any] = {}
    for name, value in root.items():
        found.setdefault(_CODEMETA.get(name, name), value)
    people = found.get("authors")
    found["authors"] = [_of_codemeta(each) for each in (people if isinstance(people, list) else [people])]
    return {name: value for name, value in found.items() if not name.startswith("@")}


def _of_codemeta(person: Any) -> Any:
    if not isinstance(person, Mapping):
        return person
    names = {"family-names": person.get("familyName"), "given-names": person.get("givenName")}
    return stated({**names, "name": person.get("name"), "orcid": person.get("@id")})


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


def _people(value: Any) -> list[dict[str, str]]:
    return [name for each in (value if isinstance(value, list) else [value]) if (name := _name(each))]


def _name(person: Any) -> dict[str, str]:
    if isinstance(person, str):
        return {"literal": person} if person.strip() else {}
    if not isinstance(person, Mapping):
        return {}
    orcid = str(person.get("orcid") or "").rpartition("/")[2]
    text = {key: value for key, value in person.items() if isinstance(value, str)}
    if text.get("family-names"):
        parts = {
            "family": text["family-names"],
            "given": text.get("given-names"),
            "non-dropping-particle": text.get("name-particle"),
            "suffix": text.get("name-suffix"),
        }
        return stated({**parts, "ORCID": orcid})
    whole = text.get("name") or text.get("given-names") or text.get("alias")
    return stated({"literal": whole, "ORCID": orcid}) if whole and person != {"alias": "anonymous"} else {}


def _within(fields: dict[str, Any], rest: dict[str, Any]) -> None:
    journal, collection = rest.pop("journal", None), rest.pop("collection-title", None)
    in_a_work = fields["type"] not in {"book", "dataset", "software"}
    fields["container-title"] = journal or (collection if in_a_work else None)
    fields["collection-title"] = collection if journal or not in_a_work else None
    if isinstance(event := rest.pop("conference", None), Mapping):
        fields["event-title"] = event.get("name")
        places = [event.get(key) for key in ("city", "region", "country")]
        fields["event-place"] = event.get("location") or ", ".join(place for place in places if place)
        dates = [date for key in ("date-start", "date-end") if (date := from_text(str(event.get(key) or "")))]
        fields["event-date"] = "/".join(dict.fromkeys(dates))
    for name in ("publisher", "institution", "database-provider"):
        body = {"name": rest.get(name)} if isinstance(rest.get(name), str) else rest.get(name)
        if isinstance(body, Mapping) and body.get("name") and not fields.get("publisher"):
            fields["publisher"] = body["name"]
            fields["publisher-place"] = body.get("address") or body.get("city")
            del rest[name]
    first, last = rest.pop("start", None), rest.pop("end", None)
    fields["page"] = "-".join(dict.fromkeys(str(page) for page in (first, last) if page))


def _when(fields: dict[str, Any], rest: dict[str, Any]) -> None:
    dates = [from_text(str(rest.pop(name, None) or "")) for name in ("date-published", "date-released", "issue-date")]
    parts = from_parts([rest.pop("year", ""), rest.pop("month", 0) or 0])
    fields["issued"] = next((date for date in dates if date), None) or parts
    fields["accessed"] = from_text(str(rest.pop("date-accessed", None) or ""))
    fields["original-date"] = from_parts([rest.pop("year-original", "")])


def _identifiers(fields: dict[str, Any], rest: dict[str, Any], *, is_root: bool) -> None:
    fields["DOI"] = sound(DOI, str(rest.pop("doi"))) if rest.get("doi") else None
    fields["URL"] = _address(rest, "url")
    fields["code"] = _address(rest, "repository-code")
    if is_root and not fields["URL"]:
        fields["URL"] = fields["code"] or _address(rest, "repository")
    given = rest.pop("identifiers", None)
    known = given if isinstance(given, list) else []
    rest["identifiers"] = [each for each in known if not (isinstance(each, Mapping) and _identifier(fields, each))]


def _address(rest: dict[str, Any], name: str) -> str | None:
    found = sound(Url, str(rest[name])) if rest.get(name) else None
    if found:
        del rest[name]
    return found


def _identifier(fields: dict[str, Any], each: Mapping[str, Any]) -> bool:
    kind, value = str(each.get("type")), str(each.get("value") or "")
    if kind == "doi" or (kind == "other" and value.startswith("doi:")):
        found = ("DOI", sound(DOI, value))
    elif kind == "swh":
        found = ("swhid", value)
    elif value.lower().startswith("arxiv:"):
        found = ("arxiv", sound(ArXiv, value[6:]))
    elif kind == "url":
        found = ("URL", sound(Url, value))
    else:
        return False
    if not found[1] or fields.get(found[0], found[1]) not in (None, found[1]):
        return False
    fields[found[0]] = found[1]
    return True


def _remarks(fields: dict[str, Any], rest: dict[str, Any]) -> None:
    keywords = rest.pop("keywords", None)
    fields["tags"] = [str(word) for word in keywords] if isinstance(keywords, list) else None
    languages = rest.get("languages")
    if isinstance(languages, list) and len(languages) == 1:
        fields["language"] = languages[0]
        del rest["languages"]
    if isinstance(rest.get("license"), list):
        fields["license"] = " OR ".join(map(str, rest.pop("license")))
