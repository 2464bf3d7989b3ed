import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

# What happens once: a numbered or dated meeting.
_ONE_MEETING = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b|\b(?:19|20)\d\d\b|['’]\d\d\b", re.IGNORECASE)
_FEWEST = 3


@rule(Severity.WARNING)
def inconsistent_venue_year(catalog: Catalog) -> Iterator[Finding]:
    """A paper of a numbered or dated meeting has another year, or place, than all others of that meeting.

    At least three others must agree. Some proceedings appear the year after; then all of them do. Papers with an
    `arxiv` number are not compared, as they may bear the preprint's year.

    Flagged:

        - {id: a, type: paper-conference, title: A, container-title: Proceedings of the 29th SOSP, issued: 2023}
        - {id: b, type: paper-conference, title: B, container-title: Proceedings of the 29th SOSP, issued: 2023}
        - {id: c, type: paper-conference, title: C, container-title: Proceedings of the 29th SOSP, issued: 2023}
        - {id: d, type: paper-conference, title: D, container-title: Proceedings of the 29th SOSP, issued: 2022}

    Fine:

        - {id: a, type: paper-conference, title: A, container-title: Proceedings of SOSP, issued: 2023}
        - {id: b, type: paper-conference, title: B, container-title: Proceedings of SOSP, issued: 2023}
        - {id: c, type: paper-conference, title: C, container-title: Proceedings of SOSP, issued: 2023}
        - {id: d, type: paper-conference, title: D, container-title: Proceedings of SOSP, issued: 2022}
    """
    meetings: dict[str, list[Entry]] = defaultdict(list)
    for entry in catalog:
        if (
            entry.type == "paper-conference"
            and not entry.arxiv
            and (name := entry.container_title)
            and _ONE_MEETING.search(name)
        ):
            meetings[name.casefold()].append(entry)
    for papers in meetings.values():
        yield from _odd(
            papers, "issued", [entry.issued.text.lstrip("-")[:4] if entry.issued else "" for entry in papers]
        )
        yield from _odd(papers, "event-place", [entry.event_place or "" for entry in papers])


def _odd(papers: list[Entry], field: str, values: list[str]) -> Iterator[Finding]:
    """Yield the papers that state something else than all others, where those are enough."""
    uses = Counter(value for value in values if value)
    if len(uses) < 2:
        return
    (usual, count), *rest = uses.most_common()
    if count >= _FEWEST and sum(other for _, other in rest) == 1:
        for entry, value in zip(papers, values, strict=True):
            if value not in {usual, ""}:
                yield Finding(
                    entry.at(field), f"'{value}', where {count} others of this meeting say '{usual}'; compare them"
                )
