"""Which words that a source protects need to be told to a catalog."""

from __future__ import annotations

from collections.abc import Iterable

from readinglist.latex.protect import protect


def protected_words(words: Iterable[str], title: str) -> list[str]:
    """Return the words whose capitals the usual rule would not keep."""
    kept = None
    found: dict[str, None] = {}
    for word in words:
        if word == title or "$" in word or word not in title or not any(map(str.isupper, word)):
            continue
        kept = protect(title) if kept is None else kept
        start = title.find(word)
        if not any(begin <= start and start + len(word) <= end for begin, end in kept):
            found[word] = None
    return list(found)
