import re
from collections.abc import Iterator
from operator import attrgetter

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_LABELS = {
    "volume": re.compile(r"(?:vol(?:ume)?|bd|band)(?:\.\s*|\s+)(?=\d|[IVXLC]+\Z)", re.IGNORECASE),
    "issue": re.compile(r"(?:no|nr|num(?:ber)?|issue|iss|heft|n°)(?:\.\s*|\s+)(?=\d)", re.IGNORECASE),
    "collection-number": re.compile(r"(?:vol(?:ume)?|no|nr|bd|band)(?:\.\s*|\s+)(?=\d)", re.IGNORECASE),
    "chapter-number": re.compile(r"(?:ch(?:ap(?:ter)?)?|kap(?:itel)?)(?:\.\s*|\s+)(?=\d)", re.IGNORECASE),
}
_numbers_of = attrgetter("volume", "issue", "collection_number", "chapter_number")


@rule(Severity.WARNING)
def labelled_number(catalog: Catalog) -> Iterator[Finding]:
    """A number says again what it is the number of: `Vol. 12`.

    Each style has its own word for a volume, or none; with the word in the field both are printed: `vol. Vol. 12`.

    Flagged:

        - id: volume
          volume: Vol. 12

    Fixed:

        - id: volume
          volume: 12

    Flagged:

        - id: issue
          issue: No. 3

    Fine:

        - id: plain
          volume: 12
          issue: 3
        - id: letters
          volume: 12A
          issue: Suppl. 3
        - id: report
          type: report
          number: No. 1316
    """
    for entry in catalog:
        for (name, label), text in zip(_LABELS.items(), _numbers_of(entry), strict=True):
            if text and not text[0].isdigit() and (found := label.match(text)):
                meant = text[found.end() :].strip()
                told = f"styles add the word for it; write {meant} alone"
                yield Finding(entry.at(name), told, set_value(entry.at(name), meant))
