import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, RenameKey
from readinglist.model.finding import Finding, Severity
from readinglist.model.spelling import spelled
from readinglist.rules import rule

_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_SHORT = re.compile(r"\d{1,3}(?:[-/]\d{1,3})?")


@rule(Severity.INFO)
def issue_vs_number(catalog: Catalog) -> Iterator[Finding]:
    """The issue of a journal stands in `number`, as BibTeX calls it.

    Here, as in CSL, `number` is that of the article; the issue of the volume is `issue`. An article that states its
    pages has seldom a number too.

    Flagged:

        - id: bibtex
          type: article-journal
          volume: 63
          number: 7
          page: 70-78

    Fixed:

        - id: bibtex
          type: article-journal
          volume: 63
          issue: 7
          page: 70-78

    Fine:

        - id: plain
          type: article-journal
          volume: 63
          issue: 7
        - id: article
          type: article-journal
          volume: 12
          number: 112301
        - id: both
          type: article-journal
          issue: 7
          number: 7
          page: 70-78
        - id: report
          type: report
          number: 7
          page: 70-78
    """
    for entry in catalog:
        numbered = entry.type in _JOURNALS and entry.number and _SHORT.fullmatch(entry.number)
        if numbered and entry.page and not entry.issue:
            place = entry.at(spelled(catalog.fields(entry), "number"))
            told = f"{entry.number} looks like the issue of the journal; write it as `issue`"
            yield Finding(entry.at("number"), told, Fix((RenameKey(place, "issue"),), safe=False))
