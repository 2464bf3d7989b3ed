"""A Markdown list into works, areas, and the addresses that became neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from readinglist.markdown.blocks import Block, Document, Heading, Item, List, Paragraph, Quote, Raw, Table, inlines
from readinglist.markdown.blocks import read_document as read_document
from readinglist.markdown.details import address
from readinglist.markdown.html import html_blocks
from readinglist.markdown.items import Found, as_markdown, read_item
from readinglist.markdown.outline import Outline, heading_title
from readinglist.markdown.picking import pick
from readinglist.markdown.roles import says_something
from readinglist.markdown.spans import BARE, Inline, Span, attributes, trimmed
from readinglist.markdown.tables import read_table

_MAY_END = re.compile(r"(?=[^\w/])|$")  # where an address in running text may be over


@dataclass(frozen=True, slots=True)
class Lost:
    """An address that is in no entry: its line, and why."""

    url: str
    line: int
    reason: str


@dataclass(slots=True)
class MarkdownList:
    """What was read of a Markdown list."""

    title: str | None = None
    areas: dict[str, dict[str, str]] = field(default_factory=dict)
    works: list[Found] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)


def read_list(text: str) -> MarkdownList:
    """Return the works and areas of a Markdown list, and every address that is in none of them."""
    document = read_document(text)
    outline = Outline()
    blocks = tuple(_without_html(document.blocks))
    found = MarkdownList(_title_of(blocks, document.front_matter), outline.areas)
    _walk(blocks, outline, found)
    found.lost = list(_lost(text, document, found.works))
    return found


def _without_html(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with the lists, tables and headings that are HTML as such."""
    for block in blocks:
        if isinstance(block, Raw) and block.html:
            yield from html_blocks(block)
        else:
            yield block


def _title_of(blocks: Iterable[Block], front_matter: str) -> str | None:
    """Return the title of the list: its only heading of the first level, or what the front matter says."""
    tops = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    if len(tops) == 1:
        return heading_title(tops[0].inline) or None
    named = re.search(r"^title:[ \t]*([\"']?)(.+?)\1[ \t]*\r?$", front_matter, re.MULTILINE)
    return named[2] if named else None


def _walk(blocks: Iterable[Block], outline: Outline, found: MarkdownList) -> None:
    waiting: Found | None = None  # a work that is a heading takes the paragraph below it for its annotation
    for block in blocks:
        if waiting and isinstance(block, Paragraph) and not _plain_works(block.inline, None):
            waiting.fields.setdefault("annote", as_markdown(block))
            waiting = None
            continue
        waiting = None
        if isinstance(block, Heading):
            waiting = _heading(block, outline, found)
        elif isinstance(block, List):
            for item in block.items:
                _item(item, outline, found)
        elif isinstance(block, Table):
            _take(read_table(block), outline, found)
        elif isinstance(block, Paragraph):
            _take(_plain_works(block.inline, outline.title), outline, found)
        elif isinstance(block, Quote):
            _take((one for inner in block.blocks if isinstance(inner, List) for one in _items(inner)), outline, found)


def _item(item: Item, outline: Outline, found: MarkdownList) -> None:
    """Take the works of an item; one that begins with a heading is a section."""
    if item.blocks and isinstance(item.blocks[0], Heading):
        _walk(item.blocks, outline, found)
        return
    before = len(found.works)
    _take(read_item(item), outline, found)
    if len(found.works) == before:
        _walk((block for block in item.blocks if isinstance(block, Table)), outline, found)


def _items(block: List) -> Iterator[Found]:
    for item in block.items:
        yield from read_item(item)


def _take(works: Iterable[Found], outline: Outline, found: MarkdownList) -> None:
    for work in works:
        if area := outline.area():
            work.fields["area"] = [area]
        found.works.append(work)


def _heading(block: Heading, outline: Outline, found: MarkdownList) -> Found | None:
    """Enter a section; return the work that its heading is, where it is one."""
    title = heading_title(block.inline)
    outline.enter(block.level, "" if block.level == 1 and title == found.title else title)
    picked = pick(block.inline) if block.level > 1 else None
    if picked is None or not picked.starts or picked.nameless:
        return None
    work = Found(picked.fields, block.inline.line, tuple(span.href for span in picked.kept))
    if area := outline.area(above=True):
        work.fields["area"] = [area]
    found.works.append(work)
    return work


