"""The format `netscape`."""

from __future__ import annotations

import html
import re

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, kept_private, moment, words
from readinglist.markdown.html import text_of
from readinglist.markdown.spans import attributes_of

_TAG = re.compile(r"<(/?)(dt|dd|dl|a|h[1-6]|title|hr)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)

_COMMAS = re.compile(r"\bTAGS=(?:\"[^\",]*,|'[^',]*,)", re.IGNORECASE)  # else spaces part the tags of this file


def _sign(text: str) -> str | None:
    head = text[:2000].lower()
    if "<!doctype netscape-bookmark-file-1>" in head:
        return "bookmarks: it begins with NETSCAPE-Bookmark-file-1"
    return "bookmarks: links in <DL> and <DT>" if "<dl>" in head and "<dt>" in head else None


@importer(".html", ".htm", sign=_sign)
def netscape(text: str) -> Imported:
    """Read the bookmarks that browsers, linkding, Shaarli, Pinboard and Delicious write as HTML.

    Folders become areas, `TAGS` tags, `ADD_DATE` (in seconds, milli- or microseconds) the day it was added,
    `TOREAD` and Safari's Reading List how far the curator is, and what stands in `<DD>`, over as many lines as
    it has, the annotation. What is `PRIVATE` stays marked so under `custom`, and is told of.
    """
    shelf = Shelf(text)
    tags = list(_TAG.finditer(text))
    sign = "," if _COMMAS.search(text) else " "
    folders: list[str] = []
    waiting = ""
    for place, tag in enumerate(tags):
        name, closes = tag[2].lower(), bool(tag[1])
        inside = text[tag.end() : tags[place + 1].start() if place + 1 < len(tags) else len(text)]
        if name == "h3" and not closes:
            waiting = text_of(inside)
        elif name == "dl":
            folders = folders[:-1] if closes else [*folders, waiting]
            waiting = "" if not closes else waiting
        elif name == "a" and not closes and not _in_note(tags, place):
            note = _note(text, tags, place)
            _add(shelf, tag, text_of(inside), note, folders, sign)
    return shelf.imported()


def _add(shelf: Shelf, tag: re.Match[str], title: str, note: str, folders: list[str], sign: str) -> None:
    known = attributes_of(tag[3])
    fields = {
        "title": title,
        "tags": words(known.get("tags", ""), sign),
        "added": moment(known.get("add_date")),
        "annote": note or known.get("description", ""),
        "reading": "to-read" if known.get("toread") in {"1", "yes"} or "Reading List" in folders else None,
        "custom": kept_private(known.get("private") in {"1", "yes", "true"}),
    }
    shelf.add(known.get("href"), fields, folders, tag.start())


def _in_note(tags: list[re.Match[str]], place: int) -> bool:
    """Return whether a link stands in the note of a bookmark, and is none itself."""
    before = next((tag for tag in reversed(tags[max(0, place - 40) : place]) if tag[2].lower() in {"dt", "dd"}), None)
    return before is not None and before[2].lower() == "dd"


def _note(text: str, tags: list[re.Match[str]], place: int) -> str:
    """Return what stands in the `<DD>` behind a link, up to the next bookmark."""
    after = place + 1
    while after < len(tags) and (tags[after][1] and tags[after][2].lower() in {"a", "dt"}):
        after += 1
    if after >= len(tags) or tags[after][2].lower() != "dd" or tags[after][1]:
        return ""
    end = after + 1
    while end < len(tags) and tags[end][2].lower() == "a":
        end += 1
    note = text[tags[after].end() : tags[end].start() if end < len(tags) else len(text)]
    lines = html.unescape(re.sub(r"<[^<>]*>", _address_in, note)).strip().splitlines()
    return "\n".join(line.rstrip() for line in lines)


def _address_in(tag: re.Match[str]) -> str:
    """Return where a tag in a note leads, which goes on being said."""
    href = attributes_of(tag[0]).get("href") or attributes_of(tag[0]).get("src")
    return f"<{href}> " if href else ""
