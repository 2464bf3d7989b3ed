"""What bookmarks say, read a second way: each format in the plainest manner, straight from the file.

A mark is its address, its tags, the day it was added, the folders it lies in, and how far its owner is.
"""

import csv
import datetime
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple
from xml.etree import ElementTree


class Mark(NamedTuple):
    """A bookmark as its file has it."""

    url: str
    tags: tuple[str, ...] = ()
    added: str | None = None
    folders: tuple[str, ...] = ()
    reading: str | None = None


def day(value: Any) -> str | None:
    """The day of a moment: as it is written, or of so many seconds, milli- or microseconds."""
    text = str(value or "")
    if text.isdigit() and text != "0":
        seconds = int(text) / {10: 1, 9: 1, 13: 1e3, 16: 1e6}[len(text)]
        return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()
    if re.match(r"\d+/\w+/\d{4}:", text):
        return datetime.datetime.strptime(text.partition(":")[0], "%d/%b/%Y").date().isoformat()
    return text[:10] if re.match(r"\d{4}-\d\d-\d\d", text) else None


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self.folders: list[str] = []
        self.heading = self.waiting = ""
        self.in_heading = self.in_note = False
        self.sign = "," if re.search(r'TAGS="[^"]*,', text, re.IGNORECASE) else None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in {"dt", "dd"}:
            self.in_note = tag == "dd"
        if tag in {"h3", "h1"}:
            self.in_heading, self.heading = True, ""
        elif tag == "dl":
            self.folders.append(self.waiting)
            self.waiting = ""
        elif tag == "a" and not self.in_note:
            tags = tuple(part.strip() for part in (known.get("tags") or "").split(self.sign) if part.strip())
            self.add(known, tags)

    def add(self, known: dict[str, str | None], tags: tuple[str, ...]) -> None:
        reading = "to-read" if known.get("toread") == "1" else None
        folders = tuple(name for name in self.folders if name)
        self.marks.append(Mark(known.get("href") or "", tags, day(known.get("add_date")), folders, reading))

    def handle_data(self, data: str) -> None:
        self.heading += data if self.in_heading else ""

    def handle_endtag(self, tag: str) -> None:
        if tag in {"h3", "h1"}:
            self.in_heading = False
            self.waiting = " ".join(self.heading.split()) if tag == "h3" else ""
        elif tag == "dl":
            self.folders.pop()


class _Pocket(_Page):
    def add(self, known: dict[str, str | None], tags: tuple[str, ...]) -> None:
        tags = tuple(filter(None, (known.get("tags") or "").split(",")))
        reading = "to-read" if self.heading == "Unread" else "read"
        self.marks.append(Mark(known.get("href") or "", tags, day(known.get("time_added")), (), reading))


def _netscape(text: str) -> Iterator[Mark]:
    yield from _Page(text).marks


def _pocket_html(text: str) -> Iterator[Mark]:
    yield from _Pocket(text).marks


def _rows(text: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(text.lstrip("\ufeff")))


def _pocket_csv(text: str) -> Iterator[Mark]:
    for row in _rows(text):
        reading = {"unread": "to-read", "archive": "read"}[row["status"]]
        yield Mark(row["url"], tuple(filter(None, row["tags"].split("|"))), day(row["time_added"]), (), reading)


def _instapaper(text: str) -> Iterator[Mark]:
    for row in _rows(text):
        folder = row["Folder"]
        tags = tuple(json.loads(row.get("Tags") or "[]")) + (("starred",) if folder == "Starred" else ())
        reading = {"Unread": "to-read", "Archive": "read"}.get(folder)
        folders = () if folder in {"Unread", "Archive", "Starred"} else (folder,)
        yield Mark(row["URL"], tags, day(row.get("Timestamp")), folders, reading)


def _raindrop(text: str) -> Iterator[Mark]:
    for row in _rows(text):
        tags = tuple(tag.strip(' "') for tag in row["tags"].split(",") if tag)
        yield Mark(row["url"], tags, day(row["created"]), tuple(row["folder"].split(" / ")))


def _readwise(text: str) -> Iterator[Mark]:
    for row in _rows(text):
        tags = tuple(re.findall(r"'([^']*)'", row["Document tags"]))
        yield Mark(row["URL"], tags, day(row["Saved date"]), (), "read" if row["Location"] == "archive" else "to-read")


