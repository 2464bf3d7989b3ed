"""Which words of a title keep their capitals when a style writes titles in small letters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from readinglist.latex.mathmode import formulas

# A unit is what stands between blanks and brackets: hyphens, slashes and dashes as in Mann–Whitney do not divide it.
_UNIT = re.compile(r"[^\s—…:;,!?\"“”„«»‹›()\[\]{}<>|]+")
_JOINTS = re.compile(r"[-‐‑–/]")
_LANGUAGE = re.compile(r"C\+\+|[CF]#|\.NET")
_AROUND = "'’‘`.*_#$"
_AFTER = _AROUND.replace("#", "")
_SENTENCE_END = re.compile(r"[:?!.][\s\"”’'»)\]]*$")
_OPENING = " \"“«„‘'’‹([{<"
_ABBREVIATION = re.compile(
    r"(?:\b(?:vs?|e\.g|i\.e|cf|resp|approx|dr|mrs?|ms|prof|st|no|vol|al)|\b[A-Za-z])\.\s*$", re.I
)
# Small in every kind of title, so they say nothing about the kind.
_SMALL_WORDS = """
a an the and or nor but for so yet as at by in of off on per to up via with from into onto over upon under between
through toward towards about against among across without within during before after than that is are be vs v s
et al de la le les du des der die das und von van den en y e o el los las di da del using
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_WITHIN_NAMES = frozenset({"of", "the", "de", "la", "du", "des", "di", "da", "del", "van", "von", "der", "den"})
# Stands for a formula while words are told apart: a letter without case, as long as what it hides.
_CASELESS = "\u4e2d"


class Piece(NamedTuple):
    """A stretch of a title, and whether its capitals are to stay."""

    text: str
    protected: bool


# Where a unit starts, where it ends, and the word in it. Plain tuples: there is one for every word of a catalog.
_Unit = tuple[int, int, str]
_Span = tuple[int, int]


