"""The items of a JSON text, each read by itself, so that a broken one does not hide the others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from readinglist.importers import _found as said
from readinglist.importers._found import finding
from readinglist.model.finding import Finding

_BLANK = re.compile(r"[\s,]*")
_LIST = re.compile(r'"(?:items|references)"\s*:\s*\[')
_MESSAGE = re.compile(r'"message"\s*:\s*(?=\{)')  # what Crossref wraps its answers in
_NEXT_ITEM = re.compile(r"\}\s*,?\s*(?=\{\s*\")")
_decode = json.JSONDecoder(strict=False).raw_decode


def json_items(text: str, findings: list[Finding]) -> Iterator[tuple[Any, int]]:
    """Yield the items of a list, of `items` or `references`, of a map from key to item, or the one item there is.

    An answer of Crossref is unwrapped.
    """
    start = _blank_end(text, 0)
    if text.startswith("[", start):
        yield from _listed(text, start + 1, findings)
        return
    try:
        whole, end = _decode(text, start)
    except (ValueError, RecursionError):
        if found := _LIST.search(text):
            yield from _listed(text, found.end(), findings)
        elif text.strip():
            findings.append(finding(said.ENTRY_DROPPED, start, "this cannot be read as JSON"))
        return
    if isinstance(whole, dict) and "message-type" in whole and (answer := _MESSAGE.search(text, start, end)):
        whole, start = whole["message"], answer.end()
    if not isinstance(whole, dict):
        findings.append(finding(said.ENTRY_DROPPED, start, "this is JSON, but no item and no list of items"))
    elif found := _LIST.search(text, start, end) if "items" in whole or "references" in whole else None:
        yield from _listed(text, found.end(), findings)
    elif "type" in whole or "title" in whole or not all(isinstance(each, dict | list) for each in whole.values()):
        yield whole, start
    else:
        yield from _by_key(text, whole)
    if text[end:].strip():
        yield from _lines(text, end, findings)


def _by_key(text: str, whole: dict[str, Any]) -> Iterator[tuple[Any, int]]:
    for key, value in whole.items():
        at = max(text.find(json.dumps(key, ensure_ascii=False)), 0)
        for each in value if isinstance(value, list) else [value]:
            yield ({"id": key, **each} if isinstance(each, dict) else each), at


def _listed(text: str, at: int, findings: list[Finding]) -> Iterator[tuple[Any, int]]:
    while True:
        at = _blank_end(text, at)
        if at >= len(text):
            findings.append(
                finding(said.SYNTAX_RECOVERED, max(at - 1, 0), "the list is not closed; the file is cut off")
            )
            return
        if text[at] == "]":
            return
        try:
            item, end = _decode(text, at)
        except (ValueError, RecursionError) as error:
            told = f"this item cannot be read as JSON: {getattr(error, 'msg', 'nested too deeply')}"
            findings.append(finding(said.ENTRY_DROPPED, at, told))
            following = _NEXT_ITEM.search(text, max(at, getattr(error, "pos", at) - 1))
            if not following:
                return
            end = following.end()
        else:
            yield item, at
        at = end


def _lines(text: str, at: int, findings: list[Finding]) -> Iterator[tuple[Any, int]]:
    """Yield what follows a first item: one JSON object a line."""
    while (at := _blank_end(text, at)) < len(text):
        try:
            item, end = _decode(text, at)
        except (ValueError, RecursionError):
            findings.append(finding(said.ENTRY_DROPPED, at, "this cannot be read as JSON"))
            return
        yield item, at
        at = end


def _blank_end(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
