"""Where an edit touches the text: two offsets and what shall stand between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from readinglist.catalog_file.scalars import TYPED_FIELDS, entry_lines, field_lines, flow, scalar
from readinglist.errors import EditRefused
from readinglist.model.edit import Data
from readinglist.model.place import Path
from readinglist.model.written import Map, Seq, Written, key_end

_LINE_END = re.compile(r"\r\n|\r|\n|\Z")
_BLOCK_HEADER = re.compile(r"[|>]([-+0-9]*)[ \t]*(#[^\r\n]*)?(?=[\r\n]|\Z)")
_LAST_EOL = re.compile(r"(?:\r\n|\r|\n)\Z")
_TO_THE_DASH = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*-")
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*")


class Splice(NamedTuple):
    """Replace what stands between `start` and `end`."""

    start: int
    end: int
    text: str


def apply(text: str, splices: Sequence[Splice]) -> str:
    """Return the text with all splices made; raise `EditRefused` where two would overlap."""
    parts, at = [""], 0
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        if splice.start < at:
            if not (splice.start == splice.end and _put_before_removed(parts, splice.text)):
                raise EditRefused("two edits want to change the same text; make them one after the other")
            continue
        parts += [text[at : splice.start], splice.text]
        at = splice.end
    return "".join([*parts, text[at:]])


def _put_before_removed(parts: list[str], lines: str) -> bool:
    """Put lines that were to follow a removed one behind the line before it; return whether that can be."""
    *_, before, removed = parts
    if removed or not (eol := re.search(r"(?:\r\n|\r|\n)\Z", before)):
        return False
    parts[-2:] = [before[: eol.start()] + lines + eol[0], ""]
    return True


def replace_value(written: Written, path: Path, value: Data) -> Splice:
    """Give an existing field or list item another value."""
    parent, old = written.node(path[:-1]), written.node(path)
    start, end = _span(parent, path[-1])
    typed = path[-1] in TYPED_FIELDS
    if isinstance(value, str) and not isinstance(old, Map | Seq) and not ("\n" in value and not parent.flow):
        if header := _BLOCK_HEADER.match(written.text, start) if old is not None else None:
            tail = f"  {header[2]}" if header[2] else ""
            end = _content_end(written.text, start, end)
            return Splice(start, end, scalar(value, typed=typed) + tail)
        end = start + len(written.text[start:end].rstrip())
        style = written.text[start] if written.text[start : start + 1] in {"'", '"'} and old is not None else ""
        gap = " " if start == end and written.text[start - 1 : start] in {":", "-"} else ""
        return Splice(start, end, gap + scalar(value, style=style, flow=_in_flow(written, path), typed=typed))
    if _in_flow(written, path) or isinstance(parent, Seq):
        return Splice(start, end, flow(value, typed=typed))
    return _replace_field(written, path, value)


def _replace_field(written: Written, path: Path, value: Data) -> Splice:
    """Write a field of a block map anew, its comments kept above it."""
    parent, name = written.node(path[:-1]), str(path[-1])
    start, value_start, end = parent.span(name)
    end = max(start, _content_end(written.text, value_start, end))
    indent = " " * (written.line_column(start)[1] - 1)
    lines = field_lines(name, value, indent)
    lines[0] = written.text[start : _after_colon(written.text, start, name)] + lines[0][len(scalar(name)) + 1 :]
    eol = _eol(written.text, start)
    old = written.node(path)
    if isinstance(old, Seq) and not old.flow and isinstance(value, Sequence) and list(value[: len(old)]) == list(old):
        return _append_items(written, old, value[len(old) :], eol)
    leaves = _leaves(old) if isinstance(old, Map | Seq) else [(value_start, end)]
    kept = _comments(written, start, end, leaves)
    head = "".join(f"{comment}{eol}{indent}" for comment in kept)
    header = _BLOCK_HEADER.match(written.text, value_start)
    behind = written.text[end : _line_end(written.text, end)]
    if header and header[2]:
        lines[0] += f" {header[2]}"
    elif len(lines) > 1 and behind.lstrip().startswith("#"):  # what follows a line cannot follow several
        lines[0], end = f"{lines[0]} {behind.strip()}", end + len(behind)
    return Splice(start, end, head + eol.join(lines))


def _append_items(written: Written, old: Seq, items: Sequence[Data], eol: str) -> Splice:
    at = _line_end(written.text, old.end)
    indent = " " * (written.line_column(dash_of(written.text, old, 0))[1] - 1)
    return Splice(at, at, "".join(f"{eol}{indent}- {flow(item)}" for item in items))


def append_item(written: Written, path: Path, value: Data) -> Splice:
    """Add an item to a list that has some."""
    old = written.node(path)
    if old.flow:
        at = old.span(-1)[1]
        return Splice(at, at, f", {flow(value)}")
    return _append_items(written, old, [value], _eol(written.text, old.end))


def add_field(written: Written, path: Path, value: Data, rank: Callable[[str], int] | None) -> Splice:
    """Add a field to a map, after those that go before it in canonical order; at the end, where there is no order."""
    parent, name = written.node(path[:-1]), str(path[-1])
    if not isinstance(parent, Map):
        raise EditRefused(f"{written.file}: there is nothing to put '{name}' into")
    if parent.flow or not parent:
        if not parent.flow:
            raise EditRefused(f"{written.file}: there is nothing to put '{name}' into")
        at = parent.span(list(parent)[-1])[2] if parent else parent.end - 1
        text = f"{scalar(name, flow=True)}: {flow(value, typed=name in TYPED_FIELDS)}"
        return Splice(at, at, f", {text}" if parent else text)
    before = _field_before(parent, name, rank)
    at = _line_end(written.text, value_end(written, parent, before)) if before else parent.span(next(iter(parent)))[0]
    indent = " " * (written.line_column(parent.span(next(iter(parent)))[0])[1] - 1)
    eol = _eol(written.text, at)
    lines = [indent * (number == 0) + line for number, line in enumerate(field_lines(name, value, indent))]
    if before:
        return Splice(at, at, "".join(f"{eol}{line}" for line in lines))
    return Splice(at, at, "".join(f"{line}{eol}" for line in lines).removeprefix(indent) + indent)


def _field_before(parent: Map, name: str, rank: Callable[[str], int] | None) -> str | None:
    """Return the field after which another goes; None, where it goes before all."""
    names = list(parent)
    if rank is None:
        return names[-1]
    earlier = [known for known in names if rank(known) < rank(name)]
    return earlier[-1] if earlier else None


def remove(written: Written, path: Path) -> Splice:
    """Take a field, list item or entry away, with its lines where it has lines of its own."""
    parent, step = written.node(path[:-1]), path[-1]
    if not isinstance(parent, Map | Seq):
        raise EditRefused(f"{written.file}: there is no '{step}' to remove")
    if len(parent) == 1:
        return Splice(*_only_child(written, parent, path))
    if parent.flow:
        return _remove_in_flow(parent, step)
    start, end = _whole(parent, step)
    end = max(start, start + len(written.text[start:end].rstrip()))
    if isinstance(parent, Seq):
        start = dash_of(written.text, parent, int(step))
    _, column = written.line_column(start)
    begin = start - column + 1
    if isinstance(parent, Seq):
        return _remove_item(written, begin, end)
    if written.text[begin:start].strip():  # the first field, on the line of its entry's dash
        following = list(parent)[list(parent).index(str(step)) + 1]
        return Splice(start, parent.span(following)[0], "")
    return Splice(begin, _next_line(written.text, end), "")


def _remove_item(written: Written, begin: int, end: int) -> Splice:
    """Take an item with the comments inside it, and one of two blank lines around it."""
    text, after = written.text, _next_line(written.text, end)
    dash = len(text[begin:]) - len(text[begin:].lstrip(" "))
    while (
        (found := re.compile(r"( *)#[^\r\n]*(?:\r\n|\r|\n|\Z)").match(text, after))
        and len(found[1]) > dash
        and found[0]
    ):
        after = found.end()
    if re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z", text[max(0, begin - 200) : begin]):
        blank = re.compile(r"[ \t]*(?:\r\n|\r|\n)").match(text, after)
        after = blank.end() if blank else after
    return Splice(begin, after, "")


def _remove_in_flow(parent: Map | Seq, step: Any) -> Splice:
    index = list(parent).index(step) if isinstance(parent, Map) else step
    steps = list(parent) if isinstance(parent, Map) else list(range(len(parent)))
    if index + 1 < len(parent):
        return Splice(_whole(parent, step)[0], _whole(parent, steps[index + 1])[0], "")
    return Splice(_whole(parent, steps[index - 1])[1], _whole(parent, step)[1], "")


def _only_child(written: Written, parent: Map | Seq, path: Path) -> tuple[int, int, str]:
    empty = "{}" if isinstance(parent, Map) else "[]"
    if parent.flow:
        return parent.start, parent.end, empty
    if isinstance(parent, Seq):
        owner = written.node(path[:-2])
        colon = _after_colon(written.text, owner.span(str(path[-2]))[0], str(path[-2]))
        return (
            colon,
            _content_end(written.text, parent.start, parent.end),
            (f" {empty}{written.text[colon : parent.start].rstrip()}"),
        )
    return parent.start, parent.end, empty


def rename_key(written: Written, path: Path, name: str) -> Splice:
    """Call a field by another name."""
    start = written.node(path[:-1]).span(str(path[-1]))[0]
    return Splice(start, key_end(written.text, start, str(path[-1])), scalar(name))


def add_entries(written: Written, entries: Iterable[Mapping[str, Data]], *, several: bool) -> Splice:
    """Append entries to the references, indented and spaced like those before them."""
    text, references = written.text, written.root.get("references")
    eol = _eol(text, len(text))
    if isinstance(references, Seq) and references and references.flow:
        at = references.span(-1)[1]
        return Splice(at, at, "".join(f", {flow(fields)}" for fields in entries))
    if not isinstance(references, Seq) or not references:
        return _first_entries(written, entries, eol, eol * 2 if several else eol)
    indent = " " * (written.line_column(references.start)[1] - 1)
    at = _entry_end(written, _last_end(text, references), len(indent))
    gap = eol if _spaced(text, references) else ""
    added = "".join(eol + gap + eol.join(entry_lines(fields, indent)) for fields in entries)
    return Splice(at, at, added + ("" if at < len(text) else eol))


def _first_entries(written: Written, entries: Iterable[Mapping[str, Data]], eol: str, gap: str) -> Splice:
    text = written.text
    lines = gap.join(eol.join(entry_lines(fields, "")) for fields in entries)
    if "references" not in written.root:
        before = "" if not text or text.endswith(("\n", "\r")) else eol
        return Splice(len(text), len(text), f"{before}references:{eol}{lines}{eol}")
    key, _, end = written.root.span("references")
    colon = _after_colon(text, key, "references")
    at = _line_end(text, end)
    kept = text[max(end, colon) : at]
    return Splice(colon, at, kept.rstrip() + eol + lines + ("" if at < len(text) else eol))


def _entry_end(written: Written, end: int, dash: int) -> int:
    """Return the end of the last line that belongs to an entry, its trailing comments included."""
    text = written.text
    at = _line_end(text, end)
    while found := re.compile(r"(?:\r\n|\r|\n)( *)#[^\r\n]*").match(text, at):
        if len(found[1]) <= dash:
            break
        at = found.end()
    return at


def _spaced(text: str, references: Seq) -> bool:
    if len(references) < 2:
        return False
    between = text[references.span(-2)[1] : references.span(-1)[0]]
    return bool(re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", between))


def _span(parent: Map | Seq, step: Any) -> tuple[int, int]:
    return parent.span(step)[1:] if isinstance(parent, Map) else parent.span(step)


def _whole(parent: Map | Seq, step: Any) -> tuple[int, int]:
    """Return the offsets of a field with its key, or of an item."""
    if isinstance(parent, Map):
        start, _, end = parent.span(step)
        return start, end
    return parent.span(step)


def value_end(written: Written, parent: Map, name: str) -> int:
    """Return where the value of a field ends, the blank lines after it left out where they mean nothing."""
    node, (_, start, end) = parent[name], parent.span(name)
    return _last_end(written.text, node) if isinstance(node, Map | Seq) else _content_end(written.text, start, end)


def _content_end(text: str, start: int, end: int) -> int:
    """Return where a value ends that YAML reads up to `end`: before the blank lines, unless it keeps them."""
    if (header := _BLOCK_HEADER.match(text, start)) and "+" in header[1]:
        return max(start, end - len(found[0]) if (found := _LAST_EOL.search(text, start, end)) else end)
    return start + len(text[start:end].rstrip())


def _last_end(text: str, node: Map | Seq) -> int:
    """Return where the last value within a map or list ends."""
    if node.flow or not node:
        return node.start + len(text[node.start : node.end].rstrip())
    step: Any = list(node)[-1] if isinstance(node, Map) else len(node) - 1
    child, (start, end) = node[step], _span(node, step)
    return _last_end(text, child) if isinstance(child, Map | Seq) else _content_end(text, start, end)


def dash_of(text: str, parent: Seq, index: int) -> int:
    """Return where the dash of an item of a block list stands."""
    if index == 0:
        return parent.start
    found = _TO_THE_DASH.match(text, _last_end_of(text, parent, index - 1))
    return found.end() - 1 if found else parent.span(index)[0]


def _last_end_of(text: str, parent: Seq, index: int) -> int:
    child = parent[index]
    return _last_end(text, child) if isinstance(child, Map | Seq) else parent.span(index)[1]


def _in_flow(written: Written, path: Path) -> bool:
    return any(written.node(path[:depth]).flow for depth in range(len(path)))


def _comments(written: Written, start: int, end: int, leaves: list[tuple[int, int]]) -> list[str]:
    """Return the comments that stand between the parts of a value."""
    found, at = [], start
    for begin, stop in [*leaves, (end, end)]:
        found += [comment[0] for comment in _COMMENT.finditer(written.text, at, begin)]
        at = stop
    return found


def _leaves(node: Any) -> list[tuple[int, int]]:
    if not isinstance(node, Map | Seq):
        return []
    found: list[tuple[int, int]] = []
    for step, child in node.items() if isinstance(node, Map) else enumerate(node):
        found += _leaves(child) if isinstance(child, Map | Seq) else [_span(node, step)]
    return found


def _after_colon(text: str, start: int, key: str) -> int:
    return text.index(":", key_end(text, start, key)) + 1


def _line_end(text: str, offset: int) -> int:
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)


def _next_line(text: str, offset: int) -> int:
    found = _LINE_END.search(text, offset)
    return found.end() if found else len(text)


def _eol(text: str, offset: int) -> str:
    """Return how the lines around an offset end."""
    found = re.compile(r"\r\n|\r|\n").search(text, offset) or re.search(r"\r\n|\r|\n", text)
    return found[0] if found else "\n"
