"""The format `url-list`."""

from __future__ import annotations

import re

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf


def _sign(text: str) -> str | None:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    is_list = bool(lines) and all(re.fullmatch(r"[a-z][a-z0-9+.-]*:\S+", line, re.IGNORECASE) for line in lines)
    return "a list of addresses: one stands on each line" if is_list else None


@importer(".txt", ".urls", ".lst", sign=_sign)
def url_list(text: str) -> Imported:
    """Read plain addresses, one on each line; a line that begins with # is a comment."""
    shelf = Shelf(text)
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip() and not line.startswith("#"):
            first, _, rest = line.strip().partition(" ")
            shelf.add(first, {"title": rest.strip(" -–—|")}, at=at)
        at += len(line)
    return shelf.imported()
