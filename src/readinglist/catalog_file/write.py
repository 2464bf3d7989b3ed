"""Surgical edits: the text between two offsets is replaced, and every other byte stays as it was.

`edited` parses its own result and compares it with the data that the edits ask for; where the two differ,
nothing is written. So a file is either changed as asked, or not at all. The result is compared entry by entry
while it is parsed, so that a large catalog is never there twice.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from readinglist.catalog_file import splices
from readinglist.catalog_file.parse import NotYaml, Trouble, parse
from readinglist.catalog_file.splices import Splice
from readinglist.errors import EditRefused
from readinglist.model.edit import AddEntry, Edit, Remove, RenameKey, SetValue
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.header import Header
from readinglist.model.place import Path
from readinglist.model.spelling import canonical_name, spelled
from readinglist.model.written import Map, Node, Written


def edited(written: Written, edits: Sequence[Edit]) -> str:
    """Return the text of a file with these edits made; raise `EditRefused` where that cannot be done exactly."""
    return rewritten(written, edits).text


def rewritten(written: Written, edits: Sequence[Edit], look: Callable[[Node, int], None] | None = None) -> Written:
    """Return a file with these edits made, read anew; raise `EditRefused` where that cannot be done exactly.

    The entries in it are data without places; `look` sees each of them, with its number, as it was read.
    """
    if not edits:
        return written
    if not written.sound:
        raise EditRefused(f"{written.file}: not edited, because it cannot be read as a whole; see `readinglist lint`")
    asked = [_from_top(written, edit) for edit in edits]
    text = splices.apply(written.text, list(_splices(written, asked)))
    root = _as_expected(text, _expected(written, asked), look)
    if root is None and (ended := _ended(written)) is not written:
        root = _as_expected(text, _expected(ended, asked), look)
    if root is None:
        what = ", ".join(sorted({_name(edit) for edit in edits}))
        raise EditRefused(
            f"{written.file}: not edited, because the change of {what} cannot be made without changing more"
        )
    return Written(written.file, text, root, written.bom)


def _ended(written: Written) -> Written:
    """Return a file with its last line ended, which gives a last block of text the line end that it lacked."""
    return written if written.text.endswith(("\n", "\r")) else replace(written, root=parse(written.text + "\n"))


def _from_top(written: Written, edit: Edit) -> Edit:
    """Return the edit, or where it sets a part of something missing, the edit that adds the whole."""
    while isinstance(edit, SetValue) and len(edit.place.path) > 3 and written.node(edit.place.path[:-1]) is None:
        outer = type(edit.place)(edit.place.file, edit.place.path[:-1])
        edit = SetValue(outer, {str(edit.place.path[-1]): edit.value})
    return edit


def _splices(written: Written, edits: Sequence[Edit]) -> Iterator[Splice]:
    yield from (_splice(written, edit) for edit in edits if not isinstance(edit, AddEntry))
    if added := [edit.fields for edit in edits if isinstance(edit, AddEntry)]:
        yield splices.add_entries(written, map(in_order, added), several=len(added) > 1)


def _splice(written: Written, edit: SetValue | Remove | RenameKey) -> Splice:
    match edit:
        case SetValue(place, value):
            path = _as_spelled(written, place.path)
            if _is_there(written, path):
                return splices.replace_value(written, path, value)
            if path[-1] == len(written.node(path[:-1]) or ()):
                return splices.append_item(written, path[:-1], value)
            return splices.add_field(written, path, value, _order_at(path))
        case Remove(place):
            return splices.remove(written, _as_spelled(written, place.path))
        case RenameKey(place, name):
            return splices.rename_key(written, _as_spelled(written, place.path), name)


def in_order(fields: Any) -> dict[str, Any]:
    """Return the fields of an entry in canonical order, unknown ones last."""
    return dict(sorted(fields.items(), key=lambda field: _rank(field[0])))


def _order_at(path: Path) -> Callable[[str], int] | None:
    """Return the canonical order of the fields beside one: those of an entry, or of the file as a whole."""
    if len(path) == 1:
        return _header_rank
    return _rank if path[0] == "references" and len(path) == 3 else None


def _rank(name: str) -> int:
    return _RANKS.get(canonical_name(name), len(_RANKS))


def _header_rank(name: str) -> int:
    return _HEADER.get(name, len(_HEADER))


_RANKS = {name: number for number, name in enumerate(ATTRIBUTES)}
_HEADER = {name: number for number, name in enumerate((*Header.__dataclass_fields__, "references"))}


def _as_spelled(written: Written, path: Path) -> Path:
    """Return the path with the entry's field called as it is in the file."""
    if path[:1] != ("references",) or len(path) < 3:
        return path
    return (*path[:2], spelled(written.node(path[:2]), str(path[2])), *path[3:])


def _is_there(written: Written, path: Path) -> bool:
    parent, step = written.node(path[:-1]), path[-1]
    return step in parent if isinstance(parent, dict) else isinstance(step, int) and step < len(parent or ())


def _as_expected(text: str, expected: dict[str, Any], look: Callable[[Node, int], None] | None) -> Map | None:
    """Return what a text says, if that is what is expected and can be read without trouble."""
    troubles: list[Trouble] = []
    references = expected.get("references")
    wanted: list[Any] = references if isinstance(references, list) else []
    numbers = itertools.count()

    def seen(entry: Node) -> Node:
        number = next(numbers)
        if look:
            look(entry, number)
        same = number < len(wanted) and entry == wanted[number]
        return wanted[number] if same else entry  # the one that is there already, so that the new one can go

    try:
        root = parse(text, 0, troubles, seen)
    except NotYaml:
        return None
    return root if root == expected and not troubles else None


def _expected(written: Written, edits: Sequence[Edit]) -> dict[str, Any]:
    """Return the data that the file must hold afterwards."""
    root: dict[str, Any] = {key: _own(value) for key, value in written.root.items()}
    removed: list[int] = []
    for edit in edits:
        if isinstance(edit, AddEntry):
            root["references"] = root.get("references") or []
            root["references"].append(edit.fields)
            continue
        path = _as_spelled(written, edit.place.path)
        if isinstance(edit, Remove) and len(path) == 2 and path[0] == "references":
            removed.append(int(path[1]))
            continue
        if path[0] == "references" and len(path) > 1:
            root["references"][path[1]] = copy.deepcopy(_plain(root["references"][path[1]]))
        elif len(path) > 1:
            root[str(path[0])] = copy.deepcopy(_plain(root[str(path[0])]))
        _change(root, path, edit)
    for index in sorted(removed, reverse=True):
        del root["references"][index]
    return root


def _change(root: dict[str, Any], path: Path, edit: Edit) -> None:
    parent: Any = root
    for outer in path[:-1]:
        parent = parent[outer]
    step: Any = path[-1]
    if isinstance(edit, SetValue):
        if isinstance(parent, list) and step == len(parent):
            parent.append(edit.value)
        else:
            parent[step] = _plain(edit.value)
    elif isinstance(edit, Remove):
        del parent[step]
    elif isinstance(edit, RenameKey):
        parent[edit.name] = parent.pop(step)


def _own(value: Any) -> Any:
    return list(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    """Return data as plain dicts and lists, which can be copied and changed."""
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _name(edit: Edit) -> str:
    return "the references" if isinstance(edit, AddEntry) else edit.place.field or ".".join(map(str, edit.place.path))
