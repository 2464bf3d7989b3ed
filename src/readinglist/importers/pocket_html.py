"""The format `pocket-html`."""

from __future__ import annotations

import re

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, moment, words
from readinglist.markdown.html import text_of
from readinglist.markdown.spans import attributes_of

_PART = re.compile(r"<h1>([^<]*)</h1>|<a\b([^<>]*)>(.*?)</a>", re.IGNORECASE | re.DOTALL)


def _sign(text: str) -> str | None:
    return "Pocket HTML: its title is Pocket Export" if "<title>Pocket Export" in text[:2000] else None


@importer(".html", ".htm", sign=_sign)
def pocket_html(text: str) -> Imported:
    """Read what Pocket exported as a page: `Unread` and `Read Archive`, with tags and the moment of saving."""
    shelf = Shelf(text)
    reading = "to-read"
    for part in _PART.finditer(text):
        if part[1] is not None:
            reading = "read" if "read archive" in part[1].lower() else "to-read"
            continue
        known = attributes_of(part[2])
        fields = {
            "title": text_of(part[3]),
            "tags": words(known.get("tags", "")),
            "added": moment(known.get("time_added")),
            "reading": reading,
        }
        shelf.add(known.get("href"), fields, at=part.start())
    return shelf.imported()
