"""Exports of browsers and reading services: recognised by their text, and read with their traps."""

import os
import re
from pathlib import Path
from typing import Any

import pytest

from readinglist.importers import Imported, find_importer
from readinglist.recognition import recognise
from tests.importers import bookmark_oracle

NETSCAPE = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<DL><p>
<DT><A HREF="https://s.example" ADD_DATE="1616337559" TAGS="b,a" TOREAD="1">In
seconds</A>
<DD>A note &amp; more,
over two lines <a href="https://n.example">there</a>
<DT><H3>Systems</H3>
<DL><p>
    <DT><A HREF="https://ms.example" ADD_DATE="1616337559000">Milli</A>
    <DT><H3>Caches</H3>
    <DL><p>
        <DT><A HREF="https://us.example" ADD_DATE="1616337559000000">Micro</A>
    </DL><p>
</DL><p>
<DT><A HREF="javascript:alert(1)">Run</A>
<DT><A HREF="place:type=6">Recent</A>
<DT><A HREF="https://a.example" ADD_DATE="10/Oct/2000:13:55:36 +0300">Apache
"""

CASES = {
    "netscape": (NETSCAPE, "bookmarks: it begins with NETSCAPE-Bookmark-file-1"),
    "pocket-csv": (
        "title,url,time_added,tags,status\nA,https://a.example,1600322788,x|y,archive\n"
        "https://b.example,https://b.example,1600322788,,unread\n",
        "Pocket CSV: its head is title,url,time_added,tags,status",
    ),
    "instapaper": (
        'URL,Title,Selection,Folder\nhttps://a.example,"A, b",,Archive\nhttps://b.example,B,said,Mine\n',
        "Instapaper CSV: its head is url,title,selection,folder",
    ),
    "pinboard": (
        '[{"href": "https://a.example", "description": "A", "extended": "n", "tags": "x y", "toread": "yes",'
        ' "time": "2016-10-31T15:57:56Z"}]',
        "Pinboard JSON: its items have href, description, extended, toread",
    ),
    "onetab": (
        "Sat Feb 18 2023 10:30:00 GMT\nhttps://a.example | A\nnot one\nhttps://b.example | B | C\n",
        "OneTab: 2 lines of an address, a | and a title",
    ),
    "opml": (
        '<opml><body><outline text="Blogs"><outline text="A" xmlUrl="https://a.example/feed"'
        ' htmlUrl="https://a.example"/></outline></body></opml>',
        "OPML: its root is <opml>",
    ),
    "records": (
        "- name: A\n  website_url: https://a.example\n  tldr: n\n  categories: [X, Y]\n  stars: 3\n",
        "records of another project: they have 'name' and 'website_url'",
    ),
    "url-list": ("https://a.example\nfile:///etc\n# no\n", "a list of addresses: one stands on each line"),
}

ADDED = {"added": "2021-03-21"}
ENTRIES = {
    "netscape": [
        {"title": "In seconds", "tags": ["b", "a"], **ADDED, "reading": "to-read", "URL": "https://s.example",
         "annote": "A note & more,\nover two lines <https://n.example> there"},
        {"title": "Milli", **ADDED, "URL": "https://ms.example", "area": ["systems"]},
        {"title": "Micro", **ADDED, "URL": "https://us.example", "area": ["caches"]},
        {"title": "Apache", "added": "2000-10-10", "URL": "https://a.example"},
    ],
    "pocket-csv": [
        {"title": "A", "tags": ["x", "y"], "added": "2020-09-17", "reading": "read", "URL": "https://a.example"},
        {"added": "2020-09-17", "reading": "to-read", "URL": "https://b.example"},
    ],
    "instapaper": [
        {"title": "A, b", "reading": "read", "URL": "https://a.example"},
        {"title": "B", "annote": "said", "URL": "https://b.example", "area": ["mine"]},
    ],
    "pinboard": [
        {"title": "A", "annote": "n", "tags": ["x", "y"], "added": "2016-10-31", "reading": "to-read",
         "URL": "https://a.example"},
    ],
    "onetab": [
        {"title": "A", "added": "2023-02-18", "URL": "https://a.example"},
        {"title": "B | C", "added": "2023-02-18", "URL": "https://b.example"},
    ],
    "opml": [
        {"title": "A", "custom": {"feed": "https://a.example/feed"}, "URL": "https://a.example", "area": ["blogs"]}
    ],
    "records": [
        {"title": "A", "URL": "https://a.example", "annote": "n", "custom": {"stars": "3"}, "area": ["x", "y"]}
    ],
    "url-list": [{"URL": "https://a.example"}],
}  # fmt: skip


def read(text: str, name: str = "-") -> Imported:
    return find_importer(recognise(text, name).format)(text, name)


@pytest.mark.parametrize("name", CASES)
def test_an_export_is_recognised_with_a_reason_and_read_whole(name: str) -> None:
    text, reason = CASES[name]
    assert (recognise(text).format, recognise(text).because) == (name, reason)
    found = read(text)
    assert [{key: value for key, value in each.fields.items() if key != "id"} for each in found.entries] == (
        ENTRIES[name]
    )


def test_folders_are_areas_within_each_other() -> None:
    found = read(NETSCAPE)
    assert [(name, area.title, area.parent) for name, area in found.areas.items()] == [
        ("systems", "Systems", None),
        ("caches", "Caches", "systems"),
    ]


def test_what_leads_nowhere_is_told_with_its_line_and_the_rest_arrives() -> None:
    found = read(NETSCAPE)
    assert [f"{found.catalog.position(each.place).line}: {each.message}" for each in found.findings] == [
        "16: javascript:alert(1) is in no entry: no address of a page",
        "17: place:type=6 is in no entry: no address of a page",
    ]


@pytest.mark.parametrize("text", ["", "\n", "[]", "title,url,time_added,tags,status\n"])
def test_an_empty_export_holds_nothing_and_breaks_nothing(text: str) -> None:
    for name in ("pocket-csv", "pinboard", "netscape", "opml", "onetab", "records", "markdown", "chrome"):
        assert find_importer(name)(text).entries == ()


def corpus_files() -> list[Path]:
    named = os.environ.get("READINGLIST_CORPUS")
    return sorted(Path(named).glob("curation/import/*/*")) if named else []


SERVICES = re.compile(
    "chrome|delicious|firefox|hecat|instapaper|linkwarden|netscape|onetab|opml|pinboard|pocket|raindrop|readwise|shaarli|url"
)


@pytest.mark.corpus
@pytest.mark.skipif(not corpus_files(), reason="READINGLIST_CORPUS names no corpus")
def test_every_address_of_every_real_export_arrives_or_is_told() -> None:
    for file in corpus_files():
        if not SERVICES.match(file.parent.name):
            continue
        text = file.read_text("utf-8", "replace")
        found = read(text, file.name)
        said = "\n".join([*(str(each.fields) for each in found.entries), *(each.message for each in found.findings)])
        icons = re.sub(r"ICON(?:_URI)?=\"[^\"]*\"", "", text)
        assert [url for url in re.findall(r"https?://[^\s\"'<>,|&\\]+", icons) if url not in said] == [], file.name


@pytest.mark.corpus
@pytest.mark.skipif(not corpus_files(), reason="READINGLIST_CORPUS names no corpus")
def test_the_lists_of_other_projects_hold_as_many_entries_as_ever() -> None:
    folder = corpus_files()[0].parents[2] / "data-driven-list"
    found = {}
    for file in sorted(folder.iterdir()):
        text = file.read_text("utf-8")
        found[file.name.partition("+")[0] + file.suffix] = len(read(text, file.name).entries)
    expected = {"HaomingWang645.yml": 13, "SJTU-DMTai.yaml": 251, "analysis-tools-dev.yml": 1, "awesomedata.yml": 1,
                "best-of-lists.yaml": 25, "censoredplanet.yml": 67, "drvinceknight.yml": 18, "eribeiro.yaml": 237,
                "janosh.md": 113, "janosh.yml": 60, "mattfeng.yaml": 45, "postlight.toml": 1}  # fmt: skip
    assert {name: found[name] for name in expected} == expected


def path_of(found: Imported, area: str | None) -> tuple[str, ...]:
    """Return the titles that lead to an area."""
    if area is None:
        return ()
    return (*path_of(found, found.areas[area].parent), found.areas[area].title)


def as_mark(found: Imported, fields: Any) -> bookmark_oracle.Mark:
    area = next(iter(fields.get("area", ())), None)
    return bookmark_oracle.Mark(
        fields["URL"], tuple(fields.get("tags", ())), fields.get("added"), path_of(found, area), fields.get("reading")
    )


@pytest.mark.corpus
@pytest.mark.skipif(not corpus_files(), reason="READINGLIST_CORPUS names no corpus")
def test_tags_days_folders_and_states_of_every_real_export_are_right() -> None:
    compared = 0
    for file in corpus_files():
        if not (reader := bookmark_oracle.READERS.get(file.parent.name)):
            continue
        text = file.read_text("utf-8", "replace")
        found = read(text, file.name)
        marks = [as_mark(found, each.fields) for each in found.entries if "URL" in each.fields]
        expected = [mark for mark in reader(text) if re.match(r"(?:https?|ftp)://", mark.url)]
        assert marks == expected, file.name
        compared += len(marks)
    assert compared > 500
