import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.similarity import compare
from readinglist.rules import rule
from readinglist.rules.duplicates._pairs import belong_together, called

_BEGINNING = 400
_COMPARED = 100
_SIGNS = re.compile(r"\W+")


@rule(Severity.INFO)
def same_abstract(catalog: Catalog) -> Iterator[Finding]:
    """Two entries that are not alike begin with the same abstract.

    One of them has the abstract of the other. The first hundred letters are compared.

    Flagged:

        - id: one
          title: Efficient memory management
          abstract: "High throughput serving of large language models requires batching sufficiently many requests
            at a time. However, existing systems struggle."
        - id: two
          title: Fast inference from transformers
          abstract: "High throughput serving of large language models requires batching sufficiently many requests
            at a time. However, existing systems struggle."

    Fine:

        - id: one
          title: Efficient memory management
          abstract: An abstract.
        - id: two
          title: Fast inference from transformers
          abstract: An abstract.
    """
    first: dict[str, Entry] = {}
    for entry in catalog:
        if not entry.abstract:
            continue
        beginning = _SIGNS.sub("", entry.abstract[:_BEGINNING]).casefold()[:_COMPARED]
        earlier = first.setdefault(beginning, entry)
        if earlier is entry or len(beginning) < _COMPARED or belong_together(earlier, entry):
            continue
        if not compare(earlier, entry).likely:
            told = f"{called(catalog, earlier)} has this abstract too, and is another work; look whose it is"
            yield Finding(entry.at("abstract"), told)
