"""A Markdown file as blocks: headings, paragraphs, lists, tables, each with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from readinglist.markdown.parser import parse
from readinglist.markdown.spans import Inline, inline_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level."""

    level: int
    inline: Inline


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    inline: Inline


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: everything that stands in it."""

    blocks: tuple[Block, ...]
    line: int


@dataclass(frozen=True, slots=True)
class List:
    """A list, numbered or not."""

    items: tuple[Item, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the cells of its head and of each row."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Raw:
    """Code, or HTML that stands for itself, as it is in the file."""

    text: str
    line: int
    html: bool = False


Block = Heading | Paragraph | List | Table | Quote | Raw


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its blocks, what stands before them, and where reference labels lead."""

    blocks: tuple[Block, ...]
    front_matter: str
    definitions: Mapping[str, tuple[str, int]]


def front_matter_of(text: str) -> str:
    """Return the lines at the top that a site's generator reads, nothing where there are none."""
    front = _FRONT_MATTER.match(text)
    return front[0] if front else ""


def read_document(text: str) -> Document:
    """Return the blocks of a Markdown file."""
    matter = front_matter_of(text)
    body = "\n" * matter.count("\n") + text[len(matter) :]
    tokens, references = parse(body)
    blocks, _ = _blocks(tokens, 0, "")
    definitions = {label: (str(each["href"]), each["map"][0] + 1) for label, each in references.items()}
    return Document(tuple(blocks), matter, definitions)


def _blocks(tokens: list[Token], at: int, until: str) -> tuple[list[Block], int]:
    """Return the blocks from a token on, up to the one that closes them, and where that is."""
    found: list[Block] = []
    while at < len(tokens) and tokens[at].type != until:
        token = tokens[at]
        if token.type == "heading_open":
            found.append(Heading(int(token.tag[1]), _inline(tokens[at + 1])))
        elif token.type == "paragraph_open":
            found.append(Paragraph(_inline(tokens[at + 1])))
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            items, at = _items(tokens, at + 1)
            found.append(List(tuple(items), int(token.attrs.get("start", 1)) if token.tag == "ol" else None))
        elif token.type == "blockquote_open":
            inner, at = _blocks(tokens, at + 1, "blockquote_close")
            found.append(Quote(tuple(inner)))
        elif token.type == "table_open":
            table, at = _table(tokens, at + 1)
            found.append(table)
        elif token.type in {"html_block", "fence", "code_block"}:
            found.append(_raw(token))
        at += 1
    return found, at


def _raw(token: Token) -> Raw:
    if token.type == "fence":
        return Raw(f"{token.markup}{token.info}\n{token.content}{token.markup}\n", _line(token))
    if token.type == "code_block":
        return Raw("".join(f"    {line}" for line in token.content.splitlines(keepends=True)), _line(token))
    return Raw(token.content, _line(token), html=True)


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _inline(token: Token) -> Inline:
    return inline_of(token, _line(token))


def _items(tokens: list[Token], at: int) -> tuple[list[Item], int]:
    items = []
    while tokens[at].type == "list_item_open":
        line = _line(tokens[at])
        blocks, at = _blocks(tokens, at + 1, "list_item_close")
        items.append(Item(tuple(blocks), line))
        at += 1
    return items, at


def _table(tokens: list[Token], at: int) -> tuple[Table, int]:
    rows: list[list[Inline]] = []
    while tokens[at].type != "table_close":
        if tokens[at].type == "tr_open":
            rows.append([])
        elif tokens[at].type == "inline":
            rows[-1].append(_inline(tokens[at]))
        at += 1
    head, *body = rows
    return Table(tuple(head), tuple(map(tuple, body))), at


def inlines(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    """Yield all running text in blocks, in the order of the file."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.inline
        elif isinstance(block, List):
            for item in block.items:
                yield from inlines(item.blocks)
        elif isinstance(block, Quote):
            yield from inlines(block.blocks)
        elif isinstance(block, Table):
            for row in (block.head, *block.rows):
                yield from row
