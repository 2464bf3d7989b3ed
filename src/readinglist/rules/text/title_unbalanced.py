import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_SIGN = re.compile(r"[()\[\]{}“”«»\"]")
_OPENING = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}
# What has one bracket and is right: faces, numbered points, half-open intervals, inches.
_LONELY = re.compile(r"[:;=]['-]?[()\[\]]|(?:\A|[;,] )\w{1,3}\)|[\[(\]][^()\[\],]{1,20},[^()\[\],]{1,20}[\[)\]]|\d\"")


@rule(Severity.WARNING)
def title_unbalanced(catalog: Catalog) -> Iterator[Finding]:
    """A bracket or quotation mark is opened in a title and not closed, or closed and not opened.

    Mostly the title was cut off there, or put together from two pieces.

    Flagged:

        - id: cut
          title: Efficient memory management (extended

        - id: closed
          title: Efficient] memory management

        - id: quote
          title: “Attention is all you need

    Fine:

        - id: signs
          title: 1) Sets [0, 1) and f(x[i]) “so” :-) with a 3" pipe
        - id: german
          title: „Gödel“, Escher, Bach
    """
    for entry in catalog:
        title = entry.title
        if title and _SIGN.search(title) and (sign := _alone(title)):
            told = f"'{sign}' in this title has no counterpart; look at the work for the whole title"
            yield Finding(entry.at("title"), told)


def _alone(title: str) -> str | None:
    """Return the first sign that is not opened, or not closed."""
    paired = _LONELY.sub(" ", title)
    if title.count('"') % 2 and paired.count('"') % 2:
        return '"'
    title = paired
    if "„" in title or "»" in title:  # in German » opens, and “ closes
        title = re.sub(r"[“”«»]", "", title)
    open_: list[str] = []
    for sign in _SIGN.findall(title):
        if sign in _OPENING:
            open_.append(sign)
        elif sign != '"' and (not open_ or _OPENING[open_.pop()] != sign):
            return str(sign)
    return open_[0] if open_ else None
