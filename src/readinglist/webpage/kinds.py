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
_PLACES_OF_BLOGS = re.compile(r"//blog\.|/blog/|/posts?/")


def of_a_manual(generator: str, scripts: Iterable[str], url: str) -> bool:
    """Tell whether a tool for manuals made a page, by what it says and what it loads; some of them keep blogs too."""
    made = bool(_MANUALS.search(generator)) or any("documentation_options.js" in script for script in scripts)
    return made and not _PLACES_OF_BLOGS.search(url)


def of_a_blog(generator: str, url: str) -> bool:
    """Tell whether a page is an article of a blog, by what made it and where it stands."""
    return bool(_BLOGS.search(generator) or _PLACES_OF_BLOGS.search(url))
