from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import URL_FIELDS, Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.spelling import canonical_name
from readinglist.rules import rule
from readinglist.rules.identifiers.arxiv_in_other_field import arxiv_stated_elsewhere

_IDENTIFIERS = URL_FIELDS | set(
    "DOI arxiv acl openreview dblp ads hal rfc ISBN PMID PMCID swhid github call-number archive-location".split()
)
_FOUND_BY_NUMBER = frozenset("bill legal_case legislation patent regulation report standard treaty".split())
_FOUND_NOWHERE = frozenset("hearing interview manuscript performance personal_communication".split())
_FIRST_YEAR_OF_ISBN = 1970


@rule(Severity.WARNING)
def no_identifier(catalog: Catalog) -> Iterator[Finding]:
    """An entry has neither an address nor any identifier, so nobody can look it up.

    A DOI, an arXiv number, an ISBN, an address: one of them is enough, and `link` counts. Letters, interviews
    and manuscripts have none, old books neither, and laws and reports are found by their number.

    Flagged:

        - id: kwon2023paged
          type: paper-conference
          title: Efficient memory management for large language model serving

    Fine:

        - id: kwon2023paged
          type: paper-conference
          DOI: 10.1145/3600006.3613165
        - id: linked
          link: https://example.org/
        - id: wiener1948
          type: book
          issued: 1948
        - id: patent
          type: patent
          number: US 821393
        - id: letter
          type: personal_communication
    """
    for entry in catalog:
        if not (
            entry.doi or entry.arxiv or entry.url or _can_be_found(catalog, entry) or arxiv_stated_elsewhere(entry)
        ):
            told = "nobody can look this up; add its DOI, arXiv number, ISBN or address"
            yield Finding(entry.at("URL"), told)


def _can_be_found(catalog: Catalog, entry: Entry) -> bool:
    if entry.type in _FOUND_NOWHERE or (entry.type in _FOUND_BY_NUMBER and entry.number):
        return True
    if any(date and date.year < _FIRST_YEAR_OF_ISBN for date in (entry.issued, entry.original_date)):
        return True
    return any(value and canonical_name(name) in _IDENTIFIERS for name, value in catalog.fields(entry).items())
