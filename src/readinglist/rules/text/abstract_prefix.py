import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_PREFIX = re.compile(
    r"\s*(?:(?:Abstract|ABSTRACT|Summary|SUMMARY)\s*(?:[:.]\s*|[—–]\s*|-\s+|\n\s*)|ABSTRACT\s+(?=[A-Z]))(?=\S)"
)
_RIGHTS = re.compile(
    r"\s+(?:©|\(c\)|Copyright ©?)\s*(?:19|20)\d\d[^\n]{0,200}\Z|\s+All rights reserved\.?\Z", re.IGNORECASE
)


@rule(Severity.WARNING)
def abstract_prefix(catalog: Catalog) -> Iterator[Finding]:
    """An abstract begins with the word "Abstract", ends with a copyright notice, or is cut off.

    Such words come along when a page is copied. The notice is only taken away when asked.

    Flagged:

        - id: prefix
          abstract: Abstract—We show it.

    Fixed:

        - id: prefix
          abstract: We show it.

    Flagged:

        - id: rights
          abstract: We show it. © 2020 Elsevier Ltd. All rights reserved.

        - id: cut
          abstract: We show that the memory of …

    Fine:

        - id: plain
          abstract: Abstract algebra is the study of algebraic structures.
        - id: summary
          abstract: "Abstracts are short: we count them."
    """
    for entry in catalog:
        if not (abstract := entry.abstract):
            continue
        place = entry.at("abstract")
        if found := _PREFIX.match(abstract):
            fix = set_value(place, abstract[found.end() :])
            yield Finding(place, "this begins with the word 'Abstract'; take it away", fix)
        elif found := _RIGHTS.search(abstract, max(len(abstract) - 250, 0)):
            fix = set_value(place, abstract[: found.start()], safe=False)
            yield Finding(place, f"'{found[0].strip()[:60]}' is no part of the abstract; take it away", fix)
        elif abstract.endswith(("…", "...")):
            yield Finding(place, "this abstract is cut off; look at the work for the rest, or take it away")
