"""The entries of arXiv's Atom feed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.sources._claims import Claims, Word
from readinglist.sources._names import whole
from readinglist.sources._xml import Tag

_ID = re.compile(r"arxiv\.org/abs/(.+)$")
_VERSION = re.compile(r"v\d+$")


def entries(feed: Tag) -> Iterator[tuple[str, Tag]]:
    """Yield the works of a feed, each with its number and version; an entry titled "Error" is none."""
    for entry in feed.all("entry"):
        found = _ID.search(entry.first("id").text)
        if found and "/api/errors" not in entry.first("id").text:
            yield found[1], entry


def complaint(feed: Tag) -> str:
    """Return what an entry titled "Error" says, which is how unknown numbers used to be answered."""
    for entry in feed.all("entry"):
        if "/api/errors" in entry.first("id").text or entry.first("title").text == "Error":
            return entry.first("summary").text or "Error"
    return ""


def state(number: str, entry: Tag, claims: Claims) -> None:
    """Claim what an entry states."""
    claims.add("type", "article", entry.path)
    claims.add("genre", "Preprint", entry.path)
    claims.text("title", entry.first("title"))
    authors = [whole(each.first("name").text) for each in entry.all("author")]
    claims.people("author", authors, f"{entry.path}/author")
    claims.date("issued", entry.first("published"))  # of the first version; `updated` is of the last one
    claims.text("arxiv", Word(_VERSION.sub("", number), entry.first("id").path))
    claims.add("arxiv-class", entry.first("primary_category").attribute("term"), f"{entry.path}/primary_category/@term")
    claims.add("publisher", "arXiv", entry.path)
    claims.add("URL", f"https://arxiv.org/abs/{_VERSION.sub('', number)}", entry.first("id").path)
    claims.text("abstract", entry.first("summary"))
