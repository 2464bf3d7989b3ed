from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import item_place
from readinglist.whereabouts import is_markdown

_JOINTS = re.compile(r"[\s_-]+")
_PLURAL = re.compile(r".{3,}[^aisu\W\d]s")


@rule(Severity.WARNING)
def tag_variant(catalog: Catalog) -> Iterator[Finding]:
    """One tag is spelled in two ways: in capitals, with a hyphen, in the plural.

    Whoever asks for one of them does not find the entries of the other. The spelling that most entries use is
    proposed, at a tie the first one; a plural is only changed when asked, as it may mean something else.

    Flagged:

        - id: kwon2023paged
          tags: [kv-cache]
        - id: zheng2023
          tags: [KV cache]

    Fixed:

        - id: kwon2023paged
          tags: [kv-cache]
        - id: zheng2023
          tags: [kv-cache]

    Flagged:

        - id: kwon2023paged
          tags: [transformer]
        - id: zheng2023
          tags: [transformers]

    Fine:

        - id: kwon2023paged
          tags: [kv-cache, C, physics, new, bias]
        - id: zheng2023
          tags: [kv-cache, c++, news, biases, caching]
    """
    uses = Counter(tag for entry in catalog for tag in entry.tags)
    usual = _usual_spellings(uses)
    for entry in catalog:
        if is_markdown(entry.place.file):
            continue  # its tags are the list's headings
        for index, tag in enumerate(entry.tags):
            if (better := usual[tag]) != tag:
                place = item_place(catalog, entry.at("tags"), index)
                fix = (
                    set_value(place, better, safe=_joined(tag) == _joined(better)) if better not in entry.tags else None
                )
                yield Finding(place, f"most entries write this tag '{better}'", fix)


def _usual_spellings(uses: Counter[str]) -> dict[str, str]:
    """Return for each tag the spelling that most entries use, the first of those that are used as often."""
    best: dict[str, str] = {}
    known = {_joined(tag) for tag in uses}
    stems = {tag: _stem(tag, known) for tag in uses}
    for tag, stem in stems.items():
        if stem not in best or uses[tag] > uses[best[stem]]:
            best[stem] = tag
    return {tag: best[stem] for tag, stem in stems.items()}


def _joined(tag: str) -> str:
    return _JOINTS.sub("", tag.casefold())


def _stem(tag: str, known: set[str]) -> str:
    """Return what the spellings of a tag have in common; a plural only counts next to its singular."""
    joined = _joined(tag)
    return joined[:-1] if _PLURAL.fullmatch(joined) and joined[:-1] in known else joined
