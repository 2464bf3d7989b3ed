import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_PAGES = (
    (re.compile(r"(https?://(?:www\.)?arxiv\.org/)pdf/([^?#]+?)(?:\.pdf)?(?:[?#].*)?"), r"\1abs/\2"),
    (re.compile(r"(https?://openreview\.net/)(?:pdf|attachment)\?(id=[\w-]+)(?:[&#].*)?"), r"\1forum?\2"),
    (re.compile(r"(https?://aclanthology\.org/[\w.-]+?)\.pdf(?:[?#].*)?"), r"\1/"),
)


@rule(Severity.INFO)
def pdf_instead_of_landing(catalog: Catalog) -> Iterator[Finding]:
    """An address leads to the PDF of a paper that has a page.

    The page shows the abstract, the versions and the authors, and lets the reader choose; the PDF has a field
    of its own.

    Flagged:

        - id: arxiv
          URL: https://arxiv.org/pdf/2309.06180v1.pdf

    Fixed:

        - id: arxiv
          URL: https://arxiv.org/abs/2309.06180v1

    Flagged:

        - id: openreview
          link: https://openreview.net/pdf?id=H4DqfPSibmx

        - id: acl
          URL: https://aclanthology.org/2020.acl-main.1.pdf

    Fine:

        - id: arxiv
          URL: https://arxiv.org/abs/2309.06180v1
          pdf: https://arxiv.org/pdf/2309.06180v1
        - id: only
          URL: https://example.org/report.pdf
    """
    for entry, name, address in catalog.addresses:
        if name in {"URL", "link"} and ("pdf" in address or "attachment" in address):
            for pdf, page in _PAGES:
                if found := pdf.fullmatch(address):
                    better = found.expand(page)
                    told = f"this leads to the PDF; link to the page, {better}, and put the PDF into `pdf`"
                    yield Finding(entry.at(name), told, set_value(entry.at(name), better, safe=False))
