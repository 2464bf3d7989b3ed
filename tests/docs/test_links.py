"""Every link of ours to a page, a part of one or a file of this repository leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.docs.blocks import ROOT, every_page


def dead_links(page: Path) -> list[str]:
    """Return the targets within the repository that do not exist."""
    return [target for target in targets(page) if not leads_somewhere(page, target)]


def targets(page: Path) -> Iterator[str]:
    """Yield where links and pictures of a page lead to, but for those that lead into the web."""
    for token in read(page):
        for child in token.children or ():
            target = str(child.attrs.get("href") or child.attrs.get("src") or "")
            if target and not re.match(r"[a-z]+:", target):
                yield unquote(target)


def leads_somewhere(page: Path, target: str) -> bool:
    """Tell whether there is such a file, and in it such a heading."""
    file, _, anchor = target.partition("#")
    goal = page.parent / file if file else page
    return goal.exists() and (not anchor or anchor in anchors(goal))


@cache
def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub and our site give the headings of a page."""
    tokens = read(page)
    texts = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    found: set[str] = set()
    for slug in (re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-") for text in texts):
        found.add(next(name for name in (slug, *(f"{slug}-{n}" for n in range(1, 1000))) if name not in found))
    return found


@cache
def read(page: Path) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))


@pytest.mark.parametrize("page", list(every_page()), ids=lambda page: str(page.relative_to(ROOT)))
def test_links_within_the_manual_lead_somewhere(page: Path) -> None:
    assert dead_links(page) == []


def test_a_link_to_a_missing_page_heading_or_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# One `two`\n\n# One `two`\n\n    # No heading\n")
    page = tmp_path / "page.md"
    page.write_text(
        "[a](other.md) [b](other.md#one-two) [b](other.md#one-two-1) [c](other.md#no-heading) [d](gone.md)\n\n"
        "| ![e](gone.png) | [f](https://example.org/gone) |\n| - | - |\n| [g][ref] | `[h](gone)` |\n\n[ref]: #here\n"
    )
    assert dead_links(page) == ["other.md#no-heading", "gone.md", "gone.png", "#here"]
