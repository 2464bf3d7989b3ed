"""Styles found by the words people use for them: name, alias, title or field."""

from __future__ import annotations

import functools
import html
import re
from dataclasses import dataclass
from pathlib import Path

from readinglist.citations.shelf import ALIASES, style_names


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """What a style says about itself, without being read whole."""

    name: str
    title: str
    short_title: str
    format: str
    fields: tuple[str, ...]
    aliases: tuple[str, ...]
    parent: str
    path: Path


_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_SHORT = re.compile(r"<title-short>(.*?)</title-short>", re.DOTALL)
_FORMAT = re.compile(r'citation-format="([^"]*)"')
_FIELD = re.compile(r'<category[^>]*\bfield="([^"]*)"')
_PARENT = re.compile(r'<link[^>]*href="([^"]*)"[^>]*rel="independent-parent"')


def find_styles(words: str, limit: int = 50) -> list[StyleInfo]:
    """Styles that match every word, the likeliest first: whole names before titles, independent before dependent."""
    asked = [word for word in re.split(r"[\W_]+", words.lower()) if word]
    if not asked:
        return []
    found = []
    for name, path in style_names().items():
        near = _nearness(name, asked)
        if near is not None:
            found.append((near, path.parent.name == "dependent", len(name), name, path))
    if not found:
        found = _by_description(asked)
    return [style_info(name, path) for *_, name, path in sorted(found)[:limit]]


def _nearness(name: str, asked: list[str]) -> int | None:
    """0 for the very name or alias, 1 for its words, 2 for parts of words; None for no match."""
    joined = "-".join(asked)
    if name == joined or ALIASES.get(joined) == name or ALIASES.get("".join(asked)) == name:
        return 0
    words = name.split("-")
    if all(word in words for word in asked):
        return 1
    spelled = name.replace("-", "")
    return 2 if all(word in spelled for word in asked) else None


def _by_description(asked: list[str]) -> list[tuple[int, bool, int, str, Path]]:
    """Styles whose title or field has the words; every style's head is read for that."""
    found = []
    for name, path in style_names().items():
        info = style_info(name, path)
        described = f"{info.title} {info.short_title} {' '.join(info.fields)} {info.format}".lower()
        if all(word in described for word in asked):
            found.append((3, path.parent.name == "dependent", len(name), name, path))
    return found


@functools.lru_cache(maxsize=20_000)
def style_info(name: str, path: Path) -> StyleInfo:
    """What the head of a style's file says."""
    with path.open(encoding="utf-8") as file:
        head = file.read(6_000)
    citation_format, parent = _FORMAT.search(head), _PARENT.search(head)
    return StyleInfo(
        name,
        _plain(_TITLE.search(head)) or name,
        _plain(_SHORT.search(head)),
        citation_format[1] if citation_format else "",
        tuple(_FIELD.findall(head)),
        tuple(alias for alias, meant in ALIASES.items() if meant == name),
        parent[1].rpartition("/")[2] if parent else "",
        path,
    )


def _plain(found: re.Match[str] | None) -> str:
    return re.sub(r"\s+", " ", html.unescape(found[1])).strip() if found else ""
