"""What stands above a list in Markdown: front matter for a site, and a table of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.catalog_file.scalars import scalar
from readinglist.markdown import escape
from readinglist.model.catalog import Catalog

BADGE = "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)"


def front_matter(site: str, catalog: Catalog) -> str:
    """Return the lines that Jekyll and Distill read before the text."""
    layout = {"jekyll": "page", "distill": "distill"}[site]
    lines = [f"layout: {layout}", f"title: {scalar(catalog.title or 'Reading list')}"]
    lines += [f"description: {scalar(catalog.description)}"] if catalog.description else []
    return "".join(f"{line}\n" for line in ["---", *lines, "---"])


def contents(sections: Iterable[tuple[str, int]]) -> str:
    """Return a list of links to headings, each with its depth, as GitHub makes their anchors."""
    seen: dict[str, int] = {}
    lines = []
    for title, depth in sections:
        anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        number = seen.get(anchor, 0)
        seen[anchor] = number + 1
        target = f"#{anchor}-{number}" if number else f"#{anchor}"
        lines.append(f"{'  ' * depth}- {escape.link(escape.link_text(title), target)}\n")
    return "".join(lines)
