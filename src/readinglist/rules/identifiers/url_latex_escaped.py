import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_SIGN = re.compile(r"%5C(?=[_%&#~{}$]|%(?:5F|25|26|23|7E))", re.IGNORECASE)


@rule(Severity.ERROR)
def url_latex_escaped(catalog: Catalog) -> Iterator[Finding]:
    r"""An address holds backslashes that TeX put before its signs.

    `a\_b` is how TeX writes `a_b`; in an address the backslash leads nowhere, and as `%5C` it has already
    been through a program that took it for a part of the address. Addresses are kept as they are; what TeX
    needs is added by the export.

    Flagged:

        - id: underscore
          URL: https://example.org/a\_b

    Fixed:

        - id: underscore
          URL: https://example.org/a_b

    Flagged:

        - id: command
          URL: \url{https://example.org/}

        - id: twice
          URL: https://example.org/a%5C_b

    Fixed:

        - id: twice
          URL: https://example.org/a_b

    Fine:

        - id: plain
          URL: https://example.org/a_b%20c?x=1&y=2#part~1
    """
    yield from catalog.reported("url-latex-escaped")
    for entry, name, address in catalog.addresses:
        if "%5" in address and (meant := _SIGN.sub("", address)) != address:
            place = entry.at(name)
            yield Finding(place, f"TeX wrote this address; the address itself is {meant}", set_value(place, meant))
