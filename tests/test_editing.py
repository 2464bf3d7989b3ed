"""The editing commands over small catalogs: the whole text before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from readinglist.catalog_file.change import change
from readinglist.editing import added, assigned, merged, removed, renamed
from readinglist.errors import EditRefused, UnknownName
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Data, Edit

BEFORE = """\
# my list
references:
- id: kwon2023paged  # the vLLM paper
  title: PagedAttention
  DOI: 10.1145/3600006.3613165
  tags: [memory]
- id: pope2022  # scaling
  title: Efficiently Scaling
  arxiv: "2211.05102"
  tags: [inference]
  needs: [kwon2023paged]
"""


@pytest.fixture
def edit(tmp_path: Path) -> Callable[[Callable[[Catalog], Iterable[Edit]]], str]:
    """Return a function that edits the catalog and answers its text afterwards."""
    file = tmp_path / "catalog.yaml"
    file.write_text(BEFORE)

    def made(decide: Callable[[Catalog], Iterable[Edit]]) -> str:
        change([file], decide)
        return file.read_text()

    return made


Made = Callable[[Callable[[Catalog], Iterable[Edit]]], str]


def test_an_entry_is_added_at_the_end_under_a_key_of_its_own(edit: Made) -> None:
    fields: dict[str, Data] = {
        "title": "Attention Is All You Need",
        "author": [{"family": "Vaswani", "given": "A."}],
        "issued": "2017",
    }

    assert edit(lambda catalog: added(catalog, fields)) == BEFORE + (
        "- id: vaswani2017attention\n  title: Attention Is All You Need\n  author:\n"
        "  - {family: Vaswani, given: A.}\n  issued: 2017\n"
    )


def test_a_field_is_set_where_it_stands_and_added_where_it_belongs(edit: Made) -> None:
    after = edit(lambda catalog: assigned(catalog, "pope2022", {"title": "Scaling: a study", "issued": "2022"}))

    assert after == BEFORE.replace("  title: Efficiently Scaling\n", '  title: "Scaling: a study"\n  issued: 2022\n')


def test_an_empty_value_takes_the_field_away(edit: Made) -> None:
    after = edit(lambda catalog: assigned(catalog, "pope2022", {"arxiv": None}))

    assert after == BEFORE.replace('  arxiv: "2211.05102"\n', "")


def test_a_renamed_entry_keeps_its_old_key_and_others_follow(edit: Made) -> None:
    after = edit(lambda catalog: renamed(catalog, "kwon2023paged", "kwon2023"))

    assert after == BEFORE.replace("needs: [kwon2023paged]", "needs: [kwon2023]").replace(
        "- id: kwon2023paged", "- id: kwon2023"
    ).replace("  tags: [memory]\n", "  tags: [memory]\n  aliases: [kwon2023paged]\n")


def test_a_removed_entry_is_needed_by_nobody_any_more(edit: Made) -> None:
    after = edit(lambda catalog: removed(catalog, ["kwon2023paged"]))

    assert after == (
        "# my list\nreferences:\n- id: pope2022  # scaling\n  title: Efficiently Scaling\n"
        '  arxiv: "2211.05102"\n  tags: [inference]\n'
    )


def test_merging_loses_nothing_that_only_one_of_the_two_says(edit: Made) -> None:
    after = edit(lambda catalog: merged(catalog, "kwon2023paged", "pope2022"))

    assert after == (
        "# my list\nreferences:\n- id: kwon2023paged  # the vLLM paper\n  title: PagedAttention\n"
        '  DOI: 10.1145/3600006.3613165\n  arxiv: "2211.05102"\n  tags: [memory, inference]\n'
        "  aliases: [pope2022]\n"
    )


@pytest.mark.parametrize(
    ("decide", "told"),
    [
        (lambda catalog: added(catalog, {"id": "Pope2022"}), "there is an entry 'Pope2022' already; "),
        (lambda catalog: added(catalog, {"arxiv": "2211.05102v2"}), "this is already here as 'pope2022'; "),
        (lambda catalog: assigned(catalog, "pope2022", {"id": "x"}), "an id is changed with `readinglist rename`"),
        (lambda catalog: assigned(catalog, "pope2022", {"issued": "soon"}), "'soon' is not a date; "),
        (lambda catalog: renamed(catalog, "pope2022", "KWON2023paged"), "the id 'kwon2023paged' is taken; "),
        (lambda catalog: renamed(catalog, "pope2022", "a b"), "'a b' is not in its plain form; write a-b"),
        (lambda catalog: merged(catalog, "pope2022", "pope2022"), "'pope2022' and 'pope2022' are the same entry"),
    ],
)
def test_what_would_do_harm_is_refused(edit: Made, decide: Callable[[Catalog], Iterable[Edit]], told: str) -> None:
    with pytest.raises(EditRefused) as refusal:
        edit(decide)

    assert str(refusal.value).startswith(told)
    assert edit(lambda _: []) == BEFORE


def test_an_unknown_entry_is_told_the_nearest(edit: Made) -> None:
    with pytest.raises(UnknownName) as refusal:
        edit(lambda catalog: removed(catalog, ["pope2023"]))

    assert str(refusal.value) == "no entry named 'pope2023'; did you mean 'pope2022'?"
