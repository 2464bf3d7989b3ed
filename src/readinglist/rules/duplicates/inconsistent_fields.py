from collections import Counter, defaultdict
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_COMPARED = ("volume", "issue", "page", "publisher", "DOI", "ISSN", "event-title")
_FEWEST = 6
_NEARLY_ALL = 0.9


@rule(Severity.INFO)
def inconsistent_fields(catalog: Catalog) -> Iterator[Finding]:
    """An entry lacks a field that nearly all others of the same journal or proceedings have.

    Where nine in ten of at least six entries of one type and place state it, the work will have it, too.

    Flagged:

        - {id: a, type: article-journal, title: A, container-title: Mind, volume: 1, page: 1-2}
        - {id: b, type: article-journal, title: B, container-title: Mind, volume: 2, page: 1-2}
        - {id: c, type: article-journal, title: C, container-title: Mind, volume: 3, page: 1-2}
        - {id: d, type: article-journal, title: D, container-title: Mind, volume: 4, page: 1-2}
        - {id: e, type: article-journal, title: E, container-title: Mind, volume: 5, page: 1-2}
        - {id: f, type: article-journal, title: F, container-title: Mind, volume: 6, page: 1-2}
        - {id: g, type: article-journal, title: G, container-title: Mind, volume: 7, page: 1-2}
        - {id: h, type: article-journal, title: H, container-title: Mind, volume: 8, page: 1-2}
        - {id: i, type: article-journal, title: I, container-title: Mind, volume: 9, page: 1-2}
        - {id: j, type: article-journal, title: J, container-title: Mind, page: 1-2}

    Fine:

        - {id: a, type: article-journal, title: A, container-title: Mind, volume: 1, page: 1-2}
        - {id: b, type: article-journal, title: B, container-title: Mind, page: 1-2}
    """
    siblings: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in catalog:
        if entry.container_title:
            siblings[entry.type, entry.container_title.casefold()].append(entry)
    for some in siblings.values():
        if len(some) >= _FEWEST:
            yield from _lacking(some)


def _lacking(some: list[Entry]) -> Iterator[Finding]:
    stated = Counter(name for entry in some for name in _COMPARED if getattr(entry, ATTRIBUTES[name]))
    for name in _COMPARED:
        if _NEARLY_ALL * len(some) <= stated[name] < len(some):
            for entry in some:
                if not getattr(entry, ATTRIBUTES[name]):
                    others = f"{stated[name]} of {len(some)} entries of '{entry.container_title}'"
                    yield Finding(entry.at(name), f"there is no {name}, which {others} state; add it"[:250])
