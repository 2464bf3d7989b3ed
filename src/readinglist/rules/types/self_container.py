from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_OF_THEIR_NAME = frozenset({"periodical", "article-journal", "article-magazine"})


@rule(Severity.WARNING)
def self_container(catalog: Catalog) -> Iterator[Finding]:
    """A work is said to be a part of itself.

    Reference managers copy the title into the field of the journal or site, and styles print it twice. A whole work
    has no container.

    Flagged:

        - id: playbook
          type: webpage
          title: The Ultra-Scale Playbook
          container-title: The ultra-scale playbook

    Fixed:

        - id: playbook
          type: webpage
          title: The Ultra-Scale Playbook

    Fine:

        - id: editorial
          title: The playbook
          container-title: Hugging Face
        - id: issue
          type: periodical
          title: Nature
          container-title: Nature
        - id: named
          type: article-journal
          title: Nature
          container-title: Nature
    """
    for entry in catalog:
        title, container = entry.title, entry.container_title
        same = title and container and title.casefold() == container.casefold()
        if same and entry.type not in _OF_THEIR_NAME:
            told = "this is the work's own title; take it away, a whole work is a part of none"
            yield Finding(entry.at("container-title"), told, Fix((Remove(entry.at("container-title")),)))
