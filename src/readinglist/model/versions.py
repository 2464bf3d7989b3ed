"""A preprint, and what was published of it: two versions of one work."""

from __future__ import annotations

from readinglist.model.entry import Entry


def is_preprint(entry: Entry) -> bool:
    """Return whether an entry is a preprint, not what came of it."""
    if entry.type == "article" or (entry.genre or "").casefold() in {"preprint", "working paper"}:
        return True
    place = (entry.container_title or entry.publisher or "").casefold()
    return place.startswith(("arxiv", "biorxiv", "medrxiv", "corr")) or (place == "" and entry.arxiv is not None)


def versions(one: Entry, other: Entry) -> bool:
    """Return whether one is a preprint and the other is not, so that place, type and date differ by nature."""
    return is_preprint(one) != is_preprint(other)
