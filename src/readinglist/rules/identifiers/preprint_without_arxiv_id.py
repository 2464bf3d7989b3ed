import re
from collections.abc import Iterator

from readinglist.model.addresses import arxiv_in
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states

_ARXIV = re.compile(r"(?:arxiv|corr)\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}")


@rule(Severity.WARNING)
def preprint_without_arxiv_id(catalog: Catalog) -> Iterator[Finding]:
    """A work is said to be on arXiv, and its number there is missing.

    A word such as "arXiv [cs.LG]" leads nowhere: there are more than a million papers. With the number in `arxiv` the
    paper is found, and its published version as well.

    Flagged:

        - id: shazeer2019
          type: article
          publisher: arXiv
          title: Fast transformer decoding

        @article{glu,
          title = {GLU Variants Improve Transformer},
          journal = {arXiv [cs.LG]},
        }

    Fine:

        - id: shazeer2019
          publisher: arXiv
          arxiv: "1911.02150"
        - id: address
          publisher: arXiv
          URL: https://arxiv.org/abs/1911.02150
        - id: about
          container-title: arXiv for beginners
    """
    for entry in catalog:
        if not entry.arxiv and (field := _says_arxiv(catalog, entry)) and not _has_number(catalog, entry):
            yield Finding(entry.at(field), "this is said to be on arXiv; add its number there as `arxiv`")


def _says_arxiv(catalog: Catalog, entry: Entry) -> str | None:
    for name, text in (("container-title", entry.container_title), ("publisher", entry.publisher)):
        if text and _ARXIV.match(text) and len(text.split()) <= 4 and " for " not in text:
            return name
    record = catalog.by_record.get(entry.place)
    archive = record.fields.get("archiveprefix", record.fields.get("eprinttype", "")) if record else ""
    return "arxiv" if archive.strip("{} ").lower() == "arxiv" and not entry.doi else None


def _has_number(catalog: Catalog, entry: Entry) -> bool:
    """Return whether the number stands anywhere, be it in a wrong place, which other rules tell."""
    addresses = (entry.url, entry.link, entry.pdf)
    words = (entry.container_title, entry.note, entry.number, entry.volume, entry.collection_number, entry.doi)
    return (
        states(catalog, entry.at("arxiv"))
        or any(address and arxiv_in(address) for address in addresses)
        or any(text and _NUMBER.search(text) for text in words)
    )
