"""Lists of names: BibTeX's rules, by pybtex where a name is not a plain one, and what people write against them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from readinglist.latex.decode import plain_text

Name = dict[str, str]

_AND = re.compile(r"\s+and(?=\s)", re.IGNORECASE)
_EDGES = re.compile(r"\A(?:\s*and\s+)+|(?:\s+and\s*)+\Z", re.IGNORECASE)
_FAMILY_GIVEN = re.compile(r"([^\W\d_a-z][^\s{}\\,;~$]*), ([^{}\\,;~$=]+)")
_GIVEN_FAMILY = re.compile(r"((?:[^\W\d_a-z][^\s{}\\,;~$]* )+)([^\W\d_a-z][^\s{}\\,;~$]*)")
_OTHER_GROUP = re.compile(r"\{(?!\\)")
# A brace group that begins with a command and goes on after a blank that does not end the command.
_GROUP_OF_WORDS = re.compile(r"\{\\(?:[A-Za-z]++ ?+|.)[^{}\s]*\s")
_ONE_GROUP = re.compile(r"\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)\}")
_SUFFIX = re.compile(r"\W*(?:jr|sr|junior|senior|[ivx]{1,4}|\d(?:st|nd|rd|th)|esq|ph\.?d|m\.?d)\W*", re.IGNORECASE)
_BY_PARTS = re.compile(r"\b(?:family|given)(?:-i)?\s*=")
_PARTS = {"family": "family", "given": "given", "prefix": "non-dropping-particle", "suffix": "suffix"}


@dataclass(slots=True)
class Names:
    """The people of a list, whether it goes on, and what was wrong with how it is written."""

    people: list[Name] = field(default_factory=list)
    others: bool = False
    trouble: str = ""


def read_names(text: str) -> Names:
    """Return the names that a field holds."""
    found = Names()
    text = " ".join(text.split())
    if trimmed := _EDGES.sub("", text):
        if trimmed != text:
            found.trouble = "an 'and' that joins nothing"
    else:
        return found
    for name in joined_by_and(trimmed):
        if name.lower() in ("others", "et al.", "et al"):
            found.others = True
            if name.lower() != "others":
                found.trouble = f"'{name}' is printed as a person; BibTeX knows `and others` alone"
        elif name:
            found.people += _people(name, found)
    return found


def joined_by_and(text: str) -> list[str]:
    """Return what stands between the words `and` outside of braces."""
    if "{" not in text:
        return [name.strip() for name in _AND.split(text)]
    return [name.strip() for name in _outside_braces(text, _AND)]


def _outside_braces(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    start = level = 0
    for found in re.finditer(rf"[{{}}]|{separator.pattern}", text, re.IGNORECASE):
        if found[0] in ("{", "}"):
            level += 1 if found[0] == "{" else -1
        elif level <= 0:
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def _people(name: str, found: Names) -> list[Name]:
    # Accents do not change how a name is taken apart; other braces do.
    plain = "\\" in name and not _OTHER_GROUP.search(name) and not _GROUP_OF_WORDS.search(name)
    text = plain_text(name) if plain else name
    if parted := _FAMILY_GIVEN.fullmatch(text):
        return [{"family": parted[1], "given": parted[2]}]
    if parted := _GIVEN_FAMILY.fullmatch(text):
        return [{"family": parted[2], "given": parted[1].rstrip()}]
    if ";" in name and len(several := [each.strip() for each in _outside_braces(name, re.compile(";"))]) > 1:
        found.trouble = "names are divided by ' and ', not by semicolons"
        return [person for each in several if each for person in _people(each, found)]
    parts = [part.strip() for part in _outside_braces(name, re.compile(","))]
    if _is_a_list(parts):
        found.trouble = "names are divided by ' and ', not by commas"
        return [person for each in _listed(parts) for person in _people(each, found)]
    return [dict(_person(name))]


def _is_a_list(parts: list[str]) -> bool:
    """Tell `Ann Bell, Carl Dee, Ed Fox` from `von Last, Jr, First`."""
    if len(parts) > 3:
        return True
    return len(parts) == 3 and not _SUFFIX.fullmatch(parts[1]) and all(len(part.split()) > 1 for part in parts)


def _listed(parts: list[str]) -> list[str]:
    parts = [re.sub(r"^(?:and|&)\s+", "", part) for part in parts if part]
    in_pairs = len(parts) % 2 == 0 and all(len(part.split()) == 1 for part in parts[::2])
    if in_pairs and not all(len(part.split()) > 1 for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts


@lru_cache(maxsize=20000)
def _person(name: str) -> tuple[tuple[str, str], ...]:
    if body := _ONE_GROUP.fullmatch(name):
        return (("literal", plain_text(body[1]) or name),)
    if _BY_PARTS.search(name):
        return tuple(_by_parts(name))
    if name.count("{") != name.count("}") or name.endswith("\\"):
        return (("literal", plain_text(name) or name),)
    parts = dict(_by_bibtex(name))
    if not parts.get("given") and not parts.get("suffix") and not parts.get("non-dropping-particle"):
        return (("literal", parts.get("family") or name),)
    return tuple(parts.items())


def _by_parts(name: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a name in BibLaTeX's extended form: `family=Maaten, given=Laurens, prefix=van der`."""
    found = dict(part.split("=", 1) for part in _outside_braces(name, re.compile(",")) if "=" in part)
    stated = {key.strip(): plain_text(value.strip(' "')) for key, value in found.items()}
    if not stated.get("family"):
        yield "literal", plain_text(name)
        return
    for key, part in _PARTS.items():
        if stated.get(key):
            yield part, stated[key]


def _by_bibtex(name: str) -> Iterator[tuple[str, str]]:
    from pybtex.database import Person

    person: Any = Person(",".join(_outside_braces(name, re.compile(r",(?=\s*\Z)"))))
    von, last = list(person.prelast_names), list(person.last_names)
    cut = next((place for place, word in enumerate(von) if not _is_small(word)), len(von))
    particle, family = von[:cut], [*von[cut:], *last]
    given = [*person.first_names, *person.middle_names]
    if not family:
        particle, family = [], particle or given
        given = given if family is not given else []
    for part, words in (
        ("family", family),
        ("given", given),
        ("non-dropping-particle", particle),
        ("suffix", list(person.lineage_names)),
    ):
        if text := plain_text(" ".join(words)):
            yield part, text


def _is_small(word: str) -> bool:
    return next((letter.islower() for letter in plain_text(word) if letter.isalpha()), False)
