import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove, SetValue
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states

_ARTICLE = re.compile(r"e\d{4,}|\d{6,}", re.IGNORECASE)


@rule(Severity.INFO)
def article_number_as_page(catalog: Catalog) -> Iterator[Finding]:
    """The number of an article stands where its pages belong.

    Journals that appear only online number their articles: `e0123456`, `112301`. As a page it is printed with `p.`
    before it; `number` is printed as what it is. No journal has a page of six digits. Classic BibTeX knows no other
    place for it, so in a bibliography it is let be.

    Flagged:

        - id: elocator
          type: article-journal
          page: e0123456

    Fixed:

        - id: elocator
          type: article-journal
          number: e0123456

    Flagged:

        - id: digits
          type: article-journal
          page: 112301

    Fine:

        - id: pages
          type: article-journal
          page: 37021-37028
        - id: moved
          type: article-journal
          number: e0123456
        - id: short
          type: article-journal
          page: e12
    """
    for entry in catalog:
        here = entry.page and entry.type == "article-journal" and entry.place.file in catalog.own_files
        if entry.page and here and _ARTICLE.fullmatch(entry.page):
            page, number = entry.at("page"), entry.at("number")
            fix = None if states(catalog, number) else Fix((SetValue(number, entry.page), Remove(page)))
            yield Finding(page, f"{entry.page} is the number of an article; write it as `number`", fix)
