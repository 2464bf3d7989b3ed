"""Damaged files of every format: nothing crashes, and nothing that arrives is what a catalog refuses."""

import os
import random

import pytest

from readinglist.catalog_file.read import read_fields
from readinglist.exporters import find_exporter
from readinglist.importers import all_importers
from readinglist.recognition import recognise
from tests.exporters.test_golden import every_kind
from tests.importers.test_other_formats import NBIB

PIECES = [
    *"{}[]()\"'\\%#@=,:;&\n\t\x00\ufeff\u2028 -~$",
    "@article{", "@string{a=", "@comment{", "\n}\n", "TY  - ", "ER  - ", "null", "<span class=\"nocase\">",
    "- ", ": ", "&a", "*a", "!!python/object:x", "1e999", "\ud800", "PMID- ", "references:", "🤗", "\\textbf{", "$$",
]  # fmt: skip


# Some of everything that bookmark files are made of; each reader must find its way through all of it.
BOOKMARKS = """\
<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p><DT><H3>Systems</H3><DL><p>
<DT><A HREF="https://example.org/a" ADD_DATE="1700000000" TAGS="a,b">One</A><DD>why
</DL><p></DL>
# Systems
- [Two](https://example.org/b) - why read it
| Paper | Link |
|---|---|
| Three | [pdf](https://example.org/c.pdf) |
URL,Title,Selection,Folder,Timestamp
https://example.org/d,Four,,Unread,1700000000
{"title": "Five", "url": "https://example.org/e", "tags": ["x"], "children": [{"uri": "https://example.org/f"}]}
<outline text="Six" xmlUrl="https://example.org/g"/>
https://example.org/h | Seven
"""


def mutated(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 8)):
        at, end = sorted(chance.randint(0, len(text)) for _ in range(2))
        end = min(end, at + chance.choice([0, 1, 3, 40, 400]))
        text = text[:at] + chance.choice(["", *PIECES, text[end : end + 30]]) + text[end:]
    return text[: chance.randint(0, len(text))] if chance.random() < 0.1 else text


def sources() -> dict[str, str]:
    catalog = every_kind()
    found = {
        name: find_exporter(name)(catalog) for name in ("bibtex", "csl-json", "csl-yaml", "ris", "hayagriva", "cff")
    }
    return found | {"nbib": NBIB, "catalog": "version: 1\n" + found["csl-yaml"]}


@pytest.mark.parametrize("name", all_importers())
def test_a_damaged_file_breaks_nothing(name: str) -> None:
    chance, text = random.Random(name), sources().get(name, BOOKMARKS)
    text = text[:6000] if not os.environ.get("READINGLIST_SOAK") else text
    count = 10_000 if os.environ.get("READINGLIST_SOAK") else 300
    for _ in range(count // len(all_importers())):
        damaged = mutated(text, chance)
        found = all_importers()[name](damaged, "x")
        ids = [str(each.fields["id"]).casefold() for each in found.entries]
        assert len(set(ids)) == len(ids)
        assert all(read_fields(each.fields) for each in found.entries)
        assert all(found.source.position(each.place).line >= 1 for each in found.findings)


def test_any_text_is_recognised_or_refused_in_words() -> None:
    from readinglist.errors import CannotRead

    chance = random.Random(1)
    for text in sources().values():
        for _ in range(20):
            try:
                recognise(mutated(text[:2000], chance), "x")
            except CannotRead as error:
                assert "nothing tells which format this is" in str(error)
