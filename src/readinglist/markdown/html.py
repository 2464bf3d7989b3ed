"""Lists, tables and headings that a Markdown file holds as HTML, as the blocks that they would be in Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from readinglist.markdown import escape
from readinglist.markdown.blocks import Block, Heading, Item, List, Paragraph, Raw, Table
from readinglist.markdown.parser import parser
from readinglist.markdown.spans import Inline, attributes, inline_of

_BLOCK = re.compile(r"<(?P<tag>h[1-6]|li|table)\b[^<>]*>", re.IGNORECASE)
_ENDS = {
    "li": re.compile(r"<(?:/li|li\b|/?[uo]l\b)", re.IGNORECASE),
    "table": re.compile(r"</table", re.IGNORECASE),
    "tr": re.compile(r"<(?:/tr|tr\b|/t(?:head|body|able))", re.IGNORECASE),
    "td": re.compile(r"<(?:/t[dh]|t[dh]\b|/tr)", re.IGNORECASE),
}
_HEADING_END = re.compile(r"</h[1-6]", re.IGNORECASE)
_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"<t(?P<kind>[dh])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<(/?)([A-Za-z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.DOTALL)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "del": "~~", "s": "~~"}


def html_blocks(block: Raw) -> Iterator[Block]:
    """Yield the headings, the items of lists and the tables of a piece of HTML."""
    at = 0
    lines = _counter(block)
    while found := _BLOCK.search(block.text, at):
        tag = found["tag"].lower()
        end = _end(block.text, found.end(), _ENDS.get(tag, _HEADING_END))
        at = end if tag != "table" else end + 1
        if tag == "table":
            yield from _table(block.text, found.end(), end, lines)
        else:
            line = lines(found.start())
            inline = _inline(block.text[found.end() : end], line)
            yield Heading(int(tag[1]), inline) if tag != "li" else List((_item(inline),))


def _counter(block: Raw) -> Callable[[int], int]:
    """Return what tells the line of each of ever later places."""
    line, before = block.line, 0

    def line_at(offset: int) -> int:
        nonlocal line, before
        line, before = line + block.text.count("\n", before, offset), max(before, offset)
        return line

    return line_at


def _end(text: str, start: int, sign: re.Pattern[str], limit: int | None = None) -> int:
    found = sign.search(text, start, len(text) if limit is None else limit)
    return found.start() if found else len(text) if limit is None else limit


def _item(inline: Inline) -> Item:
    return Item((Paragraph(inline),), inline.line)


def _table(text: str, start: int, end: int, lines: Callable[[int], int]) -> Iterator[Block]:
    """Yield a table; one without a head, in the cells of which works stand side by side, is a list of them."""
    rows: list[list[Inline]] = []
    headed = False
    for row in _ROW.finditer(text, start, end):
        stop = _end(text, row.end(), _ENDS["tr"], end)
        cells = list(_CELL.finditer(text, row.end(), stop))
        headed = headed or (not rows and bool(cells) and all(cell["kind"] in "hH" for cell in cells))
        rows.append([_inline(text[c.end() : _end(text, c.end(), _ENDS["td"], stop)], lines(c.start())) for c in cells])
    rows = [row for row in rows if row]
    if not rows:
        return
    if not headed and any(sum(map(_begins_with_link, row)) > 1 for row in rows):
        yield List(tuple(_item(cell) for row in rows for cell in row))
        return
    head = rows.pop(0) if headed else [_inline(word, rows[0][0].line) for word in ("title", *["notes"] * 20)]
    yield Table(tuple(head), tuple(_as_wide(row, len(head)) for row in rows)) if headed else _narrow(head, rows)


def _narrow(head: Sequence[Inline], rows: Sequence[Sequence[Inline]]) -> Table:
    width = min(max(map(len, rows)), len(head))
    return Table(tuple(head[:width]), tuple(_as_wide(row, width) for row in rows))


def _as_wide(row: Sequence[Inline], width: int) -> tuple[Inline, ...]:
    return (*row[:width], *(Inline("", row[0].line) for _ in range(width - len(row))))


def _begins_with_link(inline: Inline) -> bool:
    return bool(inline.links) and not inline.links[0].pictures and not inline.content[: inline.links[0].start].strip()


def _inline(markup: str, line: int) -> Inline:
    """Return a piece of HTML as running text in Markdown."""
    text = " ".join("".join(_as_markdown(markup)).split())
    (token,) = parser().parseInline(text)
    return inline_of(token, line)


def _as_markdown(markup: str) -> Iterable[str]:
    at, opened, in_code = 0, [""], False
    for tag in _TAG.finditer(markup):
        yield _text(markup[at : tag.start()], in_code)
        in_code = tag[1] != "/" if (tag[2] or "").lower() == "code" else in_code
        at, name, known = tag.end(), (tag[2] or "").lower(), attributes(tag[0])
        if name == "a" and not tag[1] and known.get("href"):
            opened.append(f"]({escape.destination(known['href'])})")
            yield "["
        elif name == "a" and tag[1]:
            yield opened.pop() if len(opened) > 1 else ""
        elif name == "img" and known.get("src"):
            yield f"![{escape.link_text(known.get('alt', ''))}]({escape.destination(known['src'])})"
        else:
            yield _MARKS.get(name, " " if name in {"br", "p", "div"} else "")
    yield _text(markup[at:], in_code)
    yield from reversed(opened)


def _text(text: str, in_code: bool) -> str:
    """Return text between tags with the spaces at its ends: escaped, but within code, where nothing can be."""
    words = html.unescape(text)
    if in_code:
        return words.replace("`", "'")
    shown = escape.plain_text(words)
    return f"{' ' * words[:1].isspace()}{shown}{' ' * (words[-1:].isspace() and bool(shown))}"


def text_of(markup: str) -> str:
    """Return the words of a piece of HTML on one line."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", markup)).split())
