from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.identity import identities
from readinglist.model.versions import is_preprint, versions
from readinglist.rules import rule
from readinglist.rules.duplicates._pairs import belong_together, called, merging


@rule(Severity.WARNING)
def preprint_and_published(catalog: Catalog) -> Iterator[Finding]:
    """A work is there as a preprint and as what was published of it.

    A reader would read it twice, and citations are divided. Keep the published one and give it the preprint's
    `arxiv` number and `available-date`; or name one in the other's `related`, if both are meant.

    Flagged:

        - id: kwon2023arxiv
          type: article
          title: Efficient memory management for large language model serving with PagedAttention
          author:
          - {family: Kwon, given: Woosuk}
          arxiv: "2309.06180"
          issued: 2023-09
        - id: kwon2023sosp
          type: paper-conference
          title: Efficient Memory Management for Large Language Model Serving with PagedAttention
          author:
          - {family: Kwon, given: Woosuk}
          container-title: Proceedings of the 29th Symposium on Operating Systems Principles
          DOI: 10.1145/3600006.3613165
          issued: 2023-10

    Fine:

        - id: kwon2023sosp
          type: paper-conference
          title: Efficient memory management for large language model serving with PagedAttention
          author:
          - {family: Kwon, given: Woosuk}
          DOI: 10.1145/3600006.3613165
          arxiv: "2309.06180"
          issued: 2023-10
          available-date: 2023-09
    """
    for one, other, similarity in catalog.lookalikes:
        if not versions(one, other) or belong_together(one, other):
            continue
        if set(identities(one)).isdisjoint(identities(other)):
            preprint, published = (one, other) if is_preprint(one) else (other, one)
            told = f"{called(catalog, preprint)} is the preprint of {called(catalog, published)} ({similarity})"
            yield Finding(other.at("title"), f"{told}; {merging(catalog, published, preprint)}"[:250])
