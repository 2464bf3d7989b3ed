"""An address in its parts, whatever somebody wrote there."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import SplitResult, urlsplit


@lru_cache(maxsize=256)  # each rung of the ladder asks about the same two addresses
def parts_of(url: str) -> SplitResult:
    """Return the parts of an address; of what is none, there are none."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return urlsplit("")
    return parts
