"""What a document is about, whichever format of metadata it is in: told by its text, not by its name."""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.importers.bibtex import bibtex
from readinglist.importers.cff import cff
from readinglist.importers.csl_json import csl_json
from readinglist.importers.nbib import nbib
from readinglist.importers.ris import ris
from readinglist.metadata.outcome import Outcome, Unreadable
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
    _pubmed_xml,
    _schema_org,
    _unixref,
)
from readinglist.sources._answers import failure_of, from_json, is_html, text_of
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._xml import Tag
from readinglist.sources._xml_answers import from_xml
from readinglist.web.messages import Answer

_BY_SIGN = (
    (re.compile(r"\A\s*(?:%[^\n]*\n\s*)*@\s*[A-Za-z]+\s*[{(]"), bibtex),
    (re.compile(r"\A\s*TY {1,2}- "), ris),
    (re.compile(r"\A\s*(?:PMID|OWN) *- "), nbib),
    (re.compile(r"^cff-version\s*:", re.MULTILINE), cff),
)
_XML: dict[str, Callable[[Tag, Claims], None]] = {
    "mods": _mods.state, "record": _marc.state, "article": _jats.state, "dc": _dublin_core.state, "arXiv": _oai.state,
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
    if root.name == "crossref_result" or root.name == "crossref" or root.any("crossref"):
        return _unixref.read(root, claims)
    for element in ("mods", "PubmedArticle", "PubmedBookArticle", "arXiv", "resource", "dc"):
        found = root if root.name == element else root.any(element)
        if found:
            _XML[element](found, claims)
            return claims.known()
    if root.name == "feed":
        for number, entry in _atom.entries(root):
            _atom.state(number, entry, claims)
            return claims.known()
    record = next((each for each in (root, *root.inside("record")) if each.first("datafield")), Tag())
    if record:
        _marc.state(record, claims)
    elif root.first("article_title"):
        _copernicus.state(root, claims)
    elif article := (root if root.name == "article" else root.any("article")):
        _jats.state(article, claims)
    return claims.known()


def _of_json(root: Node, answer: Answer, claims: Claims) -> Outcome:
    work = root.first if isinstance(root.value, list) else root
    if work["message"]["DOI"]:
        _crossref_work.state(work["message"], claims)
    elif work["data"]["attributes"]["titles"] or work["titles"]:
        _datacite_attributes.state(work["data"]["attributes"] if work["data"] else work, claims)
    elif work["metadata"]["creators"]:
        _invenio.state(work, claims)
    elif work["@context"] or work["@type"]:
        _schema_org.state(work, claims)
    else:
        return _imported.read(csl_json, text_of(answer), claims)
    return claims.known()
