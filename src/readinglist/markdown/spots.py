"""Where in Markdown a placeholder stands (text, address, tag, code), as the parser sees it, and what fits there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from readinglist.catalog_file.scalars import scalar
from readinglist.errors import BadTemplate
from readinglist.markdown import escape
from readinglist.markdown.blocks import front_matter_of
from readinglist.markdown.parser import parse, words_of
from readinglist.markdown.template import Kind, Node, Part, Template, Value, values

if TYPE_CHECKING:
    from markdown_it.token import Token

Spot = Literal[
    "text", "heading", "cell", "address", "part of an address", "title", "bare", "tag", "html", "code", "yaml"
]

_WORD = "zq{}qz"  # what a parser takes for a word, and nobody writes
_OPEN_END = re.compile(r"[!<&\\]$")  # a sign that means something else together with what follows it


def spots(template: Template, part: Part, kinds: Mapping[str, Kind]) -> dict[int, Spot]:
    """Return where each placeholder of a part stands, by its offset; raise `BadTemplate` where none can be right."""
    text = _with_words(template.nodes[part], {"marks": "##"})
    front = front_matter_of(text)
    tokens, references = parse(text[len(front) :])
    found = {word: spot for word, spot in _found(tokens) if word}
    found |= {word: spot for each in references.values() for word, spot in _in_address(str(each["href"]))}
    at: dict[int, Spot] = {}
    for value in values(template.nodes[part]):
        word = _WORD.format(value.offset)
        spot: Spot = "yaml" if word in front else found.get(word, "text")
        line = text[text.rfind("\n", 0, text.find(word)) + 1 : text.find(word)]
        if spot == "text" and line.lstrip().startswith("|"):
            spot = "cell"
        if told := _wrong(spot, line, kinds[value.name], text[text.find(word) + len(word) :]):
            raise BadTemplate(f"{template.place(part, value.offset)}: '{{{value.name}}}' {told}")
        at[value.offset] = spot
    return at


def _wrong(spot: Spot, line: str, kind: Kind, after: str) -> str:
    if spot == "code":
        return "stands in code, where nothing can be escaped; take it out of the backticks"
    if spot == "address" and kind == "markdown":
        return "is no address; write {url}, {code}, {pdf} and the like between the parentheses"
    if spot == "yaml" and (not re.fullmatch(r"\s*(?:[\w-]+:|-)\s+", line) or after.partition("\n")[0].strip()):
        return "does not stand alone behind its key; write `key: {name}`"
    return ""


def _with_words(nodes: tuple[Node, ...], instead: Mapping[str, str]) -> str:
    """Return a part with a word of its own in the place of each placeholder, conditions met and not met alike."""
    parts = []
    for node in nodes:
        if isinstance(node, str):
            parts.append(node)
        elif isinstance(node, Value):
            parts.append(instead.get(node.name) or _WORD.format(node.offset))
        else:
            parts.append(_with_words(node.nodes, instead))
    return "".join(parts)


def _found(tokens: list[Token]) -> Iterator[tuple[str, Spot]]:
    block: Spot = "text"
    for token in tokens:
        if token.type in {"heading_open", "th_open", "td_open", "paragraph_open"}:
            block = "heading" if token.type == "heading_open" else "cell" if token.type[0] == "t" else "text"
        elif token.type == "inline":
            yield from _in_line(token.children or [], block)
        elif token.type in {"fence", "code_block", "html_block"}:
            yield from _in_raw(token.content + token.info, "html" if token.type == "html_block" else "code")


def _in_line(tokens: list[Token], block: Spot) -> Iterator[tuple[str, Spot]]:
    for token in tokens:
        if token.type == "html_inline":
            bare = re.fullmatch(r"<zq\d+qz>", token.content)
            yield from _in_raw(token.content, "bare" if bare else "tag")
        elif token.type == "code_inline":
            yield from _in_raw(token.content, "code")
        else:
            yield from _in_raw(token.content, block)
            yield from _in_line(token.children or [], block)
        yield from _in_raw(str(token.attrs.get("title", "")), "title")
        yield from _in_address(str(token.attrs.get("href") or token.attrs.get("src") or ""))


def _in_raw(text: str, spot: Spot) -> Iterator[tuple[str, Spot]]:
    yield from ((word, spot) for word in re.findall(r"zq\d+qz", text))


def _in_address(href: str) -> Iterator[tuple[str, Spot]]:
    whole = re.fullmatch(r"zq\d+qz", href)
    yield from _in_raw(href, "address" if whole else "part of an address")


def fitting(said: str, kind: Kind, spot: Spot) -> str:
    """Return a value as it must be written where it stands, so that a reader sees just this."""
    if not said:
        return ""
    if kind == "markdown":
        return _markdown(said, spot)
    if spot == "address":
        return escape.destination(said) if kind == "address" else quote(said)
    if spot == "part of an address":
        return quote(said)
    if spot in {"tag", "html"}:
        return html.escape(escape.one_line(said))
    if spot == "yaml":
        return scalar(escape.one_line(said))
    if kind == "address":
        return escape.cell(f"<{bare}>" if spot != "bare" else bare) if (bare := _bare(said)) else ""
    return _text(said, spot)


def _bare(url: str) -> str:
    return re.sub(r"[\s<>|\x00-\x20\x7f]", lambda sign: quote(sign[0]), url)


def _text(said: str, spot: Spot) -> str:
    shown = escape.heading_text(said) if spot == "heading" else escape.line_start(escape.plain_text(said))
    if spot == "title":
        shown = re.sub(r"(?<!\\)[\"')]", r"\\\g<0>", shown)
    if (end := _OPEN_END.search(shown)) and not re.search(r"\\.$", shown):
        shown = f"{shown[: end.start()]}\\{end[0]}"
    return escape.cell(shown) if spot == "cell" else shown


def _markdown(said: str, spot: Spot) -> str:
    """Return Markdown as it is where Markdown may stand, and its words alone where it may not."""
    if spot in {"text", "heading"}:
        return said
    if spot == "cell":
        return escape.cell(escape.folded(said))
    return fitting(words_of(escape.folded(said)), "text", spot)
