"""Which format a text is in: by what stands in it, and by its name where that says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from readinglist.errors import CannotRead
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
        r"^[^\s#:-][^:\n]*:[ \t]*\r?\n(?:[ \t]+.*\r?\n|\s*\r?\n){0,40}?[ \t]+[\"']?(?:type|parent)[\"']?:", re.MULTILINE
    ),
}
_LOOKED_AT = 200_000


@dataclass(frozen=True, slots=True)
class Recognised:
    """A format, and what tells that a text is in it."""

    format: str
    because: str


def recognise(text: str, name: str = "-") -> Recognised:
    """Return the format of a text, or raise `CannotRead` where nothing tells it."""
    suffix = PurePath(name).suffix.lower()
    by_suffix = [known for known, importer in all_importers().items() if suffix in importer.suffixes]
    begin = text[:_LOOKED_AT]
    for known, sign in _SIGNS.items():
        if known in by_suffix and (found := sign.search(begin)):
            return Recognised(known, f"named {suffix}, and {_shown(begin, found)}")
    if len(by_suffix) == 1 and by_suffix[0] in ("bibtex", "ris", "nbib") and not text.strip():
        return Recognised(by_suffix[0], f"named {suffix}")
    for known, sign in _SIGNS.items():
        if found := sign.search(begin):
            return Recognised(known, _shown(begin, found))
    if by_suffix:
        return Recognised(by_suffix[0], f"named {suffix}")
    formats = ", ".join(all_importers())
    raise CannotRead(f"{name}: nothing tells which format this is; say it with --format or --from ({formats})")


def _shown(text: str, found: re.Match[str]) -> str:
    line = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
    sign = found[0].strip("\ufeff \t\r\n").splitlines()[0][:30] if found[0].strip("\ufeff \t\r\n") else "its first line"
    return f"line {line} has `{sign}`"
