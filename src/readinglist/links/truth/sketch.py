"""A page's sketch: 320 bytes by which its text is known again, however much of it was reworded since.

The 64 smallest of the 40-bit hashes of all stretches of four words. What share of them the new text still has tells how
much of the old one is there.
"""

from __future__ import annotations

import base64
import heapq
from collections.abc import Sequence
from hashlib import blake2b

_WORDS, _KEPT, _BYTES = 4, 64, 5
_EMPTY = blake2b(digest_size=_BYTES)
ENOUGH = 100
"""Below so many words a text is too short for a sketch."""
ANOTHER, REWRITTEN = 0.07, 0.3


def sketch(words: Sequence[str]) -> str | None:
    """Return the sketch of a text, in letters; None where it is too short."""
    if len(words) < ENOUGH:
        return None
    return base64.b85encode(b"".join(heapq.nsmallest(_KEPT, _hashes(words)))).decode("ascii")


def share_left(before: str, words: Sequence[str]) -> float | None:
    """Return what share of a sketch is still in a text, from 0 to 1; None where the sketch is none."""
    try:
        kept = base64.b85decode(before)
    except ValueError:
        return None
    hashes = [kept[at : at + _BYTES] for at in range(0, len(kept), _BYTES)]
    now = _hashes(words)
    return sum(each in now for each in hashes) / len(hashes) if hashes else None


def _hashes(words: Sequence[str]) -> set[bytes]:
    found = set()
    for stretch in set(map(" ".join, zip(*(words[at:] for at in range(_WORDS)), strict=False))):
        hashed = _EMPTY.copy()
        hashed.update(stretch.encode())
        found.add(hashed.digest())
    return found
