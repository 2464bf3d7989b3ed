"""A person's or an institution's name as CSL-JSON gives it, with its particles and suffixes told apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_ROMANESQUE = re.compile(r"[0-9A-Za-zÀ-ſȘ-țḀ-ỿͰ-ϿЀ-ԯ֐-הז-״฀-๿ἀ-῿؀-ۿ]")
_PARTICLE_WORD = re.compile(
    r"^(?:[^\W\d_A-ZÀ-ÖØ-Þ]\S*\s+|[a-zà-öø-ÿ]{1,3}[-’'‘ʼ](?=[^\W\d_a-z])|[a-zà-öø-ÿ]{1,3}['’]\s*(?=\S)|['’‘][a-zà-öø-ÿ]\w*\s+)"
)
_GIVEN_PARTICLES = re.compile(r"(?:^|(?<=\s))((?:[a-zà-öø-ÿ’'][\w’']*\s*)+)$")
_SUFFIX = re.compile(r"^(?:jr|sr|esq|ph\.?d|m\.?d|[ivx]+)\.?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts; an institution has only `literal`."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False

    @property
    def romanesque(self) -> bool:
        """Whether the name's script puts given names first and spaces between the parts."""
        return is_romanesque(self.family + self.given) or not self.family

    @property
    def last(self) -> str:
        """The family name with its particle: what the short form shows."""
        return stuck(self.non_dropping, self.family)


def stuck(particle: str, word: str) -> str:
    """A particle before its word; one that ends in an apostrophe or hyphen touches it."""
    if not particle or not word:
        return particle or word
    return particle + word if particle[-1] in _TOUCHING or particle[-1] == " " else f"{particle} {word}"


_TOUCHING = ("'", "’", "-", "‘", "ʼ")


def is_romanesque(text: str) -> bool:
    """Whether there is anything in it but Han, Kana, Hangul and marks."""
    return _ROMANESQUE.search(text) is not None


def is_spaced(word: str) -> bool:
    """Whether the word begins in a script that sets words apart by spaces."""
    return _ROMANESQUE.match(word) is not None or not word[:1].isalpha()


def read_name(given: Mapping[str, Any]) -> Name | None:
    """The name in one entry of a CSL-JSON name list; None if it is empty."""
    parts = {key: _text(given.get(key)) for key in ("family", "given", "suffix", "literal")}
    dropping, non_dropping = _text(given.get("dropping-particle")), _text(given.get("non-dropping-particle"))
    if parts["literal"] and not parts["family"]:
        return Name(literal=parts["literal"])
    if not any((parts["family"], parts["given"], dropping, non_dropping)):
        return None
    family, comma = parts["family"], bool(given.get("comma-suffix"))
    if not non_dropping and given.get("parse-names", True):
        non_dropping, family = _leading_particles(family)
    first, suffix = parts["given"], parts["suffix"]
    if not suffix:
        first, suffix, comma = _split_suffix(first, comma)
    if not dropping and given.get("parse-names", True) and family:
        first, dropping = _trailing_particles(first)
    return Name(_unquoted(family), first, dropping, non_dropping, suffix, "", comma, bool(given.get("static-ordering")))


def _text(value: object) -> str:
    return str(value).strip() if value not in (None, False) else ""


def _unquoted(family: str) -> str:
    """A family name in quotation marks was quoted to keep it whole."""
    return family[1:-1] if len(family) > 1 and family[0] == family[-1] == '"' else family


def _leading_particles(family: str) -> tuple[str, str]:
    taken = ""
    rest = family
    while found := _PARTICLE_WORD.match(rest):
        taken += found[0]
        rest = rest[found.end() :]
    if not rest:
        return "", family
    apart = taken.rstrip()[-1:] in _TOUCHING and taken[-1:].isspace()
    return taken.strip() + " " * apart, rest


def _trailing_particles(given: str) -> tuple[str, str]:
    found = _GIVEN_PARTICLES.search(given)
    if found is None or found.start() == 0:
        return given, ""
    return given[: found.start()].rstrip(), found[1].strip()


def _split_suffix(given: str, comma: bool) -> tuple[str, str, bool]:
    """A suffix or particle after a comma in the given name: "John, Jr." or, with "!", one that wants its comma."""
    first, found, last = given.partition(",")
    last = last.strip()
    if not found or not last:
        return given, "", comma
    if last.startswith("!"):
        return first, last[1:].strip(), True
    return (first, last, comma) if last[:1].isupper() or _SUFFIX.match(last) else (given, "", comma)
