"""What a person typed -> what it names, before anything is asked: an identifier in its canonical form, or an address.

What might be an identifier and might be something else is none: a wrong work is worse than one more question.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from readinglist.errors import ReadingListError
from readinglist.metadata.subject import Kind, Subject
from readinglist.model.addresses import plain_address, without_tracking
from readinglist.model.identifiers import DOI, ISBN, PMCID, PMID, SWHID, ArXiv, GitHub, Identifier, Url
from readinglist.model.malformed import Malformed, quoted
from readinglist.model.pages import named_at

Sound = TypeVar("Sound", bound=Identifier)
_LONGEST = 4096
_ARCHIVES = frozenset(
    """acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga
    econ eess funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics
    plasm-ph q-alg q-bio q-fin quant-ph solv-int stat supr-con""".split()
)
_LABEL = re.compile(
    r"(?:info:|urn:)?(doi|arxiv|isbn(?:-?1[03]| 1[03](?=\s*:))?|pmid|pubmed|pmcid|pmc|github|gh|acl|openreview|youtube"
    r"|dblp|huggingface|hf|rfc)(?:\s*[:=#/]\s*|\s+)(?=\S)(.+)",
    re.IGNORECASE | re.DOTALL,
)
_RFC = re.compile(r"rfc\s*-?\s*(\d{1,5})", re.IGNORECASE)
_MARKDOWN_LINK = re.compile(r"!?\[[^\]]*\]\((\S+)\)")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HOST_FIRST = re.compile(
    r"(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}(?::\d+)?/\S*|www\.\S+\.[a-z]{2,24}", re.IGNORECASE
)
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}
_CLOSING = {opening: closing for closing, opening in _OPENING.items()}
_FILES = re.compile(r"\.(?:bib|csv|json|md|pdf|py|rst|tex|toml|txt|ya?ml)/?$", re.IGNORECASE)


class NotUnderstood(ReadingListError):
    """Nobody can tell which work is meant."""


def resolve(text: str) -> Subject:
    """Return what a text names; raise `NotUnderstood` with what could be typed instead."""
    subject = subject_of(text)
    if subject is None:
        raise NotUnderstood(f"{quoted(text)} names no work; {_advice(text)}")
    return subject


def subject_of(text: str) -> Subject | None:
    """Return what a text names, or None where it is no link and no identifier that could be no other thing."""
    if len(text) > _LONGEST:
        return None
    text = _unwrapped(text)
    return next((subject for look in _LOOKS if (subject := look(text))), None)


def _unwrapped(text: str) -> str:
    """Return a text without what stands around a link or identifier in a sentence, list or terminal."""
    before, text = None, re.sub("[\u200b\u2060\ufeff\u00ad]", "", text)
    while before != text:
        before = text
        text = _without_tail(text.strip(" \t\r\n\"'`“”‘’„«»<*"))
        if found := _MARKDOWN_LINK.fullmatch(text):
            text = found[1]
        text = re.sub(r"^(?:url|link|see|at)\s*:\s*", "", text, flags=re.IGNORECASE)
        closing = _CLOSING.get(text[:1])
        if closing and (text[-1] == closing or text.count(text[0]) > text.count(closing)):
            text = text[1:].removesuffix(closing)
    return text


def _without_tail(text: str) -> str:
    """Return a text without the punctuation behind it, and without closing brackets that nothing in it opens."""
    while text and (
        text[-1] in ".,;:!?\"'`“”’*…"
        or (text[-1] in _OPENING and text.count(text[-1]) > text.count(_OPENING[text[-1]]))
    ):
        text = text[:-1]
    return text


def _labelled(text: str) -> Subject | None:
    """Read `doi:10…`, `arXiv 2211.05102`, `ISBN 978…`: the word says what it is, the rest must be that."""
    if found := _RFC.fullmatch(text):
        return Subject("doi", f"10.17487/rfc{int(found[1])}")
    found = _LABEL.fullmatch(text)
    if not found:
        return None
    label, rest = re.sub(r"[-\d ]", "", found[1].lower()), found[2].strip()
    if _SCHEME.match(rest):
        return subject_of(rest)
    reader = _BY_LABEL[label]
    return reader(rest)


def _address(text: str) -> Subject | None:
    """Read an address, with its scheme or as a browser shows it."""
    if not _SCHEME.match(text):
        if not _HOST_FIRST.fullmatch(text):
            return None
        text = f"https://{text}"
    if " " in text or not (url := _sound(Url, re.sub(r"^(\w+)", lambda scheme: scheme[1].lower(), text))):
        return None
    return _at(url)


def _at(url: str) -> Subject:
    inner = _wrapped_address(url)
    if inner and (subject := subject_of(inner)) and (subject.kind != "url" or not _is_archive(url)):
        return subject
    named = named_at(plain_address(url))
    subject = _BY_LABEL[named.kind](named.value) if named else None
    return subject or Subject("url", without_tracking(url))


def _wrapped_address(url: str) -> str | None:
    """Return the address that an address of a search engine or an archive leads on to."""
    parts = urlsplit(url)
    if re.fullmatch(r"(?:www\.)?google\.[\w.]+", parts.netloc) and parts.path == "/url":
        asked = parse_qs(parts.query)
        return next(iter(asked.get("q", asked.get("url", []))), None)
    found = re.match(r"https?://web\.archive\.org/web/\w+/(https?:/.+)", url)
    return re.sub(r"^(https?:)/+", r"\1//", found[1]) if found else None


def _is_archive(url: str) -> bool:
    return "//web.archive.org/" in url


def _doi(text: str) -> Subject | None:
    text = unquote(text) if "%" in text else text
    found = re.fullmatch(r"10\.\d{4,9}(?:\.\d+)*/\S+", text)
    doi = _sound(DOI, _without_tail(text).replace("\\", "")) if found else None
    if not doi:
        return None
    if preprint := re.fullmatch(r"10\.48550/arxiv\.(.+)", doi, re.IGNORECASE):
        return _arxiv(preprint[1])
    return Subject("doi", doi.lower())


def _arxiv(text: str) -> Subject | None:
    text = re.sub(r"\s*\[[\w.-]+\].*$", "", text, flags=re.DOTALL).removesuffix(".pdf")  # as stamped on its first page
    text = re.sub(r"v(\d+)$", r"v\1", text, flags=re.IGNORECASE)
    archive, slash, number = text.partition("/")
    if slash:
        archive = archive.partition(".")[0].lower()
        if archive not in _ARCHIVES:
            return None
        text = f"{archive}/{number}"
    found = _sound(ArXiv, text)
    return Subject("arxiv", found) if found else None


def _isbn(text: str) -> Subject | None:
    digits = re.sub(r"[\s‐-―−-]", "", text).upper().removeprefix(":")
    found = _sound(ISBN, digits) if re.fullmatch(r"97[89]\d{10}|\d{9}[\dX]", digits) else None
    return Subject("isbn", found.thirteen) if found else None


def _pmid(text: str) -> Subject | None:
    if re.fullmatch(r"pmc\d+", text, re.IGNORECASE):
        return _pmcid(text)
    found = _sound(PMID, text)
    return Subject("pmid", found) if found else None


def _pmcid(text: str) -> Subject | None:
    found = _sound(PMCID, f"PMC{re.sub('^pmc', '', text, flags=re.IGNORECASE)}")
    return Subject("pmcid", found) if found else None


def _github(text: str) -> Subject | None:
    named = GitHub.guess(text) or text
    found = _sound(GitHub, named.removesuffix(".git"))
    return Subject("github", found) if found and found.partition("/")[2] not in {".", ".."} else None


def _matching(kind: Kind, pattern: str) -> Callable[[str], Subject | None]:
    def read(text: str) -> Subject | None:
        return Subject(kind, text) if re.fullmatch(pattern, text) else None

    return read


def _swhid(text: str) -> Subject | None:
    found = _sound(SWHID, text)
    return Subject("swhid", found) if found else None


def _rfc(text: str) -> Subject | None:
    return Subject("doi", f"10.17487/rfc{int(text)}") if re.fullmatch(r"\d{1,5}", text) else None


_BY_LABEL: dict[str, Callable[[str], Subject | None]] = {
    "doi": _doi,
    "arxiv": _arxiv,
    "isbn": _isbn,
    "pmid": _pmid,
    "pubmed": _pmid,
    "pmcid": _pmcid,
    "pmc": _pmcid,
    "github": _github,
    "gh": _github,
    "rfc": _rfc,
    "swhid": _swhid,
    "openreview": _matching("openreview", r"[\w-]{6,20}"),
    "acl": _matching("acl", r"[A-Z]\d\d-\d{4,5}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+"),
    "youtube": _matching("youtube", r"[\w-]{11}"),
    "dblp": _matching("dblp", r"(?:conf|journals|books|phd|series|reference|tr)/[\w.+-]+/[\w.+-]+"),
    "huggingface": _matching("huggingface", r"(?:spaces/|datasets/)?[\w.-]+/[\w.-]+"),
    "hf": _matching("huggingface", r"(?:spaces/|datasets/)?[\w.-]+/[\w.-]+"),
}


def _bare(text: str) -> Subject | None:
    """Read an identifier that no word announces: only what can hardly be anything else."""
    return next(
        (subject for read in (_doi, _bare_arxiv, _bare_isbn, _bare_number, _ssh) if (subject := read(text))), None
    )


def _bare_arxiv(text: str) -> Subject | None:
    return (
        _arxiv(text)
        if re.fullmatch(r"\d{4}\.\d{4,5}(?:[vV]\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?", text)
        else None
    )


def _bare_isbn(text: str) -> Subject | None:
    return _isbn(text) if re.fullmatch(r"[\dXx\s‐-―−-]{10,17}", text) else None


def _bare_number(text: str) -> Subject | None:
    """Read a PubMed number: seven or eight digits that do not begin like a year, or one with its letters."""
    if re.fullmatch(r"pmc\d{4,9}", text, re.IGNORECASE):
        return _pmcid(text)
    if text.lower().startswith("swh:1:"):
        return _swhid(text)
    return _pmid(text) if re.fullmatch(r"[1-9]\d{6,7}", text) and not re.match(r"(?:19|20)\d{6}", text) else None


def _ssh(text: str) -> Subject | None:
    return _github(text) if re.fullmatch(r"(?:ssh://)?git@github\.com[:/]\S+|git://github\.com/\S+", text) else None


_LOOKS = (_labelled, _bare, _address)


def _sound(kind: type[Sound], text: str) -> Sound | None:
    try:
        return kind.parse(text)
    except Malformed:
        return None


def _advice(text: str) -> str:
    bare = text.strip()
    if re.fullmatch(r"[A-Za-z0-9-]+/[\w.-]+", bare) and not _FILES.search(bare):
        return f"for a repository write github:{bare}"
    if re.fullmatch(r"\d{1,8}", bare):
        return f"for a number of PubMed write pmid:{bare}"
    if re.fullmatch(r"[\dXx -]{9,17}", bare):
        return "an ISBN has a check digit, and this one is wrong; copy it again"
    return "write a link, a DOI, arXiv:2211.05102, ISBN 978…, pmid:31243368 or github:owner/name"
