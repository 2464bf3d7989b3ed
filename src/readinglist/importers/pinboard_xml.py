"""The format `pinboard-xml`."""

from __future__ import annotations

import re

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, kept_private, moment, words
from readinglist.markdown.spans import attributes_of

_POST = re.compile(r"<post\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)/?>", re.IGNORECASE)


def _sign(text: str) -> str | None:
    return "posts of Pinboard or Delicious: its root is <posts>" if re.search(r"<posts\b", text[:2000]) else None


@importer(".xml", sign=_sign)
def pinboard_xml(text: str) -> Imported:
    """Read the XML that Delicious and Pinboard export: `<post href=… description=… extended=… tag=…/>`."""
    shelf = Shelf(text)
    for post in _POST.finditer(text):
        known = attributes_of(post[1])
        fields = {
            "title": known.get("description"),
            "annote": known.get("extended"),
            "tags": words(known.get("tag", ""), " "),
            "added": moment(known.get("time")),
            "reading": "to-read" if known.get("toread") == "yes" else None,
            "custom": kept_private(known.get("shared") == "no"),
        }
        shelf.add(known.get("href"), fields, at=post.start())
    return shelf.imported()
