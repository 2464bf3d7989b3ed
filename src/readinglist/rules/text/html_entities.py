from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import URL_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.model.html_codes import CODE, codes, decoded
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

_FIELDS = (PROSE | URL_FIELDS) - {"annote"}


@rule(Severity.WARNING)
def html_entities(catalog: Catalog) -> Iterator[Finding]:
    """A text holds the codes that HTML writes for a sign: `&amp;`, `&#8217;`.

    They come along from the source of web pages, and everywhere else they are shown letter by letter. Write
    the sign itself; in annotations, which are Markdown, they are let be. What was put into codes twice
    (`&amp;#8217;`) may be meant so in a text about HTML, and is a doubtful fix.

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

        - id: twice
          title: The reader&amp;#8217;s guide

    Fine:

        - id: plain
          publisher: Taylor & Francis
          title: "AT&T; R&D; and &c. in &ampere;"
          annote: Use `&nbsp;` here.
          URL: https://example.org/?a=1&b=2;c=3
    """
    for place, text in texts(catalog, CODE, _FIELDS, CODE):
        meant = decoded(text)
        if meant != text:
            sure = not CODE.search(meant)
            while codes(meant):
                meant = decoded(meant)
            yield Finding(place, f"this holds a code of HTML; write '{meant}'", set_value(place, meant, safe=sure))
