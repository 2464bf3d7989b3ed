import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_name
from readinglist.rules import rule
from readinglist.rules._texts import SHORT_TEXTS

_SIGN = re.compile(r"[ \t]#\w")
_CUT_OFF = re.compile(r"[ \t]*(#\w[^\r\n]*)")
_FIELDS = SHORT_TEXTS | {"abstract", "annote", "note", "keyword"}


@rule(Severity.WARNING)
def comment_truncation(catalog: Catalog) -> Iterator[Finding]:
    """A text without quotes ends at a `#`, and what follows looks like the rest of it.

    To YAML a `#` after a space begins a comment, and the value stops there without a word. If the rest
    belongs to the text, put the whole into quotes; if it is a comment, write a space after the `#`.

    Flagged:

        - id: issue
          title: The C #1

        - id: names
          publisher: The committee for #hashtags

        - id: all
          title: #1 mistake of beginners

    Fine:

        - id: quoted
          title: "The C #1"
        - id: comment
          title: The C programming language # the second edition
        - id: inside
          title: C# and F#
          URL: https://example.org/page#part
    """
    for file, written in catalog.own_files.items():
        for index in written.entries_with(_SIGN):
            for path, _, start, end in written.scalars(("references", index)):
                if not written.plain(start) or canonical_name(str(path[2])) not in _FIELDS:
                    continue
                if cut := _CUT_OFF.match(written.text, end):
                    told = f"YAML takes '{cut[1].rstrip()}' for a comment; put the value in quotes if it belongs to it"
                    yield Finding(Place(file, path), told)
