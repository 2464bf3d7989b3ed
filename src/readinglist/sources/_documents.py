"""What a document is about, whichever format of metadata it is in: told by its text, not by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from readinglist.importers.bibtex import bibtex
from readinglist.importers.cff import cff
from readinglist.importers.csl_json import csl_json
from readinglist.importers.nbib import nbib
from readinglist.importers.ris import ris
from readinglist.metadata.outcome import NotFound, Outcome, Unreadable
from readinglist.sources import (
    _atom,
    _copernicus,
    _crossref_work,
    _datacite_attributes,
    _datacite_xml,
    _dublin_core,
    _imported,
    _invenio,
    _jats,
    _marc,
    _mods,
    _oai,
    _oembed,
    _pubmed_xml,
    _schema_org,
    _unixref,
    dblp_search,
    github,
    google_books,
    open_library,
    openalex,
    semantic_scholar,
)
from readinglist.sources._answers import failure_of, from_json, is_html, text_of
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._xml import Tag
from readinglist.sources._xml_answers import from_xml
from readinglist.web.messages import Answer

_BY_SIGN = (
    (re.compile(r"\A\s*(?:%[^\n]*\n\s*)*@\s*[A-Za-z]+\s*[{(]"), bibtex),
    (re.compile(r"^\s*TY {1,2}- ", re.MULTILINE), ris),
    (re.compile(r"\A\s*(?:PMID|OWN) *- "), nbib),
    (re.compile(r"^cff-version\s*:", re.MULTILINE), cff),
)
_XML: dict[str, Callable[[Tag, Claims], None]] = {
    "mods": _mods.state, "article": _jats.state, "dc": _dublin_core.state, "arXiv": _oai.state,
    "resource": _datacite_xml.state, "PubmedArticle": _pubmed_xml.state, "PubmedBookArticle": _pubmed_xml.state,
}  # fmt: skip


def read(answer: Answer, source: str) -> Outcome:
    """Return what a document says about the first work in it."""
    if failure := failure_of(answer):
        return failure
    if is_html(answer):
        return Unreadable("a page for people")
    start = answer.body[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b"<"):
        return from_xml(answer, lambda root: _of_xml(root, Claims(source)))
    if start[:1] in (b"{", b"["):
        return from_json(answer, lambda root: _of_json(root, answer, Claims(source)))
    text = text_of(answer)
    for sign, importer in _BY_SIGN:
        if sign.search(text):
            return _imported.read(importer, text, Claims(source))
    return Unreadable("nobody knows this format")


def _of_xml(root: Tag, claims: Claims) -> Outcome:
    found = next(root.inside("crossref_result", "crossref", "feed", *_XML), Tag())
    if found.name in ("crossref_result", "crossref"):
        return _unixref.read(root, claims)
    if found.name == "feed":
        for number, entry in _atom.entries(found):
            _atom.state(number, entry, claims)
            return claims.known()
    elif found:
        (_copernicus.state if found.first("article_title") else _XML[found.name])(found, claims)
    elif record := next((each for each in (root, *root.inside("record")) if each.first("datafield")), None):
        _marc.state(record, claims)
    return claims.known()


def _of_json(root: Node, answer: Answer, claims: Claims) -> Outcome:
    work = root.first if isinstance(root.value, list) else root
    for sign, found, state in _json_kinds(work):
        if sign:
            state(found, claims)
            return claims.known()
    if work["error"].text and not work["title"]:
        return NotFound(work["error"].text[:120])
    return _imported.read(csl_json, text_of(answer), claims)


def _json_kinds(work: Node) -> Iterator[tuple[Node, Node, Callable[[Node, Claims], None]]]:
    """Yield what only one kind of record has, where the record is, and who reads it."""
    yield work["message"]["DOI"], work["message"], _crossref_work.state
    yield work["content-domain"], work, _crossref_work.state
    yield work["data"]["attributes"]["titles"], work["data"]["attributes"], _datacite_attributes.state
    yield work["titles"], work, _datacite_attributes.state
    yield work["metadata"]["creators"], work, _invenio.state
    yield work["authorships"], work, openalex.state
    yield work["externalIds"], work, semantic_scholar.state
    hit = work["result"]["hits"]["hit"].first["info"]
    yield hit, hit, dblp_search.state
    yield work["volumeInfo"], work["volumeInfo"], google_books.state
    yield work["items"].first["volumeInfo"], work["items"].first["volumeInfo"], google_books.state
    yield work["provider_name"], work, _oembed.state
    yield work["full_name"], work, github.state
    yield work["@context"] if work["@context"] else work["@type"], work, _schema_org.state
    yield work["devDependencies"] if work["devDependencies"] else work["scripts"], work, _schema_org.state
    yield work["publish_date"] if work["publish_date"] else work["first_publish_date"], work, open_library.state
    if len(work.names()) == 1 and work.names()[0].startswith(("ISBN:", "OLID:", "OCLC:", "LCCN:")):
        yield work, work[work.names()[0]], open_library.state
