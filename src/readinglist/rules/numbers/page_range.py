import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_LABEL = re.compile(r"(?:pp?|pages?|pgs?|S|Seiten?)(?:\.\s*|\s+)(?=\d)", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:[‐‑‒–—−]|--+)\s*|(?<=\d)\s*-\s*(?=\d)")
_RANGE = re.compile(r"(\d+)-(\d+)")


@rule(Severity.WARNING)
def page_range(catalog: Catalog) -> Iterator[Finding]:
    """Pages are not written as numbers with a plain hyphen between them.

    Every style prints its own dash and its own `pp.`; what stands in the field besides is printed as well, or is
    not seen to be a range. A range that runs backwards is two numbers swapped or a digit lost; a short second
    number (`611-26`) is understood.

    Flagged:

        - id: dash
          page: 611–626

    Fixed:

        - id: dash
          page: 611-626

    Flagged:

        - id: tex
          page: 611--626

        - id: label
          page: pp. 611-626

        - id: backwards
          page: 626-611

    Fine:

        - id: plain
          page: 611-626
        - id: short
          page: 611-26
        - id: several
          page: 3-9, 12, 20-31
        - id: sections
          page: 2-1–2-10
        - id: other
          page: iv-xii
    """
    for entry in catalog:
        if not entry.page:
            continue
        if (meant := _plain(entry.page)) != entry.page:
            yield Finding(entry.at("page"), f"write these pages as {meant}", set_value(entry.at("page"), meant))
        elif (found := _RANGE.fullmatch(entry.page)) and _runs_backwards(found[1], found[2]):
            swapped = f"{found[2]}-{found[1]}"
            told = f"these pages run backwards; write {swapped}, or look them up"
            yield Finding(entry.at("page"), told, set_value(entry.at("page"), swapped, safe=False))


def _plain(text: str) -> str:
    text = _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
    plain = _DASH.sub("-", text)
    signs = set(re.findall(r"[‐‑‒–—−]|--+|-", text))
    return plain if len(signs) < 2 else text  # `2-1–2-10`: the dash says what a hyphen cannot


def _runs_backwards(first: str, last: str) -> bool:
    return len(first) == len(last) and int(last) < int(first)
