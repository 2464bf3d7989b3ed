"""The things that a page's JSON-LD describes, and which of them is the page's own work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.webpage.schema_org import Thing, kind_of

_ASIDE = frozenset(
    {"isPartOf", "hasPart", "relatedLink", "mentions", "comment", "review", "itemListElement", "citation", "about"}
)
_MOST = 2000


def works(documents: list[Any], url: str) -> list[Thing]:
    """Return the works that JSON-LD describes, the one that the address is about first."""
    things = list(_things(documents))
    by_id = {str(each["@id"]): each for each in reversed(things) if "@id" in each and len(each) > 2}
    found = [_resolved(each, by_id) for each in things if kind_of(each)]
    own = [each for each in found if _address(each) in ("", _bare(url))]
    if not own and len({_address(each) for each in found}) == 1:  # the page may call itself by another name
        own = found
    return sorted(own, key=lambda each: (_address(each) != _bare(url), _vague(each)))


def people_of(documents: list[Any]) -> Iterator[str]:
    """Yield the names of those whom JSON-LD calls persons."""
    for thing in _things(documents):
        if thing.get("@type") == "Person" and isinstance(thing.get("name"), str) and " " in thing["name"].strip():
            yield thing["name"]


def _vague(thing: Thing) -> bool:
    """Tell whether a thing is only the frame around a work."""
    return kind_of(thing) in {"webpage", "creativework", "videoobject"}


def _things(documents: list[Any]) -> Iterator[dict[str, Any]]:
    waiting, seen = list(reversed(documents)), 0
    while waiting and seen < _MOST:
        each, seen = waiting.pop(), seen + 1
        if isinstance(each, list):
            waiting.extend(reversed(each))
        elif isinstance(each, dict):
            yield each
            waiting.extend(
                value for name, value in each.items() if name not in _ASIDE and isinstance(value, dict | list)
            )


def _resolved(thing: Thing, by_id: Mapping[str, Thing]) -> Thing:
    return {name: value if name == "@id" else _followed(value, by_id) for name, value in thing.items()}


def _followed(value: Any, by_id: Mapping[str, Thing]) -> Any:
    if isinstance(value, list):
        return [_followed(each, by_id) for each in value]
    if isinstance(value, dict) and "@id" in value and "name" not in value:
        return by_id.get(str(value["@id"]), value)
    return value


def _address(thing: Thing) -> str:
    value = thing.get("url") or thing.get("mainEntityOfPage") or ""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url") or ""
    return _bare(value) if isinstance(value, str) and value.startswith("http") else ""


def is_same_page(one: str, other: str) -> bool:
    """Tell whether two addresses differ in nothing but scheme, `www.`, query and fragment."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return url.partition("://")[2].partition("#")[0].partition("?")[0].removeprefix("www.").rstrip("/").lower()
