import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_WITHIN_A_VOLUME = re.compile(r"\d{1,2}(?:[-/–]\d{1,2})?")


@rule(Severity.WARNING)
def number_without_volume(catalog: Catalog) -> Iterator[Finding]:
    """An article names the issue of a journal and no volume.

    Issues are counted anew in each volume, so the third issue alone is not found in any shelf. Journals that count
    their issues through (`issue: 9061`), and magazines, need no volume.

    Flagged:

        - id: issue
          type: article-journal
          container-title: Communications of the ACM
          issue: 7

        @article{paged,
          journal = {Communications of the ACM},
          number = 7,
        }

    Fine:

        - id: both
          type: article-journal
          volume: 63
          issue: 7
        - id: through
          type: article-journal
          issue: 9061
        - id: magazine
          type: article-magazine
          issue: 7
    """
    for entry in catalog:
        if (
            entry.issue
            and not entry.volume
            and entry.type == "article-journal"
            and _WITHIN_A_VOLUME.fullmatch(entry.issue)
        ):
            yield Finding(
                entry.at("issue"), f"issue {entry.issue} of which volume? add `volume`, or take the issue away"
            )
