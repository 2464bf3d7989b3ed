import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.curation._said import every_annotation, said

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    """a an the of on in for to with and or by from is it its this that at as are paper article post blog book
    video talk course tutorial lecture see here link website site page work about introduces
    describes presents read""".split()
)


@rule(Severity.INFO)
def annotation_echo(catalog: Catalog) -> Iterator[Finding]:
    """An annotation says nothing that the title does not say.

    The reader has read the title, the authors and the place. Say what one learns from it, whom it is for, or what to
    read before it.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management for large language model serving
          annote: A paper about memory management for language model serving.

    Fine:

        - id: kwon2023paged
          title: Efficient memory management for large language model serving
          annote: Paging for the KV cache.
    """
    for entry, place, text in every_annotation(catalog):
        if "://" not in text and _echoes(entry, said(text).casefold()):
            yield Finding(place, "this says nothing that the title does not say; say what one learns from it")


def _echoes(entry: Entry, text: str) -> bool:
    """Tell whether every word of a text stands in the title, or beside it; mostly the first ones show that not."""
    people = (person.text for person in entry.author)
    stated = (entry.title, entry.label, entry.container_title, entry.publisher, entry.event_title, *people)
    known = " ".join(filter(None, stated)).casefold()
    words = [word.removesuffix("s") for word in _WORD.findall(text) if word not in _EMPTY]
    return bool(words) and all(word in known for word in words) and set(words) <= _words(known)


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in _WORD.findall(text)}
