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
        ' "shared": "no", "time": "2016-10-31T15:57:56Z"}]',
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
    "wallabag": (
        '[{"id": "1", "title": "A", "url": "http:\\/\\/a.example\\/x", "is_read": "1", "is_fav": "0", "tags": "x, y"}]',
        "wallabag JSON of version 1: its items have is_read, is_fav, url",
    ),
    "omnivore": (
        '[{"slug": "a", "title": "A", "author": "Ann Bell", "url": "https://a.example", "state": "Active",'
        ' "readingProgress": 3, "labels": ["x y"], "savedAt": "2024-10-29T16:30:11.000Z",'
        ' "publishedAt": "2024-10-01T00:00:00.000Z"}]',
        "Omnivore JSON: its items have slug, state, readingProgress, savedAt",
    ),
    "linkding": (
        '{"results": [{"url": "https://a.example", "title": "A", "description": "d", "notes": "n",'
        ' "tag_names": ["x"], "unread": true, "date_added": "2020-09-26T09:46:23.006313Z"}]}',
        "linkding JSON: its items have tag_names, url, date_added",
    ),
    "firefox": (
        '{"root": "placesRoot", "children": [{"root": "tagsFolder", "title": "Tags", "children": [{"title": "x y",'
        ' "children": [{"uri": "https://a.example"}]}]}, {"root": "toolbarFolder", "title": "Bar", "children":'
        ' [{"uri": "https://a.example", "title": "A", "dateAdded": 1388166091504000}]}]}',
        "Firefox's bookmarks: its items have placesRoot, children",
    ),
    "readwise": (
        "Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
        "A,https://a.example,1,\"['x', 'y z']\",2026-03-14 23:55:23+00:00,0.42,later,True\n",
        "Readwise Reader CSV: its head is title,url,id,document tags,saved date,reading progress,location,seen",
    ),
    "raindrop": (
        'title,note,excerpt,url,tags,created,folder\n"A ""b""","n\nm",e,https://a.example,"x, y",'
        "2024-03-15T09:30:00Z,Tech / Web\n",
        "Raindrop CSV: its head is title,note,excerpt,url,tags,created,folder",
    ),
    "pinboard-xml": (
        '<?xml version="1.0"?><posts user="me"><post href="https://a.example/?a=1&amp;b=2" time="2016-10-31T15:57:56Z"'
        ' description="A &lt;b&gt;" extended="n" tag="x y" toread="yes" /></posts>',
        "posts of Pinboard or Delicious: its root is <posts>",
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
         "custom": {"private": True}, "listed": False, "URL": "https://a.example"},
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
    "wallabag": [{"title": "A", "tags": ["x", "y"], "reading": "read", "URL": "http://a.example/x"}],
    "omnivore": [
        {"title": "A", "author": [{"family": "Bell", "given": "Ann"}], "issued": "2024-10-01", "tags": ["x y"],
         "added": "2024-10-29", "reading": "to-read", "URL": "https://a.example"}
    ],
    "linkding": [
        {"title": "A", "annote": "d\n\nn", "tags": ["x"], "added": "2020-09-26", "reading": "to-read",
         "URL": "https://a.example"}
    ],
    "firefox": [
        {"title": "A", "tags": ["x y"], "added": "2013-12-27", "URL": "https://a.example", "area": ["bar"]}
    ],
    "readwise": [
        {"title": "A", "added": "2026-03-14", "tags": ["x", "y z"], "reading": "reading", "URL": "https://a.example"}
    ],
    "raindrop": [
        {"title": 'A "b"', "annote": "n\nm", "abstract": "e", "added": "2024-03-15", "tags": ["x", "y"],
         "URL": "https://a.example", "area": ["web"]}
    ],
    "pinboard-xml": [
        {"title": "A <b>", "annote": "n", "tags": ["x", "y"], "added": "2016-10-31", "reading": "to-read",
         "URL": "https://a.example/?a=1&b=2"}
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


def test_what_is_private_there_is_marked_here_and_told() -> None:
    found = read(
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://a.example" PRIVATE="1">A</A>\n'
        '<DT><A HREF="https://b.example" PRIVATE="0">B</A>\n</DL>'
    )
    assert [str(each.fields.get("custom")) for each in found.entries] == ["{'private': True}", "None"]
    assert [(each.severity.value, each.rule, each.message) for each in found.findings] == [
        (
            "info",
            "unknown-field-kept",
            "https://a.example is private in the source; `listed: false` keeps it off lists and pages, not off exports",
        )
    ]


VARIANTS = {
    "tags with a comma in one bookmark have commas in all": (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://a.example" TAGS="machine learning">A</A>\n'
        '<DT><A HREF="https://b.example" TAGS="x,y z">B</A>\n</DL>',
        [{"title": "A", "tags": ["machine learning"], "URL": "https://a.example"},
         {"title": "B", "tags": ["x", "y z"], "URL": "https://b.example"}],
    ),
    "Safari's Reading List is to be read": (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<HTML>\n<Title>Bookmarks</Title>\n<DT><H3 FOLDED '
        'id="com.apple.ReadingList">Reading List</H3>\n<DL><p>\n<DT><A HREF="https://a.example">A</A>\n</DL><p>',
        [{"title": "A", "reading": "to-read", "URL": "https://a.example", "area": ["reading-list"]}],
    ),
    "Instapaper has had five columns": (
        "URL,Title,Selection,Folder,Timestamp\nhttps://a.example,A,,Unread,1700000001\n",
        [{"title": "A", "added": "2023-11-14", "reading": "to-read", "URL": "https://a.example"}],
    ),
    "and six": (
        'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://a.example,A,,Starred,1700000001,"[""x"",""y z""]"\n',
        [{"title": "A", "added": "2023-11-14", "tags": ["x", "y z", "starred"], "URL": "https://a.example"}],
    ),
    "the parts of Pocket begin with a mark, end lines as Windows does, and have a cursor": (
        "\ufefftitle,url,time_added,cursor,tags,status\r\nA,https://a.example,1541343937,,x,unread\r\n",
        [{"title": "A", "tags": ["x"], "added": "2018-11-04", "reading": "to-read", "URL": "https://a.example"}],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIANTS)
def test_dialects(name: str) -> None:
    text, expected = VARIANTS[name]
    found = [{key: value for key, value in each.fields.items() if key != "id"} for each in read(text).entries]
    assert found == expected


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


def test_comments_above_the_records_cost_no_more_than_their_length() -> None:
    head = "".join(f"#   {name}: 1   # a number # never ===== a text\n" for name in "abcdefghij" * 40)
    text = head + "papers:\n- title: One\n  url: https://example.org/one\n"
    found = find_importer("records")(text)
    assert [each.fields["title"] for each in found.entries] == ["One"]
