import html
import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import URL_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

_SIGN = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,9});")
_FIELDS = (PROSE | URL_FIELDS) - {"annote"}


@rule(Severity.WARNING)
def html_entities(catalog: Catalog) -> Iterator[Finding]:
    """A text holds the codes that HTML writes for a sign: `&amp;`, `&#8217;`.

    They come along from the source of web pages, and everywhere else they are shown letter by letter. Write
    the sign itself; in annotations, which are Markdown, they are let be.

    Flagged:

        - id: ampersand
          publisher: Taylor &amp; Francis

    Fixed:

        - id: ampersand
          publisher: Taylor & Francis

    Flagged:

        - id: quote
          title: The reader&#8217;s guide

        - id: address
          URL: https://example.org/?a=1&amp;b=2

    Fine:

        - id: plain
          publisher: Taylor & Francis
          title: "AT&T; R&D; and &c."
          annote: Use `&nbsp;` here.
          URL: https://example.org/?a=1&b=2;c=3
    """
    for place, text in texts(catalog, _SIGN, _FIELDS, _SIGN):
        meant = _SIGN.sub(lambda code: _meant(code[0]), text)
        if meant != text:
            yield Finding(place, f"this holds a code of HTML; write '{meant}'", set_value(place, meant))


def _meant(code: str) -> str:
    """Return the sign that a code stands for; one that cannot be seen comes back as it is."""
    sign = html.unescape(code).replace("\xa0", " ")
    return sign if sign.isprintable() else code
