"""How alike the titles, authors and years of two versions are, each from 0 to 1, with what tells them apart."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

from readinglist.metadata.titles import folded_title

_ANOTHER_WORD = 0.85
_SMALL_WORDS = frozenset("a an and as at by for from in into is of on or the to towards toward using via with".split())
_ROMAN = frozenset("ii iii iv vi vii viii ix xi xii".split())
_GREEK = {name.split()[-1].lower() for name in map(unicodedata.name, "αβγδεζηθικλμνξοπρστυφχψω")}
_SIGNS = re.compile(r"\d+|[+#]+")
OTHER_NUMBER = "another number or sign"
"""How the reason begins that no likeness of the rest outweighs."""


def title_score(one: str, other: str) -> tuple[float, str]:
    """Return how alike two titles are, from 0 to 1, and what tells them apart."""
    ours, theirs = key_of(one), key_of(other)
    if not ours or not theirs:
        return 0.0, "a title is missing"
    if (apart := _signs(ours) ^ _signs(theirs)) and ours.replace(" ", "") != theirs.replace(" ", ""):
        return 0.0, f"{OTHER_NUMBER} ({', '.join(sorted(apart)[:3])})"
    if ours.replace(" ", "") == theirs.replace(" ", ""):
        return 1.0, ""
    alike = difflib.SequenceMatcher(None, _sorted(ours), _sorted(theirs), autojunk=False).ratio()
    if strange := _strange_words(ours, theirs):
        return min(alike, _ANOTHER_WORD), f"'{strange[0]}' in one only"
    return alike, ""


def key_of(title: str) -> str:
    """Return a title's folded key, with TeX and Greek letters as words."""
    plain = re.sub(r"[${}^_]|\\(?:math\w*|text\w*|rm|it|bf|em)\b|\\", "", title)
    plain = "".join(_spelled(sign) if "α" <= sign.lower() <= "ω" else sign for sign in plain)
    return folded_title(plain)


def _spelled(letter: str) -> str:
    name = unicodedata.name(letter, "").split(" WITH ")[0].rpartition(" ")[2].lower()
    return name if name in _GREEK else letter


def _signs(key: str) -> set[str]:
    numbers = Counter(_SIGNS.findall(key)) + Counter(word for word in key.split() if word in _ROMAN)
    return {f"{sign}×{count}" if count > 1 else sign for sign, count in numbers.items()}


def _sorted(key: str) -> str:
    return " ".join(sorted(key.split()))


def _strange_words(one: str, other: str) -> list[str]:
    """Return the words of one title that the other has in no spelling; small words come and go."""
    ours, theirs = set(one.split()), set(other.split())
    left, right = ours - theirs - _SMALL_WORDS, theirs - ours - _SMALL_WORDS
    strange = [word for word in left if not _occurs(word, right, other)]
    return sorted(strange + [word for word in right if not _occurs(word, left, one)])


def _occurs(word: str, words: Collection[str], title: str) -> bool:
    """Tell whether a word stands among others, joined or taken apart or with a slip."""
    joined = len(word) > 2 and word in title.replace(" ", "")
    return joined or bool(difflib.get_close_matches(word, words, 1, 0.8))


def people_score(ours: Sequence[str], theirs: Sequence[str]) -> tuple[float, str]:
    """Return which share of the shorter list of authors stands in the other, in order."""
    one, other = [_family(name) for name in ours], [_family(name) for name in theirs]
    shorter = min(len(one), len(other))
    if not shorter:
        return 0.0, "authors are not known on both sides"
    blocks = difflib.SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    shared = sum(block.size for block in blocks)
    return shared / shorter, f"{shared} of {shorter}"


def firsts_in_both(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether each list of authors has the first of the other."""
    one, other = [_family(name) for name in ours], [_family(name) for name in theirs]
    return one[0] in other and other[0] in one


def _family(name: str) -> str:
    """Return the last word of a name, folded: particles and second names stand here or there."""
    plain = unicodedata.normalize("NFKD", name).casefold().translate({0xF8: "o", 0x142: "l", 0x111: "d", 0x131: "i"})
    words = re.findall(r"[^\W\d_]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))
    return words[-1] if words else ""


def year_score(preprint: int | None, published: int | None) -> tuple[float, str]:
    """Return how well the years go together: papers come out within two years after their preprint."""
    if preprint is None or published is None:
        return 0.5, "not known on both sides"
    later = published - preprint
    score = 1.0 if 0 <= later <= 2 else 0.5 if later in (-1, 3) else 0.0
    return score, f"{preprint}, {published}"
