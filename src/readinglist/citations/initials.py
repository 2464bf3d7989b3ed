"""Given names cut to initials, or only their initials set right."""

from __future__ import annotations

import functools
import re

_PIECES = re.compile(r"(?P<hyphen>-?)(?P<word>(?:<[^<>]*>)?[^\s.\-]+(?:</[^<>]*>)?)(?P<dot>\.?)|(?P<odd>[-.]+)")


@functools.lru_cache(maxsize=20_000)
def initialized(given: str, ending: str, hyphens: bool) -> str:
    """Every given name as its initial with the ending; words in lower case stay whole."""
    line = ""
    after_word = False
    for piece in _PIECES.finditer(given):
        word, hyphen = piece["word"], piece["hyphen"] if line else ""
        if not word:
            continue
        if _starts_lower(word):
            if hyphen and hyphens and line and not after_word:
                continue
            line = _with_word(line, word)
            after_word = True
            continue
        glue = "-" if hyphen and hyphens else " " if after_word else ""
        line = (line.rstrip() if glue else line) + glue + _initial(word, bool(piece["dot"]), ending)
        after_word = False
    return line.strip()


@functools.lru_cache(maxsize=20_000)
def normalized(given: str, ending: str) -> str:
    """Full names as they are, initials among them with the ending."""
    line = ""
    after_word = False
    for piece in _PIECES.finditer(_whole_words(given)):
        word = piece["word"]
        if not word:
            continue
        if piece["dot"] or (len(word) == 1 and word.isupper()):
            line = (line.rstrip() + " " if after_word else line) + word + ending
            after_word = False
        else:
            line = _with_word(line, word.replace("\ufff0", "-"))
            after_word = True
    return line.strip()


def _whole_words(given: str) -> str:
    """Hyphens between full names hidden, so that the names stay together."""
    return re.sub(r"(?<=\w\w)-(?=\w\w)", "\ufff0", given)


def _with_word(line: str, word: str) -> str:
    return f"{line.rstrip()} {word}" if line else word


def _starts_lower(word: str) -> bool:
    return re.sub(r"<[^<>]*>", "", word)[:1].islower()


def _initial(word: str, dotted: bool, ending: str) -> str:
    opening, bare, closing = _tags(word)
    if dotted:
        short = bare
    elif re.match(r"[^\W\d_a-z]{2}[a-z]", bare) and bare[:2].isupper():
        short = bare[0] + bare[1].lower()
    else:
        short = bare[:1]
    if closing:
        return opening + short + ending.rstrip() + closing + ending[len(ending.rstrip()) :]
    return short + ending


def _tags(word: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(<[^<>]*>)(.*?)(</[^<>]*>)", word)
    return (found[1], found[2], found[3]) if found else ("", word, "")
