"""Identifiers and addresses of an entry: taken over where they are sound, kept as they are where they are not."""

from __future__ import annotations

import re
from typing import Any

from readinglist.importers._bib.raw import Raw, letter_by_letter
from readinglist.model.addresses import arxiv_in
from readinglist.model.identifiers import DOI, ISBN, ISSN, PMCID, PMID, ArXiv, Identifier, Url
from readinglist.model.malformed import Malformed

_PLAIN: dict[str, tuple[str, type[Identifier]]] = {
    "doi": ("DOI", DOI),
    "isbn": ("ISBN", ISBN),
    "issn": ("ISSN", ISSN),
    "pmid": ("PMID", PMID),
    "pmcid": ("PMCID", PMCID),
}
_EPRINTS: dict[str, tuple[str, type[Identifier] | None]] = {
    "arxiv": ("arxiv", ArXiv),
    "hal": ("hal", None),
    "openreview": ("openreview", None),
    "pubmed": ("PMID", PMID),
    "pmid": ("PMID", PMID),
}
_LISTED = re.compile(r"[,;\s]+")
_LIKE_ARXIV = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?")
_HOWPUBLISHED_URL = re.compile(
    r"\{?\s*(?:\\url\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}|(https?://\S+))\s*\}?"
)


def identifiers(fields: dict[str, Any], raw: Raw, told: list[tuple[str, str]]) -> None:
    """Take identifiers; one that cannot be what it says stays where it is, with a finding."""
    for name, (field, kind) in _PLAIN.items():
        if name in raw:
            _identifier(fields, raw, told, name, field, kind)
    _eprint(fields, raw, told)


def _identifier(
    fields: dict[str, Any], raw: Raw, told: list[tuple[str, str]], name: str, field: str, kind: type[Identifier]
) -> bool:
    text = letter_by_letter(raw.values[name])
    if not text:
        return False
    several = kind is not Url and not kind.pattern.fullmatch(text) and _is_list(text)
    first = next((part for part in _LISTED.split(text) if sound(kind, part)[0]), text) if several else text
    found, message = sound(kind, first)
    if message:
        told.append((kind.rule, f"{name}: {message}"))
    if found is None:
        return False
    fields[field] = found
    if several:  # which stay where they are, or the others would be lost
        told.append((kind.rule, f"{name}: of several the first one counts"))
    else:
        raw.take(name)
    return True


def _is_list(text: str) -> bool:
    """Tell `0-226-10403-6, 978-0-262-03384-8` from one identifier with a word beside it."""
    return sum(sum(map(str.isdigit, part)) > 3 for part in _LISTED.split(text)) > 1


def sound(kind: type[Identifier], text: str) -> tuple[str | None, str]:
    """Return what a text means as an identifier, and what is to be said of one that means nothing."""
    try:
        return str(kind.parse(text)), ""
    except Malformed as error:
        return error.suggestion, "" if error.suggestion else error.message


def _eprint(fields: dict[str, Any], raw: Raw, told: list[tuple[str, str]]) -> None:
    name = next((name for name in ("eprint", "arxivid", "arxiv") if name in raw), None)
    if name is None:
        return
    archive = letter_by_letter(raw.values.get("archiveprefix") or raw.values.get("eprinttype") or "")
    if name != "eprint" or (not archive and _is_arxivs(letter_by_letter(raw.values[name]))):
        archive = "arxiv"
    field, kind = _EPRINTS.get(archive.lower(), ("", None))
    if not field:
        return
    if kind is None:
        fields[field] = raw.verbatim(name)
    elif not _identifier(fields, raw, told, name, field, kind):
        return
    raw.take("archiveprefix", "eprinttype")
    if field == "arxiv":
        fields["arxiv-class"] = raw.verbatim("primaryclass", "eprintclass")


def _is_arxivs(number: str) -> bool:
    """Tell a number of arXiv by its looks, even one that arXiv cannot have given."""
    return bool(_LIKE_ARXIV.fullmatch(number)) or sound(ArXiv, number)[0] is not None


def web(fields: dict[str, Any], raw: Raw, told: list[tuple[str, str]]) -> None:
    """Take the address from where the dialect puts it."""
    if "url" in raw:
        _identifier(fields, raw, told, "url", "URL", Url)
    how = _HOWPUBLISHED_URL.fullmatch(raw.values.get("howpublished", "").strip())
    if not how:
        return
    address, message = sound(Url, letter_by_letter(how[1] or how[2] or how[3]))
    if address is None:
        told.append((Url.rule, f"howpublished: {message}"))
    elif fields.get("URL", address) == address:
        fields["URL"] = address
        raw.take("howpublished")
    if not fields.get("arxiv") and address and (number := arxiv_in(address)) and fields["type"] == "article":
        fields["arxiv"] = str(number)
