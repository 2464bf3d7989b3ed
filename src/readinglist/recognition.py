"""Which format a text is in: by what stands in it, and by its name where that says nothing."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import PurePath

from readinglist.errors import CannotRead, NoBibliography
from readinglist.importers import all_importers

_SIGNS = {
    "bibtex": re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE),
    "ris": re.compile(r"^[\s\ufeff]*TY {0,2}- ?", re.MULTILINE),
    "nbib": re.compile(r"^\ufeff?(?:PMID|OWN|PMC) *- ", re.MULTILINE),
    "csl-json": re.compile(r"\A\s*(?:\[\s*(?:\{|\])|\{\s*\")"),
    "cff": re.compile(r"^cff-version:", re.MULTILINE),
    "catalog": re.compile(r"^version:\s*[\"']?1[\"']?\s*(?:#.*)?$(?=[\s\S]*^references:)", re.MULTILINE),
    "csl-yaml": re.compile(r"^references:", re.MULTILINE),
    "hayagriva": re.compile(
        r"^[^\s#:-][^:\n]*:[ \t]*\r?\n(?:[ \t]+\S.*\n|[ \t]*\r?\n){0,40}?[ \t]+[\"']?(?:type|parent)[\"']?:",
        re.MULTILINE,
    ),
}
_VAGUE = {"csl-json", "hayagriva"}
_LOOKED_AT = 200_000
_NO_BIBLIOGRAPHY = (
    "this is JSON, but no bibliography; an entry has a `type` of CSL, or a title with an address or authors and a year"
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """A format, and what tells that a text is in it."""

    format: str
    because: str


def recognise(text: str, name: str = "-") -> Recognised:
    """Return the format of a text, or raise `CannotRead` where nothing tells it."""
    suffix = PurePath(name).suffix.lower()
    importers = all_importers()
    by_suffix = [known for known, importer in importers.items() if suffix in importer.suffixes]
    begin = text[:_LOOKED_AT]
    signs = [(known, importer) for known, importer in importers.items() if importer.sign]
    own = ((known, importer.sign(text)) for known, importer in signs if importer.sign and not importer.general)
    found = next((Recognised(known, why) for known, why in own if why), None)
    general = ((known, importer.sign(text)) for known, importer in signs if importer.sign and importer.general)
    if not by_suffix:  # a bibliography says what it is more plainly than a list does
        found = found or _by_sign(begin, [known for known in _SIGNS if known not in _VAGUE], "")
    if not by_suffix or any(importers[known].general for known in by_suffix):
        found = found or next((Recognised(known, why) for known, why in general if why), None)
    if found is None and (suffix == ".json" or not by_suffix) and _is_json(text):
        raise NoBibliography(name, _NO_BIBLIOGRAPHY)
    found = found or _by_sign(begin, [known for known in _SIGNS if known in by_suffix], f"named {suffix}, and ")
    if found is None and by_suffix and not any(known in _SIGNS or importers[known].sign for known in by_suffix):
        found = Recognised(by_suffix[0], f"named {suffix}")
    if found is None and len(by_suffix) == 1 and not text.strip():
        found = Recognised(by_suffix[0], f"named {suffix}")
    vague = {"csl-json"} if by_suffix else set()  # a brace alone says less than a name
    found = found or _by_sign(begin, [known for known in _SIGNS if known not in vague], "")
    certain = [
        known for known in by_suffix if known in _SIGNS or not (importers[known].general or importers[known].sign)
    ]
    if found is None and certain:
        found = Recognised(certain[0], f"named {suffix}")
    if found is None:
        formats = ", ".join(importers)
        raise CannotRead(f"{name}: nothing tells which format this is; say it with --format or --from ({formats})")
    return found


def _is_json(text: str) -> bool:
    """Tell JSON that is whole; what is damaged is read as far as it goes."""
    try:
        return isinstance(json.loads(text.lstrip("\ufeff"), strict=False), dict | list)
    except (ValueError, RecursionError):
        return False


def _by_sign(text: str, formats: list[str], before: str) -> Recognised | None:
    hits = ((known, found) for known in formats if (found := _SIGNS[known].search(text)))
    return next((Recognised(known, before + _shown(text, found)) for known, found in hits), None)


def _shown(text: str, found: re.Match[str]) -> str:
    line = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
    sign = found[0].strip("\ufeff \t\r\n").splitlines()[0][:30] if found[0].strip("\ufeff \t\r\n") else "its first line"
    return f"line {line} has `{sign}`"
