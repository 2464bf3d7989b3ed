from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import ArXiv, is_of_arxiv
from readinglist.model.malformed import Malformed
from readinglist.rules import rule
from readinglist.rules._texts import states, written_as


@rule(Severity.INFO)
def arxiv_doi(catalog: Catalog) -> Iterator[Finding]:
    """The DOI is one that arXiv gives to a preprint, and `arxiv` is empty or says something else.

    Such a DOI is made of the number: 10.48550/arXiv.2309.06180. With the number in `arxiv` as well, the entry
    is found to be the same work as one that has only the number.

    Flagged:

        - id: kwon2023paged
          DOI: 10.48550/arXiv.2309.06180

    Fixed:

        - id: kwon2023paged
          DOI: 10.48550/arXiv.2309.06180
          arxiv: "2309.06180"

    Flagged:

        - id: contradiction
          DOI: 10.48550/arXiv.2309.06180
          arxiv: "2211.05102"

    Fine:

        - id: kwon2023paged
          DOI: 10.48550/arXiv.2309.06180
          arxiv: "2309.06180v1"
        - id: published
          DOI: 10.1145/3600006.3613165
    """
    for entry in catalog:
        if entry.doi and (number := _number(entry.doi)):
            if not states(catalog, entry.at("arxiv")):
                stated = written_as(catalog, entry, "arxiv", number)
                told = f"arXiv made this DOI of the number {number}; write {stated} too"
                yield Finding(entry.at("DOI"), told, set_value(entry.at("arxiv"), str(number)))
            elif entry.arxiv and entry.arxiv.partition("v")[0] != number.partition("v")[0]:
                told = f"this DOI belongs to arXiv:{number}, but `arxiv` is {entry.arxiv}; correct one of the two"
                yield Finding(entry.at("DOI"), told)


def _number(doi: str) -> ArXiv | None:
    if not is_of_arxiv(doi):
        return None
    try:
        return ArXiv.parse(doi.partition("/")[2][len("arxiv.") :])
    except Malformed:
        return None