def protect(title: str, words: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """Return where the words stand whose capitals must survive: from, up to; in order, none touching another."""
    masked = _without_formulas(title)
    spans, capitals, small = _looked_over(masked)
    named = _may_have_names(masked, capitals, small)
    if not named and not words:
        return tuple(spans)
    units = _units(masked)
    if named:
        spans += _names(masked, units, {masked[start:end] for start, end in spans})
    for word in words:
        spans += (_whole_units(span, units) for span in _occurrences(word, title))
    return tuple(_merged(sorted(spans)))


def pieces(title: str, words: Iterable[str] = ()) -> Iterator[Piece]:
    """Yield the whole title in order, divided into what is protected and what is not."""
    done = 0
    for start, end in protect(title, words):
        if done < start:
            yield Piece(title[done:start], False)
        yield Piece(title[start:end], True)
        done = end
    if done < len(title):
        yield Piece(title[done:], False)


def title_latex(title: str, words: Iterable[str], spell: Callable[[str], str]) -> str:
    """Return the title as `spell` writes it, with braces around what is protected."""
    spans, spelled = protect(title, words), spell(title)
    if not spans:
        return spelled
    if spelled == title:  # what needs no spelling as a whole needs none in parts
        spell = str
    parts, done = [], 0
    for start, end in spans:
        parts += [spell(title[done:start]), braced(spell(title[start:end]))]
        done = end
    return "".join([*parts, spell(title[done:])])


def braced(latex: str) -> str:
    """Return the LaTeX in braces under which BibTeX leaves its letters alone."""
    # `{\` at the outermost level is a special character to BibTeX, and it would change the letters in it.
    return f"{{{{{latex}}}}}" if latex.startswith("\\") else f"{{{latex}}}"


def _without_formulas(title: str) -> str:
    if "$" in title:
        for start, end, _ in formulas(title):
            title = title[:start] + _CASELESS * (end - start) + title[end:]
    return title


def _looked_over(title: str) -> tuple[list[_Span], list[str], list[str]]:
    """Return where odd capitals stand, the units whose capitals are ordinary, and the words in small letters."""
    spans: list[_Span] = []
    capitals: list[str] = []
    small: list[str] = []
    padded, at = f" {title} ", 0
    for word in title.split(" "):
        if word.islower():
            small.append(word)
            continue
        if word.isalpha() and word[1:].islower():  # like most words with a capital, and told without a closer look
            capitals.append(word)
            continue
        odd, ordinary = _looked_at(word)
        if odd:
            at = padded.index(f" {word} ", at)
            spans += [(at + start, at + end) for start, end in odd]
            at += len(word)
        capitals += ordinary
    return spans, capitals, small


@lru_cache(4096)
def _looked_at(word: str) -> tuple[tuple[_Span, ...], tuple[str, ...]]:
    """Return where in a word odd capitals stand, and its other units of letters that can be small or great."""
    units = _units(word)
    odd = [unit for unit in units if _odd_capitals(unit[2])]
    rest = [unit[2] for unit in units if unit not in odd]
    return tuple(unit[:2] for unit in odd), tuple(
        text for text in rest if any(map(str.isupper, text)) or text.islower()
    )


def _units(title: str) -> list[_Unit]:
    units, end = [], 0
    for text in _UNIT.findall(title):
        start = title.index(text, end)  # nothing that could be in a unit stands between two
        end = start + len(text)
        units.append((start, end, text) if text.isalpha() else _bare(start, end, text))
    return [unit for unit in units if unit[2]]


def _bare(start: int, end: int, text: str) -> _Unit:
    """Return a unit without the signs around it, which may leave nothing."""
    left = text if text.startswith(".NET") else text.lstrip(_AROUND)
    word = left.rstrip(_AFTER)
    start = end - len(left)
    word = left if word and "." in word else word
    return start, start + len(word), word


def _odd_capitals(unit: str) -> bool:
    """Tell whether the capitals are more than a first letter: iPhone, GPU, V3, GPT-4, C, C++."""
    if (unit[1:].islower() and unit.isalpha()) or not any(map(str.isupper, unit)):
        return False
    parts = [part.strip(_AROUND) for part in _JOINTS.split(unit)]
    if any(char.isupper() for part in parts for char in part[1:]) or _LANGUAGE.search(unit):
        return True
    capitals = [part for part in parts if len(part) == 1 and part.isupper()]
    if len(parts) > 1 and len(capitals) == len(parts):
        return True
    return any(map(str.isdigit, unit)) or any(capital not in "AI" for capital in capitals)


def _may_have_names(title: str, capitals: list[str], small: list[str]) -> bool:
    """Tell, without looking closer, what may be a sentence from a title that has small or great letters only."""
    if not capitals or (len(capitals) == 1 and capitals[0].isalpha() and title.startswith(capitals[0])):
        return False
    return not _SMALL.issuperset(small) or not all(unit[0].isupper() for unit in capitals)


def _names(title: str, units: list[_Unit], odd: set[str]) -> list[_Span]:
    """Return the capitalised words of a title that is otherwise in small letters."""
    opening: list[_Unit] = []
    inner: list[_Unit] = []
    end = -2
    for unit in units:
        follows = unit[0] == end + 1 and title[end] == " "  # the word before it, with nothing between
        (inner if follows or not _opens_sentence(title, unit[0]) else opening).append(unit)
        end = unit[1] if title[unit[1] - 1].isalpha() else -2
    if not _sentence_case(inner, odd):
        return []
    names = [unit for unit in inner if unit[2][0].isupper() and unit[2] not in ("A", "I")]
    # A style keeps the first letter of a sentence, but only that: not the second name in Mann–Whitney.
    compounds = [unit for unit in opening if not unit[2].isalpha()]
    names += [unit for unit in compounds if any(part[:1].isupper() for part in _JOINTS.split(unit[2])[1:])]
    return [unit[:2] for unit in names]


def _opens_sentence(title: str, start: int) -> bool:
    if start > 1 and title[start - 1] == " " and title[start - 2].isalpha():
        return False
    before = title[max(start - 12, 0) : start]
    if not before.strip(_OPENING):
        return True
    return bool(_SENTENCE_END.search(before)) and not _ABBREVIATION.search(before)


def _sentence_case(inner: list[_Unit], odd: set[str]) -> bool:
    """Tell whether small words outweigh the names; Bank of England is one name."""
    small = names = 0
    in_name = False
    for _, _, word in inner:
        if word in _WITHIN_NAMES or word in odd:
            continue
        if word.lower() in _SMALL:
            in_name = False
            continue
        capital = word[0].isupper()
        names += capital and not in_name
        small += word[0].islower()
        in_name = capital
    return small > 0 and small >= names


def _occurrences(word: str, title: str) -> Iterator[tuple[int, int]]:
    if word.strip() and word in title:
        for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", title):
            yield found.span()


def _whole_units(span: tuple[int, int], units: list[_Unit]) -> tuple[int, int]:
    first = bisect_right(units, span[0], key=itemgetter(1))
    touched = units[first : bisect_left(units, span[1], key=itemgetter(0))]
    return min([span[0], *(start for start, _, _ in touched)]), max([span[1], *(end for _, end, _ in touched)])


def _merged(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start < current[1]:
            current = (current[0], max(current[1], end))
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current
