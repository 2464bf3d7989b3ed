from collections import Counter
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.whereabouts import is_markdown


@rule(Severity.INFO)
def missing_date(catalog: Catalog) -> Iterator[Finding]:
    """An entry says nowhere when it was published.

    A reader of a list wants to know how old a text is. A year is enough; what nobody can find out may
    stay empty, which is why this is only a hint. A list in Markdown most of which has no dates is not meant
    to have them.

    Flagged:

        - id: undated
          title: An essay

    Fine:

        - id: dated
          title: An essay
          issued: 2024
    """
    files = Counter(entry.place.file for entry in catalog)
    undated = [entry for entry in catalog if entry.issued is None and entry.available_date is None]
    missing = Counter(entry.place.file for entry in undated)
    for entry in undated:
        file = entry.place.file
        if not is_markdown(file) or 2 * missing[file] < files[file]:
            yield Finding(entry.at("issued"), "no publication date; a year is enough")
