"""Items of a list: which are works, which belong to the work above them, and what they say as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from readinglist.markdown import escape
from readinglist.markdown.blocks import Block, Heading, Item, List, Paragraph, Quote, Raw, Table, inlines
from readinglist.markdown.details import address, tag_of
from readinglist.markdown.further import FURTHER_FIELDS
from readinglist.markdown.parser import words_of
from readinglist.markdown.picking import Picked, pick, task
from readinglist.markdown.roles import link_role
from readinglist.markdown.spans import Inline


@dataclass(frozen=True, slots=True)
class Found:
    """A work that was found: its fields, the line it stands on, and the addresses that its words keep."""

    fields: dict[str, Any]
    line: int
    kept: tuple[str, ...] = ()


def read_item(item: Item, tags: tuple[str, ...] = (), *, below: bool = False) -> Iterator[Found]:
    """Yield the works of an item and of the items in it; `below` a work, an item must begin with its link."""
    inline = _first_line(item)
    state, inline = task(inline) if inline else (None, None)
    picked = pick(inline) if inline else None
    if inline is None or picked is None or picked.nameless or (below and not picked.starts):
        yield from _works_in(item.blocks, _with_label(tags, inline), below=below and picked is not None)
        if inline and picked and picked.nameless and not below:
            yield _found(picked, inline, state, tags, ())
        return
    own, works = _divided(item.blocks[1:])
    fields, kept = _with_further(picked, own)
    yield _found(Picked(fields, picked.kept), inline, state, tags, kept)
    for each in works:
        yield from read_item(each, tags, below=True)


def _found(picked: Picked, inline: Inline, state: str | None, tags: tuple[str, ...], kept: Iterable[str]) -> Found:
    fields = dict(picked.fields)
    if all_tags := list(dict.fromkeys([*tags, *fields.pop("tags", [])])):
        fields["tags"] = all_tags
    if state:
        fields["reading"] = state
    return Found(fields, inline.line, (*(span.href for span in picked.kept), *kept))


def _first_line(item: Item) -> Inline | None:
    first = item.blocks[0] if item.blocks else None
    return first.inline if isinstance(first, Paragraph | Heading) else None


def _with_label(tags: tuple[str, ...], inline: Inline | None) -> tuple[str, ...]:
    """Return the tags with the label of a group, such as `- Linux` above the items about it."""
    words = words_of(inline.content).strip(" :：") if inline and not inline.links else ""
    tag = tag_of(words) if len(words) <= 40 else ""
    return (*tags, tag) if tag and tag[0].isalpha() else tags


def _works_in(blocks: Iterable[Block], tags: tuple[str, ...], *, below: bool) -> Iterator[Found]:
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                yield from read_item(item, tags, below=below)


def _divided(blocks: Iterable[Block]) -> tuple[list[Block], list[Item]]:
    """Part what stands below a work into what is said of it and the works of their own."""
    own: list[Block] = []
    works: list[Item] = []
    for block in blocks:
        if not isinstance(block, List):
            own.append(block)
            continue
        is_work = [any(True for _ in read_item(item, below=True)) for item in block.items]
        works += [item for item, one in zip(block.items, is_work, strict=True) if one]
        if said := tuple(item for item, one in zip(block.items, is_work, strict=True) if not one):
            own.append(replace(block, items=said))
    return own, works


def _with_further(picked: Picked, own: list[Block]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields with what stands below: links to code, slides and video, and the rest as Markdown."""
    fields = dict(picked.fields)
    rest = [left for block in own if (left := _without_further(block, fields))]
    said = [*([fields["annote"]] if "annote" in fields else []), *filter(None, map(as_markdown, rest))]
    if said:
        fields["annote"] = _stacked(said)
    return fields, [link.href for inline in inlines(tuple(rest)) for link in inline.spans]


def _stacked(blocks: list[str]) -> str:
    """Put a first line and what follows it together; a list needs no empty line above it."""
    text = blocks[0]
    for block in blocks[1:]:
        text += ("\n" if block.startswith("- ") else "\n\n") + block
    return text


def _without_further(block: Block, fields: dict[str, Any]) -> Block | None:
    """Return a block without the items that are no more than a link to code, slides or video; note these."""
    if not isinstance(block, List):
        return block
    left = []
    for item in block.items:
        role, url = _further_link(item)
        if role and url and (role not in fields or url == fields["URL"]):
            fields.update({} if url == fields["URL"] else {role: url})
        else:
            left.append(item)
    return replace(block, items=tuple(left)) if left else None


def _further_link(item: Item) -> tuple[str | None, str | None]:
    inline = _first_line(item)
    if inline is None or len(item.blocks) > 1 or len(inline.links) != 1:
        return None, None
    link = inline.links[0]
    if inline.content.strip() != inline.content[link.start : link.end]:
        return None, None
    role = link_role(link.words)
    return (role, address(link.href)) if role in FURTHER_FIELDS else (None, None)


def as_markdown(block: Block) -> str:
    """Return a block as Markdown of its own: lists with dashes, two spaces deeper at each level."""
    if isinstance(block, Paragraph | Heading):
        return spelled_out(block.inline)
    if isinstance(block, List):
        first = block.start or 0
        marks = (f"{first + n}. " if block.start is not None else "- " for n in range(len(block.items)))
        return "\n".join(_item(item, mark) for item, mark in zip(block.items, marks, strict=True))
    if isinstance(block, Quote):
        return "\n".join(f"> {line}".rstrip() for line in _below(block.blocks).splitlines())
    if isinstance(block, Raw):
        return block.text.rstrip()
    return _table(block)


def _item(item: Item, mark: str) -> str:
    lines = _below(item.blocks).splitlines() or [""]
    return "\n".join([(mark + lines[0]).rstrip(), *(" " * len(mark) + line if line else "" for line in lines[1:])])


def _below(blocks: Iterable[Block]) -> str:
    return _stacked(list(filter(None, map(as_markdown, blocks))) or [""])


def _table(table: Table) -> str:
    rows = [[spelled_out(cell) for cell in row] for row in (table.head, *table.rows)]
    lines = ["| " + " | ".join(map(escape.cell, row)) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(table.head), *lines[1:]])


def spelled_out(inline: Inline) -> str:
    """Return running text on one line, with every address beside its link."""
    text, at = "", 0
    for span in inline.spans:
        if span.kind == "link" and not span.inline and span.start >= at:
            text, at = text + inline.content[at : span.start] + escape.link(span.label, span.href), span.end
    return escape.folded(text + inline.content[at:])
