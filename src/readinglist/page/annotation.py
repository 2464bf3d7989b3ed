"""The words about an entry, which are Markdown, as HTML of a few harmless elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from readinglist.page import inert

if TYPE_CHECKING:
    from markdown_it.token import Token

# Without one of these a text is one paragraph of plain words, and no parser need look at it.
_MAY_BE_MARKUP = re.compile(r"[*_`\[\]<>&\\~|#\n]|https?:|^\s*(?:[-+]|\d{1,9}[.)])(?:\s|$)|^\s|^(?:=+|-+)\s*$")
_KEPT = frozenset("p em strong s ul ol li blockquote".split())
_AS_PARAGRAPH = {"h1", "h2", "h3", "h4", "h5", "h6", "tr"}


def html(markdown: str) -> str:
    """Return the HTML of an annotation: paragraphs, lists, emphasis, code and links; whatever else it holds is text."""
    if not _MAY_BE_MARKUP.search(markdown):
        return f"<p>{inert.text(markdown)}</p>"
    from readinglist.markdown.parser import parse

    return "".join(_blocks(parse(markdown)[0]))


def _blocks(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        tag = "p" if token.tag in _AS_PARAGRAPH else token.tag
        if token.type == "inline":
            yield "".join(_inline(token.children or []))
        elif token.type in {"fence", "code_block"}:
            yield f"<pre>{inert.text(token.content)}</pre>"
        elif token.type == "html_block":
            yield f"<p>{inert.text(token.content.strip())}</p>"
        elif token.tag in {"td", "th"}:
            yield " " if token.nesting < 0 else ""
        elif tag in _KEPT and not token.hidden:
            yield f"</{tag}>" if token.nesting < 0 else f"<{tag}>"


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    open_links: list[str | None] = []
    for token in tokens:
        if token.type == "link_open":
            open_links.append(inert.address(str(token.attrs.get("href", ""))))
            yield f'<a href="{open_links[-1]}" rel="noopener">' if open_links[-1] else ""
        elif token.type == "link_close":
            yield "</a>" if open_links.pop() else ""
        else:
            yield _word(token)


def _word(token: Token) -> str:
    if token.tag in _KEPT:
        return f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"
    if token.type == "code_inline":
        return f"<code>{inert.text(token.content)}</code>"
    if token.type in {"softbreak", "hardbreak"}:
        return "<br>" if token.type == "hardbreak" else " "
    return inert.text(token.content)
