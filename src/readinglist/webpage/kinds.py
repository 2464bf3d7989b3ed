"""What kind of page it is, as far as its maker tells."""

from __future__ import annotations

import re

from readinglist.webpage.page import Page

_MANUALS = re.compile(
    r"sphinx|mkdocs|docusaurus|zensical|mdbook|vuepress|vitepress|rustdoc|doxygen|antora|gitbook|nextra|starlight"
)
_BLOGS = re.compile(
    r"wordpress|blogger|jekyll|hugo|ghost|hexo|pelican|medium|substack|movable type|typepad|11ty|eleventy"
)
_MANUAL_MARKS = ("/_static/documentation_options.js", "/_static/doctools.js", "documentation_options.js")


def is_documentation(page: Page) -> bool:
    """Tell whether a tool for manuals made the page."""
    if _MANUALS.search(page.generator):
        return True
    scripts = (each.get("src") or "" for each in page.listed["script"])
    return any(mark in source for source in scripts for mark in _MANUAL_MARKS)


def is_blog(page: Page) -> bool:
    """Tell whether the page is an article of a blog."""
    return bool(_BLOGS.search(page.generator) or re.search(r"//blog\.|/blog/|/posts?/", page.url))
