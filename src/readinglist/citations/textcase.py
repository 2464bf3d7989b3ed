"""Upper, lower, title and sentence case over rich text; what is marked `nocase` is left alone.

English title case follows its own small grammar: `_STOP_WORDS` stay lower inside a title, words with a capital
of their own stay as they are, and single letters and numbers are nobody's business.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from readinglist.citations.richtext import FIELD_MARKS, NOCASE, NODECOR, Node, Span, leaves

_SMALL = """
    a about above across after against al along alongside amid among amongst an and around as aside at atop
    barring before behind below beneath beside besides between beyond but by circa d de despite down during et
    except for from given in inside into lest like modulo near next nor notwithstanding of off on onto or out
    over per plus pro qua sans since so than the through throughout till to toward towards under underneath
    until unto up upon v van versus via von vs with within without yet
"""
_STOP_WORDS = frozenset(_SMALL.split())
_PROTECTED = {NOCASE, NODECOR, FIELD_MARKS["sup"], FIELD_MARKS["sub"], FIELD_MARKS["sc"]}
_WORD = re.compile(r"[^\W_]+")
_NEW_START = re.compile(r"[:?!]\W*\s\W*$")
_APOSTROPHE = re.compile(r"\w['’`]$")


def is_english(language: str | None, default: str) -> bool:
    """Whether title case applies: the item's own language decides, then the style's or the reader's."""
    return (language or default).lower()[:2] == "en" and not re.match(r"\w{3}", language or default)


def recased(node: Node, case: str, english: bool, turkish: bool = False) -> Node:
    """The node in the asked case; title and sentence case touch English only."""
    if case == "title" and not english:
        return node
    if case in {"uppercase", "lowercase"}:
        upper = _turkish_upper if turkish else str.upper
        return _apply(node, lambda text, _at: upper(text) if case == "uppercase" else text.lower())
    change = _CHANGES.get(case)
    if change is None:
        return node
    return _replaced(node, change)


def _turkish_upper(text: str) -> str:
    return text.replace("i", "İ").upper()


def _replaced(node: Node, change: Callable[[str, str], str]) -> Node:
    """The node with its characters exchanged, one for one, for what `change` makes of the whole text."""
    mask = _mask(node)
    text = "".join(leaves(node))
    changed = change(text, mask)
    return _apply(node, lambda piece, at: changed[at : at + len(piece)])


def _mask(node: Node, protected: bool = False) -> str:
    """One character per character of the node: "x" where it must stay."""
    if isinstance(node, str):
        return ("x" if protected else " ") * len(node)
    return "".join(_mask(part, protected or node.mark in _PROTECTED) for part in node.parts)


def _apply(node: Node, change: Callable[[str, int], str]) -> Node:
    at = 0

    def walk(part: Node) -> Node:
        nonlocal at
        if isinstance(part, str):
            at += len(part)
            return change(part, at - len(part))
        if part.mark in _PROTECTED:
            at += sum(map(len, leaves(part)))
            return part
        return Span([walk(inner) for inner in part.parts], part.mark, part.flips)

    return walk(node)


def _capital(text: str, at: int) -> str:
    upper = text[at].upper()
    return text[:at] + upper + text[at + 1 :] if len(upper) == 1 else text


def _title(text: str, mask: str) -> str:
    words = list(_WORD.finditer(text))
    result = text
    for number, word in enumerate(words):
        before = text[words[number - 1].end() if number else 0 : word.start()]
        first = number == 0 or _NEW_START.search(before) is not None
        if "x" in mask[word.start() : word.end() if not first else word.start() + 1]:
            continue
        result = _title_word(result, word, first, number == len(words) - 1)
    return "".join(old if kept == "x" else new for old, new, kept in zip(text, result, mask, strict=True))


def _title_word(text: str, word: re.Match[str], first: bool, last: bool) -> str:
    start, end = word.span()
    spelled = text[start:end]
    if text[start - 1 : start] in {"_", "{", "<"}:
        return text
    if first:
        return _capital(text, start) if spelled.islower() else text
    if _APOSTROPHE.search(text[:start]) or (len(spelled) < 2 and spelled.lower() not in _STOP_WORDS):
        return text
    if spelled.lower() in _STOP_WORDS and not last:
        return _stop_word(text, start, end)
    return _capital(text, start) if spelled.islower() and len(spelled) > 1 else text


def _stop_word(text: str, start: int, end: int) -> str:
    if end - start > 1 and text[end : end + 1] == "-" and text[start - 1].isspace():
        return _capital(text, start)
    return text


def _sentence(text: str, mask: str) -> str:
    first = _WORD.search(text)
    if first is None:
        return text
    if len(text.lower()) != len(text):
        return _first(text, mask)
    end = first.end()
    rest = (c if kept == "x" else c.lower() for c, kept in zip(text[end:], mask[end:], strict=True))
    kept_first = _capital(text, first.start()) if mask[first.start()] == " " else text
    return kept_first[:end] + "".join(rest)


def _first(text: str, mask: str) -> str:
    word = _WORD.search(text)
    if word is None or mask[word.start()] == "x" or not word[0].islower():
        return text
    return _capital(text, word.start())


def _every(text: str, mask: str) -> str:
    for word in _WORD.finditer(text):
        if mask[word.start()] == " " and word[0].islower() and not _APOSTROPHE.search(text[: word.start()]):
            text = _capital(text, word.start())
    return text


_CHANGES: dict[str, Callable[[str, str], str]] = {
    "title": _title,
    "sentence": _sentence,
    "capitalize-first": _first,
    "capitalize-all": _every,
}
