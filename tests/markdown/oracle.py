"""What a list says, read a second way: straight from the tokens of the CommonMark parser, with rules of its own.

It knows one shape only, the item that begins with its link, and every address wherever it stands.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAG_ADDRESS = re.compile(r"<(?:a|img)\b[^<>]*?\b(?:href|src)\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Expected:
    """An item that begins with a link: what an entry must say."""

    line: int
    url: str
    title: str
    said: str
    section: str


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark").enable("table")
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader


def _without_front_matter(text: str) -> str:
    found = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
    return "\n" * found[0].count("\n") + text[found.end() :] if found else text


def addresses(text: str) -> set[str]:
    """Every address that a link, a picture or a tag of the list leads to."""
    found: set[str] = set()
    for token in _reader().parse(_without_front_matter(text)):
        for each in [token, *_flat(token)]:
            found |= {str(each.attrs[name]) for name in ("href", "src") if name in each.attrs}
            if each.type in {"html_block", "html_inline"}:
                found |= {html.unescape(url) for url in _TAG_ADDRESS.findall(each.content)}
    return {url for url in found if re.match(r"https?://", url, re.IGNORECASE)}


def _flat(token: Token) -> Iterator[Token]:
    for child in token.children or []:
        yield child
        yield from _flat(child)


def items(text: str) -> Iterator[Expected]:
    """Every item of a list that begins with a link into the world, which says more than what kind of link it is."""
    tokens = _reader().parse(_without_front_matter(text))
    only_title = sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == 1
    yield from _items(tokens, only_title)


def _items(tokens: list[Token], only_title: bool) -> Iterator[Expected]:
    section = ""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            section = "" if token.tag == "h1" and only_title else _heading(tokens[at + 1])
        in_item = token.type == "list_item_open" and tokens[at + 1].type == "paragraph_open"
        if in_item and (found := _first_link(tokens[at + 2])):
            url, title, said = found
            yield Expected((token.map or [0])[0] + 1, url, title, said, section)


def _first_link(inline: Token) -> tuple[str, str, str] | None:
    children = inline.children or []
    at = next((n for n, child in enumerate(children) if child.type == "link_open"), None)
    lead = "".join(child.content for child in children[:at])
    if at is None or _WORD.search(re.sub(r"^\[[ xX]\]|:[a-z_]+:|<[^>]*>", "", lead)):
        return None
    end = next(n for n, child in enumerate(children) if n > at and child.type == "link_close")
    words = "".join(" " if child.type == "softbreak" else child.content for child in children[at + 1 : end])
    if not str(children[at].attrs["href"]).startswith("http") or any(c.type == "image" for c in children[at:end]):
        return None
    rest = " ".join(child.content for child in children[end + 1 :] if child.type in {"text", "code_inline"})
    return str(children[at].attrs["href"]), " ".join(words.split()), rest


def _heading(inline: Token) -> str:
    return " ".join("".join(child.content for child in inline.children or []).split())


def words(text: str) -> set[str]:
    """The words of a text, in small letters."""
    return set(re.findall(r"[^\W_]+", text.casefold()))
