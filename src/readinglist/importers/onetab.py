"""The format `onetab`."""

from __future__ import annotations

import re

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, moment

_LINE = re.compile(r"^(\S+:\S+)[ \t]+\|[ \t]+(.*?)[ \t]*\r?$", re.MULTILINE)


def _sign(text: str) -> str | None:
    found = len(_LINE.findall(text[:20_000]))
    return f"OneTab: {found} lines of an address, a | and a title" if found and "](" not in text[:20_000] else None


@importer(".txt", sign=_sign)
def onetab(text: str) -> Imported:
    """Read OneTab's export: a line for each tab, `address | title`; a line with a date is for those below it."""
    shelf = Shelf(text)
    added = None
    at = 0
    for line in text.splitlines(keepends=True):
        if found := _LINE.match(line):
            shelf.add(found[1], {"title": found[2], "added": added}, at=at)
        elif re.match(r"https?://\S+\s*$", line):
            shelf.add(line.strip(), {"added": added}, at=at)
        elif line.strip():
            added = moment(line) or added
        at += len(line)
    return shelf.imported()
