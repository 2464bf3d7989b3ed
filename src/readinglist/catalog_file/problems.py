"""What validation says, in our words: a finding with its place, its rule and, where it is clear, its fix."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from readinglist.errors import did_you_mean, nearest
from readinglist.model.edit import Fix, RenameKey, SetValue
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.finding import Finding
from readinglist.model.header import Area, Edition, Header
from readinglist.model.malformed import Malformed, quoted
from readinglist.model.person import PARTS
from readinglist.model.place import Place
from readinglist.model.spelling import spelled

_KNOWN_INSIDE: dict[str, tuple[str, ...]] = {
    "areas": tuple(Area.__dataclass_fields__),
    "editions": tuple(Edition.__dataclass_fields__),
    "citation": ("bibtex", "attribution", "type", "fields"),
    "check": ("ignore",),
}

_GUESSES = 50  # a guess takes time, and an entry with more unknown keys than this is none


def findings(errors: Iterable[Mapping[str, Any]], place: Place, raw: Mapping[str, Any]) -> list[Finding]:
    """Return a finding for each of pydantic's errors about the data at `place`.

    Where a value may be of several kinds, only the kind that got furthest is spoken of.
    """
    found = [_finding(error, place, raw, guess=number < _GUESSES) for number, error in enumerate(errors)]
    on_the_way = {each.place.path[:depth] for each in found for depth in range(3, len(each.place.path))}
    return [each for each in found if each.place.path not in on_the_way]


def _finding(error: Mapping[str, Any], place: Place, raw: Mapping[str, Any], *, guess: bool) -> Finding:
    path = _existing(error["loc"], raw, entry=bool(place.path))
    where, kind = place.at(*path), error["type"]
    if isinstance(cause := error.get("ctx", {}).get("error"), Malformed):
        fix = Fix((SetValue(where, cause.suggestion),), cause.safe) if cause.suggestion else None
        return Finding(where, cause.message, fix, cause.rule)
    if kind in {"unexpected_keyword_argument", "extra_forbidden"}:
        known = _known(path, top=not place.path) if guess else ()
        return _unknown_key(str(error["loc"][-1]), where, known)
    if kind in {"missing", "missing_argument", "missing_keyword_only_argument"}:
        return _missing(str(error["loc"][-1]), where)
    if kind == "string_too_short":
        return Finding(where, f"'{path[-1]}' says nothing; remove it or give it a value", rule="empty-value")
    return Finding(where, f"{_what(path)} {_expectation(error)}", rule="wrong-type")


def not_an_entry(raw: object, place: Place) -> Finding:
    """Return the finding for something in `references` that is no map."""
    advice = (
        "write 'name: value' with a space after the colon"
        if isinstance(raw, str) and ":" in raw
        else "see `readinglist explain wrong-type`"
    )
    return Finding(place, f"an entry is a map of fields such as id and title; {advice}", rule="wrong-type")


def _existing(loc: Sequence[str | int], raw: Any, *, entry: bool) -> tuple[str | int, ...]:
    """Return the part of an error's path that is there in the data, without validation's own marks."""
    path: list[str | int] = []
    node = raw
    for step in loc:
        key: Any = spelled(node, step) if entry and not path and isinstance(step, str) else step
        inside = key in node if isinstance(node, Mapping) else isinstance(node, list) and key in range(len(node))
        if inside:
            path.append(key)
            node = node[key]
    return tuple(path)


def _known(path: tuple[str | int, ...], *, top: bool) -> tuple[str, ...]:
    """Return the keys that there are where an unknown one stands."""
    if len(path) > 1:
        return _KNOWN_INSIDE.get(str(path[0]), PARTS)
    return (*Header.__dataclass_fields__, "references") if top else tuple(ATTRIBUTES)


@lru_cache(maxsize=1024)
def _guess(name: str, known: tuple[str, ...]) -> tuple[str | None, str]:
    """Return the key that was probably meant, and the advice; the same mistake is often made in every entry."""
    return nearest(name, known), did_you_mean(name, known) or "what has no field of its own goes under `custom:`"


def _unknown_key(name: str, where: Place, known: tuple[str, ...]) -> Finding:
    guess, advice = _guess(name, known)
    fix = Fix((RenameKey(where, guess),), safe=False) if guess else None
    return Finding(where.name(), f"no field named {quoted(name)}; {advice}", fix, "unknown-key")


def _missing(name: str, where: Place) -> Finding:
    if name == "id":
        return Finding(where, "this entry has no id; give it one, such as kwon2023paged", rule="missing-id")
    return Finding(where, f"'{name}' is missing here", rule="wrong-type")


def _what(path: tuple[str | int, ...]) -> str:
    names = [str(step) for step in path if isinstance(step, str)]
    return f"'{names[-1]}'" if names else "this"


def _expectation(error: Mapping[str, Any]) -> str:
    kind, given = error["type"], error.get("input")
    expected = error.get("ctx", {}).get("expected")
    if kind == "literal_error" and expected:
        words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
        hint = f"; did you mean '{guess}'?" if (guess := nearest(str(given), words)) else ""
        return f"is {'one of ' * (len(words) > 1)}{', '.join(words)}{hint}"
    return _EXPECTED.get(kind, f"has a value that does not fit: {error['msg']}") + (
        f", not {quoted(given)}"
        if isinstance(given, str)
        else ", not a list"
        if isinstance(given, list)
        else ", not a map"
        if isinstance(given, Mapping)
        else ""
    )


_EXPECTED = {
    "string_type": "is text",
    "bool_parsing": "is true or false",
    "bool_type": "is true or false",
    "int_parsing": "is a whole number",
    "int_parsing_size": "is a whole number",
    "int_type": "is a whole number",
    "float_parsing": "is a number",
    "greater_than": "is a number above zero",
    "greater_than_equal": "is a number from 0 to 5",
    "less_than_equal": "is a number from 0 to 5",
    "tuple_type": "is a list",
    "list_type": "is a list",
    "dict_type": "is a map",
    "dataclass_type": "is a map",
    "dataclass_exact_type": "is a map",
}
