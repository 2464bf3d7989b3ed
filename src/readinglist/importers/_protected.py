"""Which words that a source protects need to be told to a catalog."""

from __future__ import annotations

import re
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
        spans = (at.span() for at in re.finditer(re.escape(word), title))
        if not any(begin <= start and stop <= end for start, stop in spans for begin, end in kept):
            found[word] = None
    return list(found)
