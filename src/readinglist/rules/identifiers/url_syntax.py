from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def url_syntax(catalog: Catalog) -> Iterable[Finding]:
    """An address cannot be one: its scheme or host is missing, it holds a space, or there are two.

    An address is kept in one piece, beginning with `https://` or `http://`, so that it can be asked and linked
    as it stands.

    Flagged:

        - id: scheme
          URL: www.example.org/page

        - id: space
          URL: https://example.org/a page

        - id: two
          URL: https://example.org/a, https://example.org/b

    Fine:

        - id: plain
          URL: https://example.org/page?x=1#part
        - id: parentheses
          URL: https://en.wikipedia.org/wiki/Roofline_(performance)
        - id: unicode
          URL: https://例え.jp/道
    """
    return catalog.reported("url-syntax")
