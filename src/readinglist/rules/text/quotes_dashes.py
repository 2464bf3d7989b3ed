import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import SHORT_TEXTS, texts

_QUOTED = re.compile(r"``([^`']{1,200})''")
_DASHES = re.compile(r"(?<=\w)(---?)(?=\w)|(?<=\s)(---?)(?=\s)|(?<=\w)(---)(?=\s)")
_SIGN = re.compile(f"{_QUOTED.pattern}|{_DASHES.pattern}")


@rule(Severity.INFO)
def quotes_dashes(catalog: Catalog) -> Iterator[Finding]:
    """A title or name writes quotation marks and dashes as TeX and typewriters do.

    Two hyphens stand for an en dash, three for an em dash, two backquotes for a quotation mark; only TeX makes
    the signs of them. Write the signs, and every export writes what its format needs.

    Flagged:

        - id: whitney
          title: The Mann--Whitney test

    Fixed:

        - id: whitney
          title: The Mann–Whitney test

    Flagged:

        - id: quotes
          title: The ``bitter'' lesson --- a view

    Fixed:

        - id: quotes
          title: The “bitter” lesson — a view

    Fine:

        - id: options
          title: What git --help and C-- have in common – it’s "dashes"
    """
    for place, text in texts(catalog, _SIGN, SHORT_TEXTS, "--", "``"):
        better = _DASHES.sub(lambda found: "–" if len(found[0]) == 2 else "—", _QUOTED.sub(r"“\1”", text))
        yield Finding(place, f"this is typed for TeX; write '{better}'"[:250], set_value(place, better))
