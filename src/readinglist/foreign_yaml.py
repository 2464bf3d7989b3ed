"""YAML that is no catalog but a bibliography of another program, told without reading it."""

from __future__ import annotations

import re

from readinglist.model.csl import TEXT_VARIABLES
from readinglist.model.entry import ATTRIBUTES, DATE_FIELDS, NAME_FIELDS

_LOOKED_AT = 200_000
_OF_A_CATALOG = re.compile(r"^[\"']?(?:references|version|areas|editions)[\"']?[ \t]*:", re.MULTILINE)
_WORK = re.compile(  # a key, and a type or a whole among the lines below it
    r"^[^\s#:-][^:\n]*:[ \t]*\r?\n(?=([ \t]+)[^\s-])(?:[ \t]+\S.*\n|[ \t]*\r?\n){0,40}?\1[\"']?(?:type|parent)[\"']?:",
    re.MULTILINE,
)
_DATE_OF_CSL = re.compile(
    rf"^[ \t-]*(?:{'|'.join(sorted(DATE_FIELDS))}):[ \t]*(?:\r?\n[ \t]+(?:-[ \t]+)*|\[?[ \t]*\{{[ \t]*)"
    r"[\"']?(?:date-parts|year|month|raw)[\"']?:",
    re.MULTILINE,
)
_HEAD_OF_A_TEXT = re.compile(r"^nocite:|\A---[ \t]*\r?\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_OURS = "|".join(sorted(ATTRIBUTES.keys() - TEXT_VARIABLES - DATE_FIELDS - NAME_FIELDS - {"custom"}))
_OWN_FIELD = re.compile(rf"^version:[ \t]*[\"']?1\b|^areas:|^editions:|^[ \t-]+(?:{_OURS}):", re.MULTILINE)


def other_format(data: bytes) -> str | None:
    """Return the format of a bibliography in YAML: `csl-yaml` or `hayagriva`; None where it may be a catalog.

    A catalog is all but CSL: dates in parts, or the head of a text for pandoc, tell that it is none, and any
    field of ours that it is one.
    """
    begin = data[:_LOOKED_AT].decode("utf-8", "replace")
    if not _OF_A_CATALOG.search(begin):
        return "hayagriva" if _WORK.search(begin) else None
    of_csl = _DATE_OF_CSL.search(begin) or _HEAD_OF_A_TEXT.search(begin)
    return "csl-yaml" if of_csl and not _OWN_FIELD.search(begin) else None
