"""The code blocks of a page: what stands in the manual is what the tests run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>\w+)(?: (?P<file>\S+))? -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A code block: where it is, what it is written in, what a comment before it says, its text.

    `<!-- file NAME -->` says which file its reader saves it as.
    """

    where: str
    kind: str
    mark: str | None
    text: str
    file: str | None = None


def blocks(*kinds: str, pages: Iterator[Path] | None = None) -> list[Block]:
    """Return the blocks of these kinds, or all, in the pages: in README, CONTRIBUTING and docs/, if none are named."""
    found = []
    for page in pages or every_page():
        text = page.read_text("utf-8")
        for match in _BLOCK.finditer(text):
            if not kinds or match["kind"] in kinds:
                line = text.count("\n", 0, match.start()) + 1
                where = f"{page.relative_to(ROOT)}:{line}"
                found.append(Block(where, match["kind"], match["mark"], match["text"], match["file"]))
    return found


def every_page() -> Iterator[Path]:
    """Yield every page that we write for people."""
    yield from (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md")
    yield from sorted((ROOT / "docs").rglob("*.md"))