def _plain_works(inline: Inline, heading: str | None) -> list[Found]:
    """Return the works of a paragraph that begins with a link, or each of whose lines does."""
    picked = [(line, pick(line)) for line in inline.lines()]
    if len(picked) > 1 and not all(one and one.starts for _, one in picked):
        picked = [(inline, pick(inline))]
    found = []
    for line, one in picked:
        if one is None or not one.starts or not _begins_with_link(line) or address(one.fields["title"]):
            continue
        fields = dict(one.fields)
        if one.nameless and not says_something(_without_links(line)):
            if not heading:
                continue
            fields["title"] = heading
        found.append(Found(fields, line.line, tuple(span.href for span in one.kept)))
    return found


def _without_links(inline: Inline) -> str:
    text, at = "", 0
    for span in inline.spans:
        text, at = text + inline.content[at : max(at, span.start)], max(at, span.end)
    return text + inline.content[at:]


def _begins_with_link(inline: Inline) -> bool:
    first = next((link for link in inline.links if not link.pictures), None)
    return first is not None and not says_something(inline.content[: first.start])


def _lost(text: str, document: Document, works: Iterable[Found]) -> Iterator[Lost]:
    """Yield every address of the file that is in no entry, in the order of the file."""
    kept = {href for work in works for href in _addresses(work)}
    told: list[Lost] = []
    for inline in inlines(document.blocks):
        told += _lost_spans(inline, kept)
    for block in _raws(document.blocks):
        told += _lost_tags(block, kept)
    for href, line in document.definitions.values():
        told.append(Lost(href, line, "a reference that nothing refers to"))
    known = kept | {each.url for each in told}
    for number, row in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        for match in BARE.finditer(row):
            if not any(match[0][: end.start()] in known for end in _MAY_END.finditer(match[0])):
                told.append(Lost(trimmed(match[0]), number, "no link: it stands in code, a comment or a tag"))
    order = {(each.url, each.line): each for each in reversed(told) if each.url not in kept}
    yield from sorted(order.values(), key=lambda each: each.line)


def _addresses(work: Found) -> Iterator[str]:
    for value in work.fields.values():
        if isinstance(value, str):
            yield value
            yield from (trimmed(match[0]) for match in BARE.finditer(value))
    yield from work.kept


def _lost_spans(inline: Inline, kept: set[str]) -> Iterator[Lost]:
    for span in inline.spans:
        line = inline.line_at(span.start)
        yield from (Lost(source, line, "a picture") for source in span.sources)
        if not span.href:
            continue
        if span.kind == "image":
            yield Lost(span.href, line, "a picture")
        elif span.kind == "link" and not span.href.startswith("#") and not {span.href, address(span.href)} & kept:
            yield Lost(span.href, line, _reason(span))


def _reason(span: Span) -> str:
    if re.match(r"https?:|ftp:", span.href, re.IGNORECASE):
        if not address(span.href):
            return "no address that leads anywhere"
        return "a badge" if span.pictures else "in running text, not at the start of an item"
    if re.match(r"[A-Za-z][\w+.-]*:", span.href):
        return "no address of a page"
    return "a file of the repository, not an address"


def _raws(blocks: Iterable[Block]) -> Iterator[Raw]:
    for block in blocks:
        if isinstance(block, Raw):
            yield block
        elif isinstance(block, Quote):
            yield from _raws(block.blocks)
        elif isinstance(block, List):
            for item in block.items:
                yield from _raws(item.blocks)


def _lost_tags(block: Raw, kept: set[str]) -> Iterator[Lost]:
    if not block.html:
        return
    line, at = block.line, 0
    for match in re.finditer(r"<[A-Za-z][^<>]*>", block.text):
        known = attributes(match[0])
        line, at = line + block.text.count("\n", at, match.start()), match.start()
        for name, url in known.items():
            if name in {"href", "src"} and not url.startswith("#") and not {url, address(url)} & kept:
                yield Lost(url, line, "a picture" if name == "src" else "a link in HTML outside of a list")
