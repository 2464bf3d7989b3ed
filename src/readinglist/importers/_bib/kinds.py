"""The entry types of BibTeX, BibLaTeX and their dialects as types of a catalog."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLAIN = {
    "article": "article-journal",
    "artwork image": "graphic",
    "audio music": "song",
    "book mvbook bookinbook collection mvcollection reference mvreference proceedings mvproceedings commentary": "book",
    "booklet": "pamphlet",
    "conference inproceedings": "paper-conference",
    "dataset": "dataset",
    "electronic online webpage www": "webpage",
    "inbook incollection suppbook suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "misc": "document",
    "movie video": "motion_picture",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "preprint": "article",
    "report": "report",
    "review": "review",
    "software softwareversion softwaremodule codefragment": "software",
    "standard": "standard",
    "suppperiodical": "article-journal",
    "thesis": "thesis",
    "unpublished": "manuscript",
}
_TYPES = {name: found for names, found in _PLAIN.items() for name in names.split()}
_WITH_GENRE = {
    "mastersthesis": ("thesis", "Master's thesis"),
    "phdthesis": ("thesis", "PhD thesis"),
    "techreport": ("report", "Technical report"),
    "manual": ("report", "Documentation"),
}
# BibLaTeX's words for the kinds of theses and reports.
_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "candthesis": "Candidate thesis",
    "bathesis": "Bachelor's thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
}
_REPORTS_OF_THEIR_OWN = {"standard": "standard"}
IN_A_BOOK = frozenset({"chapter", "paper-conference", "entry-encyclopedia"})


def type_and_genre(kind: str, fields: Mapping[str, str]) -> tuple[str, str | None] | None:
    """Return the type and the genre of an entry; None for a type that nobody knows."""
    if kind in _WITH_GENRE:
        found, genre = _WITH_GENRE[kind]
        return found, genre_of(fields.get("type")) or genre
    if kind not in _TYPES:
        return None
    return _by_fields(kind, _TYPES[kind], fields), genre_of(fields.get("type"))


def _by_fields(kind: str, type: str, fields: Mapping[str, str]) -> str:
    if kind == "article":
        return _ARTICLES.get(fields.get("entrysubtype", "").lower(), type)
    if kind in {"misc", "online"} and _is_preprint(fields):
        return "article"
    if kind in {"misc", "online"} and fields.get("pubstate") == "prepublished":
        return "article"
    if kind == "unpublished" and ("eventtitle" in fields or "eventdate" in fields):
        return "speech"
    if kind == "report":
        return _REPORTS_OF_THEIR_OWN.get(fields.get("type", "").strip("{} ").lower(), type)
    return type


_ARTICLES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}


def _is_preprint(fields: Mapping[str, str]) -> bool:
    """Tell arXiv's own recipe for its papers: an eprint there and no work around it."""
    archive = fields.get("archiveprefix") or fields.get("eprinttype") or ""
    return "eprint" in fields and bool(re.fullmatch(r"\{?arxiv\}?", archive.strip(), re.IGNORECASE))


def genre_of(text: str | None) -> str | None:
    """Return the genre that a `type` field states."""
    if not text:
        return None
    return _GENRES.get(text.strip("{} ").lower(), text)
