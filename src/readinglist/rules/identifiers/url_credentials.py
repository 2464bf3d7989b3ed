import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import URL_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, field_of, texts

_HINT = re.compile(r"://[^\s/?#@:]+:[^\s/?#@]+@")
_SIGN = re.compile(r"(\b[a-z]{3,8}://)[^\s/?#@:]+:[^\s/?#@]+@", re.IGNORECASE)


@rule(Severity.ERROR)
def url_credentials(catalog: Catalog) -> Iterator[Finding]:
    """An address holds somebody's password.

    Whoever reads the list can use it, and git keeps it after it was removed. Take it out of the address, and
    change the password: it is known.

    Flagged:

        - id: password
          URL: https://me:secret@example.org/paper

    Fixed:

        - id: password
          URL: https://example.org/paper

    Flagged:

        - id: text
          annote: Get it from ftp://guest:guest1@example.org/.

    Fine:

        - id: plain
          URL: https://example.org/@me:2024/paper
          link: https://me@example.org/
          annote: Write to me@example.org or see https://example.org:8080/@me.
    """
    for place, text in texts(catalog, _SIGN, URL_FIELDS | PROSE, _HINT):
        clean = _SIGN.sub(r"\1", text)
        fix = set_value(place, clean, safe=False) if field_of(place) in URL_FIELDS else None
        yield Finding(place, "an address here holds a password; remove it, and change it where it is used", fix)