def _chrome(text: str) -> Iterator[Mark]:
    yield from (mark for root in json.loads(text)["roots"].values() for mark in _chrome_node(root, ()))


def _chrome_node(node: Any, folders: tuple[str, ...]) -> Iterator[Mark]:
    if node.get("type") == "url":
        began = datetime.datetime(1601, 1, 1, tzinfo=datetime.UTC)
        added = began + datetime.timedelta(microseconds=int(node["date_added"]))
        yield Mark(node["url"], (), added.date().isoformat(), folders)
    for child in node.get("children", ()):
        yield from _chrome_node(child, (*folders, node["name"]))


def _firefox(text: str) -> Iterator[Mark]:
    yield from _firefox_node(json.loads(text), ())


def _firefox_node(node: Any, folders: tuple[str, ...]) -> Iterator[Mark]:
    if "uri" in node:
        yield Mark(node["uri"], tuple(filter(None, node.get("tags", "").split(","))), day(node["dateAdded"]), folders)
    for child in node.get("children", ()):
        yield from _firefox_node(child, (*folders, node["title"]) if node["title"] else folders)


def _linkwarden(text: str) -> Iterator[Mark]:
    collections = json.loads(text)["collections"]
    by_id = {each["id"]: each for each in collections}
    for each in collections:
        path, above = [each["name"]], each["parentId"]
        while above:
            path.insert(0, by_id[above]["name"])
            above = by_id[above]["parentId"]
        for link in each["links"]:
            tags = tuple(tag["name"] for tag in link["tags"])
            yield Mark(link["url"], tags, day(link["createdAt"]), tuple(path))


def _listed(text: str) -> Iterator[Mark]:
    for item in json.loads(text):
        yield Mark(item["url"], tuple(filter(None, item["tags"])), day(item["created"]))


def _pinboard(text: str) -> Iterator[Mark]:
    for item in json.loads(text):
        yield Mark(item["href"], tuple(item["tags"].split()), day(item["time"]), (),
                   "to-read" if item["toread"] == "yes" else None)  # fmt: skip


def _omnivore(text: str) -> Iterator[Mark]:
    for item in json.loads(text):
        reading = "read" if item["state"] == "Archived" else "to-read"
        yield Mark(item["url"], tuple(item["labels"]), day(item["savedAt"]), (), reading)


def _wallabag(text: str) -> Iterator[Mark]:
    for item in json.loads(text):
        yield Mark(item["url"], tuple(item["tags"]), day(item["created_at"]), (),
                   "read" if item["is_archived"] else "to-read")  # fmt: skip


def _onetab(text: str) -> Iterator[Mark]:
    for line in text.splitlines():
        if line.startswith("http"):
            yield Mark(line.partition(" | ")[0], (), "2023-02-18")  # the one date in the file, Sat Feb 18 2023


def _opml(text: str) -> Iterator[Mark]:
    def below(node: ElementTree.Element, folders: tuple[str, ...]) -> Iterator[Mark]:
        for each in node.findall("outline"):
            url = each.get("htmlUrl") or each.get("url") or each.get("xmlUrl")
            if url:
                yield Mark(url, (), None, folders)
            yield from below(each, folders if url else (*folders, each.get("title") or each.get("text") or ""))

    body = ElementTree.fromstring(text).find("body")
    yield from below(body, ()) if body is not None else ()


def _urls(text: str) -> Iterator[Mark]:
    yield from (Mark(line.strip()) for line in text.splitlines() if line.strip())


READERS: dict[str, Callable[[str], Iterator[Mark]]] = {
    "chrome-json": _chrome, "delicious-json": _listed, "firefox-json": _firefox, "instapaper-csv": _instapaper,
    "linkwarden-json": _linkwarden, "netscape-html": _netscape, "omnivore-json": _omnivore, "onetab-txt": _onetab,
    "opml": _opml, "pinboard-json": _pinboard, "pocket-csv": _pocket_csv, "pocket-html": _pocket_html,
    "raindrop-csv": _raindrop, "readwise-reader-csv": _readwise, "shaarli-json": _listed, "url-list": _urls,
    "wallabag-json": _wallabag,
}  # fmt: skip
