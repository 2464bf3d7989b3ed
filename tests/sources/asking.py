"""Which source a recorded answer is of, and what it was asked about."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Kind, Subject
from readinglist.sources import _documents
from readinglist.web.messages import Answer
from readinglist.webpage.read import read_answer
from tests.sources.answers import source
from tests.sources.judging import Record, recorded

# A kind of answer -> the source that asks for such, and the kind of identifier that the corpus names it by.
SERVICES: dict[str, tuple[str, Kind]] = {
    "arxiv-atom": ("arxiv", "arxiv"),
    "crossref-work-json": ("crossref", "doi"),
    "datacite-rest-json": ("datacite", "doi"),
    "dblp-bibtex": ("dblp", "dblp"),
    "github-release-json": ("github-release", "github"),
    "github-repo-json": ("github", "github"),
    "github-user-json": ("github-owner", "github"),
    "googlebooks-json": ("google-books", "isbn"),
    "openalex-json": ("openalex", "doi"),
    "openlibrary-json": ("open-library", "isbn"),
    "pubmed-xml": ("pubmed", "pmid"),
    "s2-paper-json": ("semantic-scholar", "doi"),
    "zenodo-json": ("zenodo", "doi"),
}
_IN_ADDRESS = {
    "github": re.compile(r"api\.github\.com/(?:repos/([^/?]+/[^/?]+)|users/([^/?]+))"),
    "doi": re.compile(r"(?:works|dois|paper)/(?:https://doi\.org/|DOI:)?(10\.\d+/[^?]+)"),
}


def outcome_of(record: Record, answer: Answer | None = None) -> Outcome:
    """Return how the source reads a recorded answer, or a damaged one; a document of no service reads for itself."""
    answer = answer or recorded(record)
    name, kind = SERVICES.get(record["kind"], ("", "url"))
    if record["kind"] == "jsonfeed":
        return read_answer(answer)
    if "youtube.com/oembed" in answer.url:
        name, kind = "youtube", "youtube"
    value = asked(record, kind)
    if name and value:
        return source(name).read(Subject(kind, value), answer)
    return _documents.read(answer, "document")


def asked(record: Record, kind: Kind) -> str:
    """Return the identifier that was asked for, as far as the corpus knows it."""
    expected, url = record.get("expected") or {}, record.get("url_requested") or ""
    if kind == "arxiv":
        return parse_qs(urlsplit(url).query).get("id_list", [""])[0] or expected.get("arxiv_id") or ""
    if kind == "youtube":
        return (re.search(r"(?:v%3D|youtu\.be/)([\w-]{11})", url) or ["", ""])[1]
    if kind == "pmid":
        named = re.search(r"(?:pmid[:_])(\d+)", f"{record.get('identifier')} {record['file']}")
        return str(expected.get("pmid") or (named[1] if named else ""))
    if kind == "dblp":  # the corpus names its records by DOI
        return ""
    if kind in _IN_ADDRESS and (found := _IN_ADDRESS[kind].search(url)):
        return unquote(found[1] or found[2] + "/any")
    return str(expected.get(kind) or record.get("identifier") or "")
