"""A rendering without addresses beside the catalog: which line is which entry, and what it says otherwise."""

import json
import os
import random
from pathlib import Path

import pytest

from readinglist.catalog_file.read import read_files, read_text
from readinglist.importers import find_importer
from readinglist.reconciling import aligned, remarks

CATALOG = read_text(
    """
references:
- {id: roofline, title: "Roofline: an insightful visual performance model", annote: A model.}
- {id: paged, title: Efficient memory management with PagedAttention, arxiv: "2309.06180", annote: Pages.}
- {id: cs336, title: Stanford CS336 Slides and Videos, annote: A course.}
- {id: lost, title: Something that nobody shows, annote: Lost.}
"""
)
SEEDS = {0: 11, 1: 13, 2: 13, 3: 13, 4: 13}


def test_what_a_rendering_says_otherwise_is_told_with_its_line() -> None:
    rendering = (
        "# Mine\n\n- Efficient memory management with PagedAttention: Pages.\n"
        "- Roofline: Stanford's model\n- Another one: new.\n\n- Stanford CS336 影片: A course.\n"
    )
    assert list(remarks(CATALOG, aligned(CATALOG, rendering))) == [
        (
            4,
            "roofline: title shortened: 'Roofline' is 'Roofline: an insightful visual performance model'"
            " in the catalog",
        ),
        (4, "roofline: annotation changed: 'Stanford's model'"),
        (4, "roofline: invented: it says 'Stanford', which the catalog says of cs336 and not of this"),
        (7, "cs336: title translated: 'Stanford CS336 影片' is 'Stanford CS336 Slides and Videos' in the catalog"),
        (5, "extra: 'Another one: new.' is no entry of the catalog"),
        (0, "missing: lost, 'Something that nobody shows'"),
    ]


def test_words_that_were_glued_together_and_pages_in_html_are_read() -> None:
    glued = "Efficient memory management with PagedAttentionMemory in pages\nStanford CS336Fantastic course\n"
    page = "<ul><li><b>Stanford CS336</b> good<li>Efficient memory management (2309.06180)</ul>"
    assert [match.entry.id for match in aligned(CATALOG, glued).matches] == ["paged", "cs336"]
    assert {match.entry.id for match in aligned(CATALOG, page).matches} == {"paged", "cs336"}


def corpus() -> Path:
    if not (named := os.environ.get("READINGLIST_CORPUS")):
        pytest.skip("READINGLIST_CORPUS names no corpus")
    return Path(named)


@pytest.mark.corpus
@pytest.mark.parametrize("number", SEEDS)
def test_the_renderings_of_the_first_list_align_as_the_gold_standard_says(number: int) -> None:
    gold = json.loads((corpus() / "curation/first-catalog/gold.json").read_text("utf-8"))["entries"]
    (seed,) = (corpus().parent / "seeds").glob(f"{number:03}_*.txt")
    catalog = read_files([Path(__file__).parents[1] / "catalog/further-reading.yaml"])
    found = aligned(catalog, seed.read_text("utf-8"))
    wanted = {each["id"]: [each["title"], *each.get("variants", [])] for each in gold if f"s{number}" in each["in"]}
    assert {match.entry.id for match in found.matches} == set(wanted)
    for match in found.matches:
        bare = match.line.text.replace("’", "'").casefold()
        starts = [title.replace("’", "'").replace("\\", "").casefold() for title in wanted[match.entry.id]]
        assert any(bare.startswith(title) for title in starts), match
    assert found.extra == ()


@pytest.mark.corpus
def test_renderings_made_of_other_lists_align() -> None:
    chance = random.Random(7)
    right = total = 0
    for name in ("kdeldycke", "HuaizhengZhang", "papers-we-love"):
        (file,) = (corpus() / "curation/markdown-list").glob(f"{name}*")
        catalog = find_importer("markdown")(file.read_text("utf-8")).catalog
        catalog = catalog.only(tuple({entry.shown_title: entry for entry in catalog}.values()))
        entries = list(catalog.entries)
        chance.shuffle(entries)
        lines = [f"- {damaged(entry.shown_title, chance)}: 注释 {number}" for number, entry in enumerate(entries)]
        found = aligned(catalog, "\n".join(lines))
        right += sum(entries[match.line.number - 1] is match.entry for match in found.matches)
        total += len(entries)
    assert right >= 0.98 * total, (right, total)


def damaged(title: str, chance: random.Random) -> str:
    kind = chance.randrange(3)
    if kind == 0 and len(title.split()) > 6:
        return " ".join(title.split()[:-2])
    if kind == 1 and len(title) > 12:
        at = chance.randrange(4, len(title) - 2)
        return title[:at] + title[at + 1] + title[at] + title[at + 2 :]
    return title
