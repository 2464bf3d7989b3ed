"""The addresses in a Markdown, HTML or plain text, each with its offset; every pattern runs in linear time."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

_SCHEME = re.compile(r"(?:https?://|ftp://|mailto:|doi:10\.|arxiv:\d|javascript:|data:|file:)", re.IGNORECASE)
_FENCE = re.compile(r" {0,3}(`{3,}(?!.*`)|~{3,})")
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]+\1(?!`)")
_TARGETS = (
    re.compile(r"\]\(\s{0,9}<(?P<url>[^<>\n]{1,2000})>"),
    re.compile(r"\]\(\s{0,9}(?P<url>[^\s()<>]{1,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,9})"),
    re.compile(r"^ {0,3}\[[^\[\]\n]{1,500}\]:[ \t]{0,9}<?(?P<url>[^\s<>]{1,2000})", re.MULTILINE),
)
_VALUE = re.compile(r"=\s{0,9}(?:\"(?P<a>[^\"<>]{1,4000})\"|'(?P<b>[^'<>]{1,4000})')")
_NAMED = re.compile(r"\b(?:href|src)\s{0,9}\Z", re.IGNORECASE)
_LONGEST_NAME = len("href") + 9
_BARE = re.compile(r"(?<![\w@/.-])https?://[^\s<>\"'`{}|\\^]{1,2000}", re.IGNORECASE)


def links_in(text: str, html: bool = False) -> Iterator[tuple[str, int]]:
    """Yield every address that a reader could follow, in the order of the text; code is no link."""
    text = _without_comments(text)
    if not html:
        text = _CODE.sub(_blank, _without_fences(text))
    found: dict[int, str] = {}
    for pattern in () if html else _TARGETS:
        for match in pattern.finditer(text):
            _keep(found, match["url"], match.start("url"))
    for match in _values(text):
        group = "a" if match["a"] is not None else "b"
        _keep(found, match[group], match.start(group))
    taken = sorted(found.items())
    for match in () if html else _BARE.finditer(text):
        before = bisect.bisect_right(taken, (match.start(), "\U0010ffff")) - 1
        if before < 0 or match.start() >= taken[before][0] + len(taken[before][1]):
            _keep(found, _trimmed(match[0]), match.start())
    for start in sorted(found):
        yield _unescaped(found[start]), start


def _values(text: str) -> Iterator[re.Match[str]]:
    """Yield the values of the attributes that are links; to look for `=` first takes a tenth of the time."""
    at = text.find("=")
    while at >= 0:
        match = _VALUE.match(text, at)
        if match and _NAMED.search(text, max(0, at - _LONGEST_NAME), at):
            yield match
            at = match.end() - 1
        at = text.find("=", at + 1)


def _without_comments(text: str) -> str:
    """Return a text of the same length with blanks where a comment was; one that never ends is none."""
    parts, at = list[str](), 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += (text[at:start], _blanked(text[start : end + 3]))
        at = end + 3
    return "".join((*parts, text[at:]))


def _without_fences(text: str) -> str:
    """Return a text of the same length with blanks where a fenced block of code was; one may run to the end."""
    fence, lines = "", list[str]()
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        inside = bool(fence)
        if mark and not fence:
            fence = mark[1]
        elif mark and fence and mark[1].startswith(fence) and not line[mark.end() :].strip():
            fence = ""
        lines.append(_blanked(line) if inside or fence else line)
    return "".join(lines)


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _blank(found: re.Match[str]) -> str:
    return _blanked(found[0])


def _keep(found: dict[int, str], url: str, start: int) -> None:
    if _SCHEME.match(url):
        found.setdefault(start, url)


def _trimmed(url: str) -> str:
    """Return a bare address without the punctuation of the sentence around it."""
    while url and (
        url[-1] in ".,;:!?*_~" or (url[-1] in ")]" and url.count(url[-1]) > url.count("(["[")]".index(url[-1])]))
    ):
        url = url[:-1]
    return url


def _unescaped(url: str) -> str:
    if "\\" in url or "&" in url:
        from html import unescape  # it holds every entity that there is

        url = unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", url))
    return url.strip()
