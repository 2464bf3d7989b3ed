"""The format `opml`."""

from __future__ import annotations

import re

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, moment, words
from readinglist.markdown.spans import attributes_of

_OUTLINE = re.compile(r"<(/?)outline\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>", re.IGNORECASE)
_TITLE = re.compile(r"<title>([^<]*)</title>", re.IGNORECASE)


def _sign(text: str) -> str | None:
    return "OPML: its root is <opml>" if re.search(r"<opml\b", text[:2000], re.IGNORECASE) else None


@importer(".opml", ".xml", sign=_sign)
def opml(text: str) -> Imported:
    """Read an outline of feeds or links: each site is an entry, its feed is kept; outlines above become areas."""
    shelf = Shelf(text)
    path: list[str] = []
    for outline in _OUTLINE.finditer(text):
        if outline[1]:
            path = path[:-1]
            continue
        known = attributes_of(outline[2])
        title = known.get("title") or known.get("text") or ""
        url = known.get("htmlurl") or known.get("url") or known.get("xmlurl")
        if url:
            feed = known.get("xmlurl")
            fields = {
                "title": title,
                "tags": words(known.get("category", "")),
                "added": moment(known.get("created")),
                "annote": known.get("description"),
                "custom": {"feed": feed} if feed and feed != url else None,
            }
            shelf.add(url, fields, path, outline.start())
        if not outline[3]:
            path = [*path, "" if url else title]
    head = _TITLE.search(text)
    return shelf.imported(head[1].strip() or None if head else None)
