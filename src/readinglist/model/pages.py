"""Which work the page at an address is about, as far as the address alone says it: a table of places that say it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple
from urllib.parse import unquote

_ARXIV = r"((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?)(?:\.pdf)?"
_DOI = r"(10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^?#\s]+)"
_REST = r"(?:[/?#].*)?"
_QUERY = r"(?:[?#].*)?"
_PART_OF_A_DOI_PAGE = "abs|full|pdf|epdf|epub|pdfplus|pdfdirect|fullhtml|book|reader|suppl|references|figure|abstract"
_SECTION_OF_A_SITE = "|".join(
    """topics orgs features sponsors collections marketplace settings search apps users login about enterprise explore
    trending notifications pulls issues stars""".split()
)
_OWN_PAGE = "issues|pulls?|discussions|commits?|compare|security|projects|milestones?|graphs|labels|assets|actions"


class Named(NamedTuple):
    """What an address names: a kind of identifier, and the identifier as it stands there."""

    kind: str
    value: str


class _Place(NamedTuple):
    kind: str
    pattern: str
    value: str
    trim: Callable[[str], str]


def _bare(doi: str) -> str:
    """Return a DOI without what stands behind it in the path of a page."""
    doi = re.sub(r"(?:\.full|\.abstract)?\.(?:pdf|html?|epub)$", "", unquote(doi))
    return re.sub(
        r"/(?:full|abstract|abs|meta|pdf|html|epdf|summary|fulltext|asset|references|tables)(?:/.*)?$", "", doi
    ).rstrip("/.,;")


def _row(kind: str, pattern: str, value: str = r"\1") -> _Place:
    return _Place(kind, pattern, value, str)


def _dois(pattern: str, value: str = r"\1") -> _Place:
    return _Place("doi", pattern, value, _bare)


# What stands in every address that says what it is about: most say nothing, and are done with at once.
_MAY_SAY = tuple(
    """10. 10%2e arxiv ar5iv alphaxiv huggingface hf.co/ emergentmind scirate adsabs semanticscholar.org zenodo
    nature.com elifesciences peerj ssrn rfc ncbi.nlm pubmed europepmc openreview aclanthology aclweb youtu dblp
    softwareheritage isbn amazon. github""".split()
)


# Written for an address without scheme, `www.`, what tracks its reader, and a last slash; the first that fits, counts.
_PLACES = (
    _row(
        "github",
        rf"(?:(?:raw\.githubusercontent|codeload\.github)\.com|(?:m\.)?github\.com)/(?!(?:{_SECTION_OF_A_SITE})/)([\w-]+/[\w.-]+?)(?:\.git)?"
        rf"(?!/(?:{_OWN_PAGE})(?:/|$))" + _REST,
    ),
    _row("github", r"api\.github\.com/repos/([\w-]+/[\w.-]+?)" + _QUERY),
    _row(
        "arxiv",
        r"(?:[\w-]+\.)?(?:arxiv\.org/(?:abs|pdf|html|ps|format|e-print|src)|ar5iv\.(?:org|labs\.arxiv\.org)(?:/html|/abs|/pdf)?"
        r"|(?:huggingface\.co|hf\.co|arxiv-vanity\.com|emergentmind\.com)/papers|alphaxiv\.org/(?:[a-z]{2}/)?(?:abs|pdf|overview)|scirate\.com/arxiv"
        r"|scholar\.archive\.org/arxiv|paperswithcode\.com/paper/arxiv|ui\.adsabs\.harvard\.edu/abs|api\.semanticscholar\.org)"
        r"/(?:arxiv[.:])?" + _ARXIV + r"(?:/[^\d]*)?" + _QUERY,
    ),
    _row("arxiv", r"(?:dx\.)?doi\.org/10\.48550/arxiv\." + _ARXIV + _QUERY),
    _dois(r"(?:[\w-]+\.)*(?:dx\.|oa)?doi\.(?:org|acm\.org|ieeecomputersociety\.org)/(?:abs/|doi:|doi/)?" + _DOI + ".*"),
    _row("doi", r"zenodo\.org/(?:records?|deposit)/(\d+)" + _REST, r"10.5281/zenodo.\1"),
    _dois(r"[\w.-]+/(?:[\w-]+/)*doi/(?:(?:" + _PART_OF_A_DOI_PAGE + r")/)*" + _DOI + ".*"),
    _dois(r"[^?#]*\?(?:[^#]*&)?doi=(?:doi:)?" + r"(10\.\d{4,9}(?:\.\d+)*(?:/|%2F)[^&#\s]+).*"),
    _dois(r"link\.springer\.com/(?:[\w-]+/)*" + _DOI + ".*"),
    _dois(
        r"(?:connect\.)?(?:bio|med)rxiv\.org/(?:cgi/)?content/(?:(?:bio|med)rxiv/)?(?:early/[\d/]+/)?"
        + r"(10\.\d{4,9}/[\d.]*\d)(?:v\d+)?"
        + r"(?:[./?#].*)?"
    ),
    _dois(
        r"(?:frontiersin\.org/(?:journals/[\w-]+/)?articles|iopscience\.iop\.org/(?:article|book)|journals\.aps\.org/\w+/(?:abstract|pdf|supplemental)"
        r"|dx\.plos\.org|drops\.dagstuhl\.de/entities/document|direct\.mit\.edu/doi|papers\.iacr\.org|osf\.io/preprints/\w+)/"
        + _DOI
        + ".*"
    ),
    _dois(r"journals\.plos\.org/[^?#]*\?(?:[^#]*&)?id=" + r"(10\.1371/[^&#\s]+).*"),
    _dois(r"nature\.com/articles/([a-z]*\d[\w-]*)(?:\.pdf)?" + _REST, r"10.1038/\1"),
    _dois(r"elifesciences\.org/articles/(\d{5,6})(?:v\d+)?" + _REST, r"10.7554/eLife.\1"),
    _dois(r"peerj\.com/articles/(\d+)" + _REST, r"10.7717/peerj.\1"),
    _dois(r"peerj\.com/articles/(cs|ichem|pchem|achem|ochem|matsci)-(\d+)" + _REST, r"10.7717/peerj-\1.\2"),
    _dois(
        r"(?:papers\.)?ssrn\.com/(?:sol3/(?:papers\.cfm|Delivery\.cfm[^?]*)\?(?:[^#]*&)?abstract(?:_?id)=|abstract=)(\d+).*",
        r"10.2139/ssrn.\1",
    ),
    _dois(r"rfc-editor\.org/(?:rfc|info|errata)/rfc(\d{1,5})(?:\.\w+)?" + _REST, r"10.17487/RFC\1"),
    _dois(r"(?:datatracker|tools)\.ietf\.org/(?:doc/)?(?:html/|pdf/)?rfc(\d{1,5})" + _REST, r"10.17487/RFC\1"),
    _row("pmcid", r"(?:ncbi\.nlm\.nih\.gov/pmc|pmc\.ncbi\.nlm\.nih\.gov)/articles/(PMC\d+)" + _REST),
    _row("pmcid", r"europepmc\.org/(?:articles?|abstract)/(?:PMC/)?(PMC\d+)" + _REST),
    _row(
        "pmid",
        r"(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:m\.)?ncbi\.nlm\.nih\.gov/(?:m/)?pubmed|pubmed\.gov|europepmc\.org/(?:article|abstract)/med)/(\d+)"
        + _REST,
    ),
    _row("pmid", r"ncbi\.nlm\.nih\.gov/(?:m/)?pubmed/?\?(?:[^#]*&)?term=(\d+)(?:&.*)?"),
    _row(
        "openreview",
        r"openreview\.net/(?:forum|pdf|attachment|references/pdf|revisions)\?(?:[^#]*&)?id=([\w-]{6,20})(?:[&#].*)?",
    ),
    _row(
        "acl",
        r"(?:aclanthology\.org|aclweb\.org/anthology)/(?:papers/\w/\w\d\d/)?([A-Z]\d\d-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)(?:v\d+)?(?:\.\w+)?"
        + _REST,
    ),
    _row(
        "youtube",
        r"(?:youtu\.be/|(?:m\.|music\.)?youtube(?:-nocookie)?\.com/(?:watch/?\?(?:[^#]*&)?v=|embed/|shorts/|live/|v/))([\w-]{11})(?![\w-]).*",
    ),
    _row(
        "dblp",
        r"dblp\.(?:org|uni-trier\.de|dagstuhl\.de)/rec/(?:html/|bibtex\d?/|xml/|bib/)?((?:conf|journals|books|phd|series|reference|tr)/[\w.+-]+/[\w.+-]+?)(?:\.(?:html|bib|xml|rdf))?"
        + _QUERY,
    ),
    _row(
        "swhid",
        r"archive\.softwareheritage\.org/(?:browse/)?(swh:1:(?:cnt|dir|rel|rev|snp):[0-9a-f]{40}[^?#\s]*?)" + _QUERY,
    ),
    _row(
        "isbn",
        r"(?:openlibrary\.org|worldcat\.org|search\.worldcat\.org|isbnsearch\.org|books\.google\.[\w.]+)/(?:isbn/|books\?(?:[^#]*&)?(?:vid=)?isbn[:=]?)([\dX-]{10,17}).*",
    ),
    _row(
        "isbn",
        r"amazon\.(?:com|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2})/(?:[^?#]*/)?(?:dp|gp/product)/(\d{9}[\dX])" + _REST,
    ),
    _row("huggingface", r"(?:huggingface\.co|hf\.co)/((?:spaces|datasets)/[\w.-]+/[\w.-]+)" + _REST),
    _row(
        "huggingface",
        r"(?:huggingface\.co|hf\.co)/(?!(?:papers|spaces|datasets|blog|docs|learn|posts|collections|models|join|login|pricing|tasks|organizations|settings|chat|enterprise|api)(?:/|$))([\w.-]+/[\w.-]+)(?:/(?:tree|blob|resolve|raw)/.*)?"
        + _QUERY,
    ),
)


def named_at(plain: str) -> Named | None:
    """Return what the page at a plain address is about, spelled as it stands there; None where that is unknown."""
    small = plain.lower()
    if not any(word in small for word in _MAY_SAY):
        return None
    for place, sign in _signs():
        if found := sign.fullmatch(plain):
            return Named(place.kind, place.trim(found.expand(place.value)))
    return None


@cache
def _signs() -> tuple[tuple[_Place, re.Pattern[str]], ...]:
    return tuple((place, re.compile(place.pattern, re.IGNORECASE)) for place in _PLACES)
