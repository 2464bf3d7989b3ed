"""One edit changes one place of a file, whatever the file looks like; every other byte stays."""

from __future__ import annotations

import difflib
from random import Random
from typing import Any

import pytest
import yaml

from readinglist.catalog_file.read import write_down
from readinglist.catalog_file.scalars import TYPED_FIELDS
from readinglist.catalog_file.write import edited
from readinglist.errors import EditRefused
from readinglist.model.edit import AddEntry, Edit, Remove, RenameKey, SetValue
from readinglist.model.place import Place
from readinglist.model.written import Map, Written
from tests.catalog_file.ugly import FIELDS, Ugly
from tests.conftest import SOAK

RUNS = 4000 if SOAK else 400

NASTY = (
    *("plain", "Foo: bar", "* x", "*x", "@a", "- x", "? x", "| x", "> x", "&a b", "!x y", "a #b", "#1", "12:30:45"),
    *("1_000", "017", "no", "=", "<<", "~", "null", "2024-01-02", "2022", "é ü 漢字 🚀", "'q'", '"dq"', "it's", "a\\b"),
    *("x: ", "tab\there", "[x] y", "{x} y", "a, b", "a]b", "%x", "`x`", "x:", "http://a.b/c?x=1#y", " lead", "trail "),
    *("\u00a0nb", "multi\nline", "multi\nline\n", "a\n\nb", "- a\n- b", "  ind\nx", "x\n  ind", "\u2028", "\x1b", ""),
    *("\ufeff", "1e3", ".5", "0x1F", "true", "-", "--- x", "...", "key: |", "2023-10", "1.0", "-1", ":x", "a:b", "?x"),
    *("-x", "x\r\ny", "# c\nd", "a\n# b", "x" * 200),
)


def written(text: str) -> Written:
    return write_down("c.yaml", text.encode())[0]


def any_edit(dice: Random, entries: list[Map]) -> Edit:
    number = dice.randrange(len(entries))
    entry, place = entries[number], Place("c.yaml", ("references", number))
    texts = [name for name, value in entry.items() if not isinstance(value, dict | list)]
    missing = [name for name in FIELDS if name not in entry]
    choices: list[Edit] = [
        *[SetValue(place.at(dice.choice(texts)), dice.choice(NASTY))] * 6,
        *[SetValue(place.at(dice.choice(missing)), dice.choice(NASTY))] * 2,
        SetValue(place.at(dice.choice(missing)), ["a", "b, c"]),
        SetValue(place.at("check", "ignore"), ["x"]),
        *[Remove(place.at(dice.choice(list(entry))))] * 2,
        RenameKey(place.at(dice.choice(list(entry))), "another key"),
        AddEntry("c.yaml", {"id": "new", "title": dice.choice(NASTY), "author": [{"family": "X"}]}),
        Remove(place),
    ]
    for name in ("tags", "author"):
        if isinstance(value := entry.get(name), list):
            item = dice.randrange(len(value))
            choices += [
                SetValue(place.at(name), [*value, "new, x"]),
                SetValue(place.at(name), ["only"]),
                SetValue(place.at(name, item), dice.choice(NASTY)),
                SetValue(place.at(name, len(value)), "one more"),
                Remove(place.at(name, item)),
            ]
            if isinstance(value[item], dict):
                choices.append(SetValue(place.at(name, item, "suffix"), "Jr."))
    if entry.get("custom"):
        choices += [SetValue(place.at("custom", "a"), dice.choice(NASTY)), SetValue(place.at("custom", "z"), "x")]
    return dice.choice(choices)


def read_by_others(text: str) -> Any:
    return yaml.load(text, Loader=yaml.SafeLoader)


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def test_an_edit_of_an_ugly_file_is_one_hunk_and_means_what_was_asked() -> None:
    refused = 0
    for seed in range(RUNS):
        dice = Random(seed)
        ugly = Ugly(dice)
        before = ugly.file()
        old = written(before)
        assert old.sound, (seed, before)
        edit = any_edit(dice, list(old.root["references"]))
        try:
            after = edited(old, [edit])
        except EditRefused:
            assert "|" in before, (seed, edit, before)  # a block may own blank lines that follow it, or lack a line end
            refused += 1
            continue
        told = f"seed {seed}\n{edit}\n{before!r}\n--- after\n{after!r}"
        lines = old.text.splitlines(keepends=True), after.splitlines(keepends=True)
        hunks = list(difflib.SequenceMatcher(None, *lines, autojunk=False).get_grouped_opcodes(2))
        assert len(hunks) <= 1, told
        assert ("\r\n" in old.text) <= (after.count("\n") == after.count("\r\n")), told
        if not isinstance(edit, Remove):
            assert [sign for sign in ugly.comments if after.count(sign) != 1] == [], told
        if isinstance(edit, SetValue):
            assert_reads_back(written(after), edit, told)
        read_by_others(after)
    assert refused <= RUNS / 100


