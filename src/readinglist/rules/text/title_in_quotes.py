from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_PAIRS = {'"': '"', "“": "”", "«": "»", "„": "“"}


@rule(Severity.INFO)
def title_in_quotes(catalog: Catalog) -> Iterator[Finding]:
    """A whole title stands in quotation marks.

    Styles that put titles in quotation marks add theirs. Where the title is a quotation, as some are, ignore this
    rule for the entry.

    Flagged:

        - id: quoted
          title: “Attention is all you need”

    Fixed:

        - id: quoted
          title: Attention is all you need

    Fine:

        - id: beginning
          title: "“Why should I trust you?”: explaining the predictions of any classifier"
        - id: two
          title: “Yes” or “no”
        - id: word
          title: “Home”
    """
    for entry in catalog:
        title = entry.title
        if title and title[0] in _PAIRS and title[-1] == _PAIRS[title[0]]:
            inner = title[1:-1]
            if len(inner.split()) > 1 and not any(sign in inner for sign in (title[0], title[-1])):
                fix = set_value(entry.at("title"), inner, safe=False)
                yield Finding(entry.at("title"), "this title stands in quotation marks; styles set their own", fix)
