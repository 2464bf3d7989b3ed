"""Pages that say of themselves that they are not there: by their name, never by their text alone."""

from __future__ import annotations

import re
import unicodedata

from readinglist.links.truth.hint import Hint
from readinglist.links.truth.missing import AROUND, SAYINGS
from readinglist.links.truth.seen import Seen
from readinglist.links.verdict import Verdict

_SHORT, _NOT_LONG = 120, 400  # words
_MOST_WORDS = 16  # of a name that still says nothing else
_BETWEEN = re.compile(r"\s*[|–—·•»«_]\s*|\s+[-/]+\s+|(?<=[.!?])\s+|[。！]")
_NO_WORD = re.compile(r"[\W_]+")
_CODE = re.compile(
    r"(?:(?:http|error|status|code|erreur|fehler|errore|página) )*(?:404|410)(?: (?:error|page|erreur|fehler))*"
)
_RUNS_ON = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")  # scripts without spaces between words


def missing(seen: Seen) -> Hint | None:
    """Return that a page says it is not there: by title and heading, or by one of them where it is short."""
    saying = [name for name in seen.names if says_missing(name)]
    if not saying or len(seen.words) > (_NOT_LONG if len(saying) == len(seen.names) else _SHORT):
        return None
    return Hint(Verdict.SOFT_404, "says-missing", f"it answers 200, and calls itself '{saying[0][:80]}'", certain=True)


def says_missing(name: str) -> bool:
    """Return whether a title or heading, or a part of it that stands alone, says that nothing is there."""
    return any(_says_so(_folded(part)) for part in {name, *_BETWEEN.split(name)})


def _says_so(words: str) -> bool:
    if words.count(" ") >= _MOST_WORDS:
        return False
    if _CODE.fullmatch(words):
        return True
    if not _RUNS_ON.search(words) and not _can_say_so(words.split()):
        return False
    spaced = f" {words} "
    return any(_is_all(spaced, saying) for saying in _SAYINGS if saying in spaced)


def _can_say_so(words: list[str]) -> bool:
    return _ALL_WORDS.issuperset(words) and not _TELLING.isdisjoint(words)


def _is_all(words: str, saying: str) -> bool:
    """Return whether a name is a saying and nothing else but the words that stand around such."""
    rest = words.replace(saying, " ", 1)
    if _RUNS_ON.match(saying.strip()):
        for known in _AROUND_RUNNING_ON:
            rest = rest.replace(known, " ")
    return all(word in _AROUND for word in rest.split())


def _folded(text: str) -> str:
    return " ".join(_NO_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).split())


def _known() -> list[str]:
    """Return the sayings, the long ones first; those of scripts with spaces are whole words."""
    rows = (each for row in SAYINGS.values() for each in re.split(r"/|\n", row))
    folded = {_folded(each) for each in rows} - {""}
    return sorted((each if _RUNS_ON.match(each) else f" {each} " for each in folded), key=len, reverse=True)


_SAYINGS = tuple(_known())
_AROUND = frozenset(_folded(AROUND).split())
_ALL_WORDS = _AROUND.union(*(saying.split() for saying in _SAYINGS))
_TELLING = frozenset().union(*({*saying.split()} - _AROUND or {*saying.split()} for saying in _SAYINGS))
_AROUND_RUNNING_ON = tuple(sorted((word for word in _AROUND if _RUNS_ON.match(word)), key=len, reverse=True))
