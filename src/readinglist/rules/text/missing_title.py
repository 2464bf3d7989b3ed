from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states


@rule(Severity.ERROR)
def missing_title(catalog: Catalog) -> Iterator[Finding]:
    """An entry has no title, so there is nothing to call it by.

    Lists and bibliographies would show its id. What really has no title, such as a letter or a post, can be
    given a `label`, which is what the list calls it.

    Flagged:

        - id: kwon2023paged
          DOI: 10.1145/3600006.3613165

    Fine:

        - id: kwon2023paged
          title: Efficient memory management
        - id: letter
          type: personal_communication
          label: Letter to a friend
        - id: review
          type: review
          reviewed-title: Efficient memory management
    """
    for entry in catalog:
        if not (entry.title or entry.label or entry.reviewed_title or states(catalog, entry.at("title"))):
            yield Finding(entry.at("title"), "this entry has no title; give it one, or a label")
