"""What became of the works between two states of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.catalog_file.read import read_text
from readinglist.history.differences import differences

BEFORE = """\
references:
- {id: a, title: A, area: [x], URL: "https://example.org/a"}
- {id: b, title: B, area: [x], annote: Read it.}
- {id: c, title: C, area: [x]}
- {id: d, title: D, area: [y]}
"""


def told(before: str, after: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    found = differences(read_text(before), read_text(after))
    return [(each.entry.id, each.kinds, tuple(field.field for field in each.fields)) for each in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: C,", "title: C,  ", []),
        ("- {id: c, title: C, area: [x]}", "- id: c\n  area: x\n  title: 'C'  # why", []),
        ("- {id: c, title: C, area: [x]}\n", "", [("c", ("removed",), ())]),
        ("title: C", "title: Sea", [("c", ("changed",), ("title",))]),
        ("title: C", "title: C, annote: Now.", [("c", ("re-annotated",), ("annote",))]),
        ("annote: Read it.", "annote: Read!, DOI: 10.1234/x", [("b", ("re-annotated", "changed"), ("annote", "DOI"))]),
        ("title: D, area: [y]", "title: D, area: [x]", [("d", ("moved",), ())]),
        ("id: c, title: C", "id: sea, aliases: [c], title: C", [("sea", ("renamed",), ())]),
        ("id: a, title: A", "id: aleph, title: A", [("aleph", ("renamed",), ())]),
        ("id: c, title: C", "id: sea, title: C", [("sea", ("added",), ()), ("c", ("removed",), ())]),
        ("references:\n", "references:\n- {id: new, title: N}\n", [("new", ("added",), ())]),
    ],
)
def test_each_kind_of_change_is_told_as_what_it_is(old: str, new: str, expected: list[object]) -> None:
    assert old in BEFORE
    assert told(BEFORE, BEFORE.replace(old, new)) == expected


def test_the_fewest_works_are_said_to_stand_elsewhere() -> None:
    last_first = """\
references:
- {id: c, title: C, area: [x]}
- {id: a, title: A, area: [x], URL: "https://example.org/a"}
- {id: b, title: B, area: [x], annote: Read it.}
- {id: d, title: D, area: [y]}
"""
    assert told(BEFORE, last_first) == [("c", ("reordered",), ())]


@given(st.permutations(range(12)))
def test_taking_out_what_was_reordered_leaves_the_old_order(order: list[int]) -> None:
    text = "references:\n" + "".join(f"- {{id: w{number:02}, title: W}}\n" for number in range(12))
    after = "references:\n" + "".join(f"- {{id: w{number:02}, title: W}}\n" for number in order)
    moved = {name for name, _, _ in told(text, after)}
    stayed = [f"w{number:02}" for number in order if f"w{number:02}" not in moved]
    assert stayed == sorted(stayed)


def test_a_list_is_no_different_from_itself() -> None:
    assert told(BEFORE, BEFORE) == []