def assert_reads_back(new: Written, edit: SetValue, told: str) -> None:
    assert plain(new.node(edit.place.path)) == edit.value, told
    theirs = read_by_others(new.text)
    for step in edit.place.path:
        theirs = theirs[step]
    if isinstance(edit.value, str) and (edit.place.path[-1] in TYPED_FIELDS or edit.value.isdecimal()):
        theirs = str(theirs)  # years and dates stay without quotes, as people write them
    assert theirs == edit.value, told


def edit_of(text: str, edit: Edit) -> str:
    return edited(written(text), [edit])


FIRST = Place("c.yaml", ("references", 0))


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        pytest.param(
            "references:\n- id: a # key\n  title: 'Old' # why\n",
            SetValue(FIRST.at("title"), "It's new"),
            "references:\n- id: a # key\n  title: 'It''s new' # why\n",
            id="the quotes and the comment stay",
        ),
        pytest.param(
            "references:\n- id: a\n  title:\n    Old\n",
            SetValue(FIRST.at("title"), "New"),
            "references:\n- id: a\n  title:\n    New\n",
            id="a value on the next line stays there",
        ),
        pytest.param(
            "references:\n- id: a\n  note: |  # long\n    one\n    two\n\n  title: T\n",
            SetValue(FIRST.at("note"), "short"),
            "references:\n- id: a\n  note: short  # long\n\n  title: T\n",
            id="a comment behind the head of a block stays",
        ),
        pytest.param(
            "references:\n- id: a\n  note: old # why\n",
            SetValue(FIRST.at("note"), "one\ntwo"),
            "references:\n- id: a\n  note: |- # why\n    one\n    two\n",
            id="a comment goes behind the head of a block",
        ),
        pytest.param(
            'references:\n- id: a\n  "tags" : [x]\n',
            SetValue(FIRST.at("tags"), ["b", "c"]),
            'references:\n- id: a\n  "tags" : [b, c]\n',
            id="a key keeps its quotes",
        ),
        pytest.param(
            "references:\n- id: a\n  tags:\n  # why\n  - x # it\n",
            SetValue(FIRST.at("tags", 1), "b"),
            "references:\n- id: a\n  tags:\n  # why\n  - x # it\n  - b\n",
            id="an item is added to a list",
        ),
        pytest.param(
            "references: # all\n- id: a\n# end\n",
            Remove(FIRST),
            "references: [] # all\n# end\n",
            id="the last entry leaves an empty list",
        ),
        pytest.param(
            "references:\n- # a comment - with a dash\n  id: a\n- id: b\n",
            Remove(FIRST),
            "references:\n- id: b\n",
            id="an entry below its dash is removed with the dash",
        ),
        pytest.param(
            "references:\n- id: a\n  annote: |\n    last",
            AddEntry("c.yaml", {"id": "b"}),
            "references:\n- id: a\n  annote: |\n    last\n- id: b\n",
            id="an entry follows a block that has no line end",
        ),
        pytest.param(
            "references:\n- id: a\n  authors: [x]\n",
            SetValue(FIRST.at("author"), ["b"]),
            "references:\n- id: a\n  authors: [b]\n",
            id="a field that is called otherwise is found",
        ),
        pytest.param(
            "references:\r\n- id: a\r\n",
            SetValue(FIRST.at("title"), "T"),
            "references:\r\n- id: a\r\n  title: T\r\n",
            id="lines end as those around them",
        ),
    ],
)
def test_an_edit_leaves_everything_else_as_it_was(before: str, edit: Edit, after: str) -> None:
    assert edit_of(before, edit) == after
