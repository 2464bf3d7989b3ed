"""Names in the spelling that BibTeX takes apart into the same parts again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from readinglist.latex.protect import braced
from readinglist.model.person import Person

# Capitalised particles belong to the family name, and a label or an initial must not be made of them alone.
_CAPITAL_PARTICLES = frozenset("Al Bin Da Das De Del Della Den Der Des Di Dos Du El La Le Los Van Von Zu".split())
_JOINS = frozenset({"and", "others"})


class Parts(NamedTuple):
    """A name as BibTeX sees it, each part as LaTeX; what is not there is empty."""

    von: str
    last: str
    jr: str
    first: str

    def __str__(self) -> str:
        von_last = f"{self.von} {self.last}" if self.von else self.last
        return ", ".join(part for part in (von_last, self.jr, self.first) if part)


# A brace group, a command with its arguments, or the text between two of them.
_GROUP = r"\{(?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})*\}"
_ONE_GROUP = re.compile(_GROUP)
_PART = re.compile(rf"{_GROUP}|\\(?:[A-Za-z]+(?:{_GROUP})*|['\"`^~=.](?:[A-Za-z]|{_GROUP})?|.)|[^{{}}\\]+")
_ACCENT = re.compile(r"\{*\\(?:['\"`^~=.][A-Za-z]|[A-Za-z]\{[A-Za-z]\})\}")
_LABEL = 3
_BRACES = str.maketrans("", "", "{}")


def names_latex(people: Sequence[Person], spell: Callable[[str], str], *, others: bool, labelled: bool = False) -> str:
    """Return a list of names as BibTeX reads it; nothing where there is none to print.

    Where entries are `labelled`, a style may make a label of the first letters of a name that stands alone.
    """
    plain = _plain_list(people, spell)
    if plain and not others and (len(people) > 1 or not labelled):
        return plain
    spelled = [plain] if plain else [text for text in [_in_list(person, spell) for person in people] if text]
    if labelled and len(people) == 1 and "\\" in "".join(spelled) and (parts := name_parts(people[0], spell)):
        spelled = [str(parts._replace(last=_with_label(parts.last)))]
    return " and ".join([*spelled, "others"] if spelled and others else spelled)


def _in_list(person: Person, spell: Callable[[str], str]) -> str:
    return _plain_list((person,), spell) or str(name_parts(person, spell) or "")


def _plain_list(people: Sequence[Person], spell: Callable[[str], str]) -> str | None:
    """Return names of nothing but one family name and given names, None where one is more than that."""
    names = [
        f"{person.family}, {person.given}"
        for person in people
        if person.given and " " not in (person.family or " ")
        if not (person.suffix or person.non_dropping_particle or person.dropping_particle)
    ]
    text = " and ".join(names)
    if not len(names) == len(people) == text.count(","):
        return None
    spelled = spell(text)
    if spelled != text and ("$" in text or spelled.count(" ") != text.count(" ")):
        return None  # A formula may begin in one name and end in the next, and a strange blank parts words.
    if "  " in spelled or " ," in spelled or spelled[0] == "," or spelled[-1] == " ":
        return None  # A sign, and with it a name, may be nothing in LaTeX.
    return spelled if _joins_only(spelled, len(names) - 1) else None


def _joins_only(text: str, joins: int) -> bool:
    """Tell whether `and` stands as often as names are joined, and whether nobody is called so or Others."""
    small = text.lower()
    if "others" in small or small.count("and") == joins:
        return "others" not in small
    if small.count(" and ") != joins or " and and " in small:
        return False
    return not (small.startswith("and,") or " and," in small or small.endswith(" and") or ", and " in small)


def name_parts(person: Person, spell: Callable[[str], str]) -> Parts | None:
    """Return the parts of a name, None for one that has nothing to print."""
    if person.literal:
        body = _spelled_words(_words(person.literal, spell), spell)
        return Parts("", braced(body), "", "") if body else None
    particle = [*_words(person.dropping_particle, spell), *_words(person.non_dropping_particle, spell)]
    cut = max((place for place, word in enumerate(particle, 1) if _is_von(word)), default=0)
    von, family = particle[:cut], [*particle[cut:], *_words(person.family, spell)]
    given, suffix = _words(person.given, spell), _words(person.suffix, spell)
    # Without a given name, what stands before the first small letter would be taken for one.
    if any(map(_breaks_lists, von)) or (von and not given and not _is_von(von[0])):
        von, family = [], von + family
    if suffix and not given:  # BibTeX knows a suffix only between a family and a given name
        family, suffix = [*family, *suffix], []
    return _spelled(von, family, suffix, given, spell)


def _spelled(
    von: list[str], family: list[str], suffix: list[str], given: list[str], spell: Callable[[str], str]
) -> Parts | None:
    last, first = _spelled_words(family, spell), _kept_apart(given, spell)
    if not last:
        return Parts("", braced(first), "", "") if first else None
    if _must_stay_whole(family) or (len(family) > 1 and not von and not first):
        last = braced(last)
    return Parts(_spelled_words(von, spell), last, _kept_apart(suffix, spell), first)


def _with_label(last: str) -> str:
    """Return a last name that alpha.bst can cut after three letters.

    Only in braces of its own, outside all others, is a command one letter to it; else it cuts through `\\&`.
    """
    if not _ONE_GROUP.fullmatch(last):
        return _PART.sub(lambda part: f"{{{part[0]}}}" if part[0][0] == "\\" else part[0], last)
    if "\\" not in last.translate(_BRACES)[:_LABEL] or _ACCENT.match(last):
        return last
    inner = last[2:-2] if last.startswith("{{\\") and _ONE_GROUP.fullmatch(last[1:-1]) else last[1:-1]
    return _PART.sub(lambda part: part[0] if part[0].startswith("{\\") else f"{{{part[0]}}}", inner)


def _kept_apart(words: list[str], spell: Callable[[str], str]) -> str:
    text = _spelled_words(words, spell)
    return braced(text) if any(map(_breaks_lists, words)) else text


def _must_stay_whole(family: list[str]) -> bool:
    if any(map(_breaks_lists, family)):
        return True
    return len(family) > 1 and (family[0] in _CAPITAL_PARTICLES or any(map(_is_von, family[:-1])))


def _breaks_lists(word: str) -> bool:
    return "," in word or word.lower() in _JOINS


def _is_von(word: str) -> bool:
    """Tell a particle as BibTeX does: by its first letter, which may be that of a command such as \\textbackslash."""
    return next((sign.islower() or sign in "\\~^" for sign in word if sign.isalpha() or sign in "\\~^"), False)


def _words(text: str | None, spell: Callable[[str], str]) -> list[str]:
    """Return the words that have something to print."""
    return [word for word in (text or "").split() if spell(word)]


def _spelled_words(words: list[str], spell: Callable[[str], str]) -> str:
    return " ".join(spell(" ".join(words)).split())
