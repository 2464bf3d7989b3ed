from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def identifier_syntax(catalog: Catalog) -> Iterable[Finding]:
    """An identifier of PubMed, Software Heritage, the RFC series or GitHub is not written as one.

    Each is kept in its bare form, so that its address can be made from it: a number for `PMID` and `rfc`, `PMC`
    and a number for `PMCID`, `owner/name` for `github`, a `swh:1:` identifier for `swhid`.

    Flagged:

        - id: repository
          github: https://github.com/jax-ml/scaling-book.git

    Fixed:

        - id: repository
          github: jax-ml/scaling-book

    Flagged:

        - id: pubmed
          PMID: "pubmed: 31243368"

        - id: rfc
          rfc: RFC 9110

        - id: heritage
          swhid: swh:1:dir:d198bc9d7a

    Fine:

        - id: all
          github: jax-ml/scaling-book
          PMID: 31243368
          PMCID: PMC6600000
          rfc: 9110
    """
    return catalog.reported("identifier-syntax")
