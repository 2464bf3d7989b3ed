"""A work as Hayagriva has it into the fields of a catalog."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from readinglist.importers import Fields
from readinglist.importers import _found as said
from readinglist.importers._dates import from_text
from readinglist.importers._protected import protected_words
from readinglist.importers._values import stated

Work = dict[str, Any]

_ALONE = {
    "anthology": "book", "anthos": "chapter", "article": "article", "artwork": "graphic", "audio": "song",
    "blog": "post-weblog", "book": "book", "case": "legal_case", "chapter": "chapter", "conference": "event",
    "entry": "entry-encyclopedia", "exhibition": "document", "legislation": "legislation",
    "manuscript": "manuscript", "misc": "document", "newspaper": "periodical", "original": "document",
    "patent": "patent", "performance": "performance", "periodical": "periodical", "post": "post",
    "proceedings": "book", "reference": "book", "report": "report", "repository": "software",
    "scene": "motion_picture", "thesis": "thesis", "thread": "post", "video": "motion_picture", "web": "webpage",
}  # fmt: skip
_ARTICLES = {
    "periodical": "article-journal", "newspaper": "article-newspaper", "blog": "post-weblog",
    "proceedings": "paper-conference", "conference": "paper-conference",
}  # fmt: skip
_BY_GENRE = {
    ("software", "Dataset"): "dataset", ("report", "Standard"): "standard", ("webpage", "Documentation"): "report",
    ("paper-conference", "Talk"): "speech", ("paper-conference", "Slides"): "speech", ("article", "Talk"): "speech",
    ("article", "Slides"): "speech",
}  # fmt: skip
_ROLES = {
    "translator": "translator", "director": "director", "producer": "producer", "composer": "composer",
    "compiler": "compiler", "organizer": "organizer", "illustrator": "illustrator", "narrator": "narrator",
    "cast-member": "performer", "writer": "script-writer", "executive-producer": "executive-producer",
    "collaborator": "contributor",
}  # fmt: skip
_PLAIN = {
    "genre": "genre", "volume": "volume", "issue": "issue", "edition": "edition", "page-range": "page",
    "page-total": "number-of-pages", "volume-total": "number-of-volumes", "runtime": "dimensions",
    "language": "language", "abstract": "abstract", "note": "note", "archive": "archive",
    "archive-location": "archive-place", "location": "publisher-place", "annote": "annote",
}  # fmt: skip
_NUMBERS = {
    "doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "arxiv": "arxiv", "pmid": "PMID", "pmcid": "PMCID",
    "serial": "number", "version": "version", "swhid": "swhid", "hal": "hal",
}  # fmt: skip
_OF_CONTAINER = (
    "volume", "issue", "edition", "publisher", "publisher-place", "issued", "ISBN", "ISSN", "number-of-volumes", "URL",
)  # fmt: skip
_GROUP = re.compile(r"\{([^{}]*)\}")


def work_fields(key: str, work: Work) -> tuple[Fields, list[tuple[str, str]]]:
    """Return a work as a catalog has it, and what there is to say about it."""
    told: list[tuple[str, str]] = []
    parents = _list(work.pop("parent", None))
    kind = str(work.pop("type", "misc")).lower()
    fields: dict[str, Any] = {"id": key, "type": _type(kind, parents, work)}
    if kind not in _ALONE:
        told.append((said.TYPE_UNKNOWN, f"nobody knows the type '{kind}'; it is read as a document"))
    title, short, protect = _title(work.pop("title", None))
    fields |= {"title": title, "title-short": short, "protect": protect}
    _people_of(fields, work)
    _own(fields, work)
    for parent in parents:
        _within(fields, dict(parent))
    if fields["type"] == "article" and fields.get("arxiv") and fields.get("publisher") == "arXiv":
        fields |= {"publisher": None, "genre": fields.get("genre") or "Preprint"}
    if fields.get("genre") in {"Dataset", "Standard"} and fields["type"] in {"dataset", "standard"}:
        del fields["genre"]
    if left := stated(work):
        told.append((said.KEPT_ASIDE, f"kept under `custom`: {', '.join(left)}"))
        fields["custom"] = {"hayagriva": left}
    return stated(fields), told


def _list(value: Any) -> list[Any]:
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, Mapping)]


def _type(kind: str, parents: list[Work], work: Work) -> str:
    around = [str(parent.get("type", "")).lower() for parent in parents]
    found = _ALONE.get(kind, "document")
    if kind == "article":
        within = next((_ARTICLES[each] for each in ("proceedings", *_ARTICLES) if each in around), None)
        found = within or ("article-journal" if "issue" in work or "volume" in work else "article")
    elif kind == "audio" and "audio" in around:
        found = "broadcast"
    return _BY_GENRE.get((found, _text(work.get("genre"))), found)


def _title(value: Any) -> tuple[str, str, list[str]]:
    """Return a title, its short form and the words that braces protect."""
    if not isinstance(value, Mapping):
        text = str(value or "")
        return _unbraced(text), "", _words(text)
    inner = value.get("value")
    verbatim = _is_verbatim(value) or isinstance(inner, Mapping)
    text = _text(inner)
    return text, _text(value.get("short")), [] if verbatim else _words(str(inner or ""))


def _words(text: str) -> list[str]:
    return protected_words(_GROUP.findall(text), _unbraced(text)) if "{" in text else []


def _text(value: Any) -> str:
    """Return a text that may be a map, without the braces that keep its capitals."""
    if isinstance(value, Mapping):
        inner = value.get("value")
        return str(inner or "") if _is_verbatim(value) else _text(inner)
    return _unbraced(value) if isinstance(value, str) else ""


def _is_verbatim(value: Mapping[str, Any]) -> bool:
    return str(value.get("verbatim")).lower() == "true"


def _unbraced(text: str) -> str:
    return _GROUP.sub(r"\1", text) if "{" in text else text


def _people_of(fields: dict[str, Any], work: Work) -> None:
    for role in ("author", "editor"):
        fields[role] = _people(work.pop(role, None))
    others = []
    for each in _list(work.pop("affiliated", None)):
        known = _ROLES.get(str(each.get("role")).lower())
        if known and known not in fields:
            fields[known] = _people(each.get("names"))
        else:
            others.append(each)
    if others:
        work["affiliated"] = others


def _people(value: Any) -> list[dict[str, str]]:
    return [person for each in (value if isinstance(value, list) else [value]) if (person := _person(each))]


def _person(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        family, comma, given = (part.strip() for part in value.partition(","))
        middle, _, last = (part.strip() for part in given.partition(","))
        if comma and family and middle:
            return stated({**_with_particle(family), "given": last or middle, "suffix": middle if last else ""})
        return {"literal": value.strip(" ,")} if value.strip(" ,") else {}
    if not isinstance(value, Mapping):
        return {}
    name, given, prefix, suffix = (_text(value.get(key)) for key in ("name", "given-name", "prefix", "suffix"))
    if not given and not prefix and not suffix:
        whole = name or _text(value.get("alias"))
        return {"literal": whole} if whole else {}
    return stated({"family": name or given, "given": given, "non-dropping-particle": prefix, "suffix": suffix})


def _with_particle(family: str) -> dict[str, str]:
    words = family.split()
    cut = next((place for place, word in enumerate(words[:-1]) if not word[0].islower()), len(words) - 1)
    return {"family": " ".join(words[cut:]), "non-dropping-particle": " ".join(words[:cut])}


def _own(fields: dict[str, Any], work: Work) -> None:
    for name, field in _PLAIN.items():
        if text := _text(work.get(name)):
            fields[field] = text
            del work[name]
    _publisher(fields, work)
    organization = _text(work.pop("organization", None))
    fields.setdefault("publisher", organization)
    if date := from_text(str(work.get("date") or "")):
        fields["issued"] = date
        del work["date"]
    url = work.pop("url", None)
    if isinstance(url, Mapping):
        fields["accessed"] = from_text(str(url.get("date") or ""))
        url = url.get("value")
    fields["URL"] = url
    _numbers(fields, work)
    keywords = work.pop("keywords", None)
    if isinstance(keywords, str):
        keywords = re.split(r"\s*,\s*", keywords)
    fields["tags"] = keywords if isinstance(keywords, list) else None


def _publisher(fields: dict[str, Any], work: Work) -> None:
    publisher = work.pop("publisher", None)
    if isinstance(publisher, Mapping) and ("name" in publisher or "location" in publisher):
        fields.setdefault("publisher-place", _text(publisher.get("location")))
        publisher = publisher.get("name")
    if name := _text(publisher):
        fields.setdefault("publisher", name)


def _numbers(fields: dict[str, Any], work: Work) -> None:
    numbers = work.pop("serial-number", None)
    if isinstance(numbers, Mapping):
        for name, value in numbers.items():
            if field := _NUMBERS.get(name.lower()):
                fields.setdefault(field, _text(value))
            else:
                work.setdefault("serial-number", {})[name] = value
    elif numbers:
        fields["number"] = _text(numbers)


def _within(fields: dict[str, Any], parent: Work) -> None:
    kind = str(parent.pop("type", "")).lower()
    if kind == "original":
        fields["original-date"] = from_text(str(parent.get("date") or ""))
    elif kind == "conference":
        _event(fields, parent)
    else:
        _container(fields, parent)


def _event(fields: dict[str, Any], parent: Work) -> None:
    fields["event-title"], _, _ = _title(parent.pop("title", None))
    fields["event-place"] = _text(parent.pop("location", None))
    fields["event-date"] = from_text(str(parent.pop("date", None) or ""))
    fields.setdefault("publisher", _text(parent.pop("organization", None)))


def _container(fields: dict[str, Any], parent: Work) -> None:
    title, short, _ = _title(parent.pop("title", None))
    if fields.get("container-title"):
        return
    fields |= {"container-title": title, "container-title-short": short}
    fields["container-author"] = _people(parent.pop("author", None))
    fields["editor"] = fields["editor"] or _people(parent.pop("editor", None))
    inner: dict[str, Any] = {}
    outer = _list(parent.pop("parent", None))
    _own(inner, parent)
    for name in _OF_CONTAINER:
        if inner.get(name) and not fields.get(name):
            fields[name] = inner[name]
    for series in outer:
        fields["collection-title"] = _title(series.get("title"))[0]
        fields["collection-number"] = _text(series.get("volume")) or _text(series.get("issue"))
