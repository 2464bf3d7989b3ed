from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.titles import taken_apart
from readinglist.rules import rule
from readinglist.rules.duplicates._pairs import belong_together, called, merging, shared_identities


@rule(Severity.WARNING)
def duplicate_url(catalog: Catalog) -> Iterator[Finding]:
    """Two entries of one title lead to the same address.

    The address counts without what does not change where it leads: `http`, `www.`, trackers, a last slash, the
    many ways to a video or a repository. Entries of different titles may be parts of one page.

    Flagged:

        - id: brrr
          title: Making deep learning go brrrr
          URL: https://horace.io/brrr_intro.html
        - id: horace
          title: Making Deep Learning Go Brrrr
          URL: http://www.horace.io/brrr_intro.html?utm_source=hn

    Fine:

        - id: lecture-1
          title: "Lecture 1: rooflines"
          URL: https://example.org/course
        - id: lecture-2
          title: "Lecture 2: sharding"
          URL: https://example.org/course
    """
    for shared in shared_identities(catalog):
        one, other = shared.earlier, shared.later
        if shared.kind in {"url", "github", "video"} and _one_title(one, other) and not belong_together(one, other):
            told = f"{called(catalog, one)} has this address and title too; {merging(catalog, one, other)}"
            yield Finding(shared.place, told)


def _one_title(one: Entry, other: Entry) -> bool:
    return bool(one.title and other.title) and taken_apart(one.title or "").key == taken_apart(other.title or "").key
