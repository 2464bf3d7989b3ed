import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, SetValue, set_value
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states

_JOURNALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_YEAR_AT_END = re.compile(r"(.*\S)(?:,\s*|\s*\(|\s+)((?:1[6-9]|20)\d\d)\)?")


@rule(Severity.WARNING)
def year_in_wrong_place(catalog: Catalog) -> Iterator[Finding]:
    """The year of an article stands in the name of its journal.

    A journal has one name in all its years. Proceedings are another thing: theirs is the title of one volume, and
    may well hold the year.

    Flagged:

        - id: journal
          type: article-journal
          container-title: Nature (2023)
          issued: 2023-05

    Fixed:

        - id: journal
          type: article-journal
          container-title: Nature
          issued: 2023-05

    Flagged:

        - id: undated
          type: article-journal
          container-title: Nature, 2023

    Fine:

        - id: proceedings
          type: paper-conference
          container-title: Proceedings of SOSP 2023
          issued: 2023
        - id: named
          type: article-magazine
          container-title: Agenda 2000
          issued: 1999
    """
    for entry in catalog:
        title = entry.container_title
        found = _YEAR_AT_END.fullmatch(title) if title and title.rstrip(")")[-4:].isdigit() else None
        if found and entry.type in _JOURNALS:
            if entry.issued and str(entry.issued.year) == found[2]:
                fix = set_value(entry.at("container-title"), found[1])
                yield Finding(entry.at("container-title"), f"the year stands in `issued`; write {found[1]}", fix)
            elif not states(catalog, entry.at("issued")):
                yield Finding(
                    entry.at("container-title"),
                    f"{found[2]} is no part of the name; write it as `issued`",
                    _both(entry, found),
                )


def _both(entry: Entry, found: re.Match[str]) -> Fix:
    edits = (SetValue(entry.at("container-title"), found[1]), SetValue(entry.at("issued"), found[2]))
    return Fix(edits, safe=False)
