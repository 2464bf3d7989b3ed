"""Words about a work that are more than a line: what stands behind the title, and what stands below it."""

from __future__ import annotations

import re

from readinglist.markdown import escape

_OPENS_A_BLOCK = re.compile(r"[-*+][ \t]|\d{1,9}[.)][ \t]|```|~~~|> ?|\|| {4}")


def parted(markdown: str) -> tuple[str, str]:
    """Return the first paragraph of an annotation on one line, and the lists and paragraphs below it."""
    lines = markdown.strip("\n").splitlines()
    end = next((n for n, line in enumerate(lines) if not line.strip() or _OPENS_A_BLOCK.match(line)), len(lines))
    return escape.folded("\n".join(lines[:end])), "\n".join(lines[end:])


def below(body: str, indent: str) -> str:
    """Return the lines that stand below an item, each set in; nothing for nothing."""
    return "".join(f"{indent}{line}\n" if line.strip() else "\n" for line in body.splitlines())
