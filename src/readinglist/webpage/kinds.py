"""What kind of page it is, as far as its maker tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MANUALS = re.compile(
    r"sphinx|mkdocs|docusaurus|zensical|mdbook|vuepress|vitepress|rustdoc|doxygen|antora|gitbook|nextra|starlight"
)
_BLOGS = re.compile(
    r"wordpress|blogger|jekyll|hugo|ghost|hexo|pelican|medium|substack|movable type|typepad|11ty|eleventy"
)
_TERM = re.compile(
    r"\b(spring|summer|fall|autumn|winter)(?: term| semester| quarter)?[ ,/_-]{0,3}(20\d\d)(?!\d)", re.IGNORECASE
)
_SEASONS = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}
_COURSE = re.compile(  # CS 336, CSE-599W, 6.5940, 15-442; no COVID-19
    r"\b(?:[A-Z]{2,5} ?\d{2,4}[A-Za-z]{0,2}|[A-Z]{2,5}-\d{3}[A-Za-z]{0,2}|\d\d?\.S?\d{2,5}|\d\d-\d{3})\b"
)
_PLACES_OF_BLOGS = re.compile(r"//blog\.|/blog/|/posts?/")


def of_a_manual(generator: str, scripts: Iterable[str], url: str) -> bool:
    """Tell whether a tool for manuals made a page, by what it says and what it loads; some of them keep blogs too."""
    made = bool(_MANUALS.search(generator)) or any("documentation_options.js" in script for script in scripts)
    return made and not _PLACES_OF_BLOGS.search(url)


def of_a_blog(generator: str, url: str) -> bool:
    """Tell whether a page is an article of a blog, by what made it and where it stands."""
    return bool(_BLOGS.search(generator) or _PLACES_OF_BLOGS.search(url))


def of_a_course(heading: str) -> bool:
    """Tell whether a heading has the number of a course in it."""
    return bool(_COURSE.search(heading))


def term_in(text: str) -> str | None:
    """Return the term that a text names, as a catalog writes it: `2025-21` is a spring."""
    found = _TERM.search(text)
    return f"{found[2]}-{_SEASONS[found[1].lower()]}" if found else None
