from collections.abc import Iterator

from readinglist.errors import nearest
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.rules import rule
from readinglist.rules._texts import item_place

_MOST_COMPARED = 500


@rule(Severity.ERROR)
def unknown_reference(catalog: Catalog) -> Iterator[Finding]:
    """An entry or an edition names an entry that does not exist.

    `needs`, `related` and the ids of an edition lead to other entries. A former id, kept in `aliases`, still
    does so. As long as some entry cannot be read, nothing is said: it may be the one that is meant.

    Flagged:

        - id: zheng2023
          needs: [kwon2023pagd]
        - id: kwon2023paged

    Fixed:

        - id: zheng2023
          needs: [kwon2023paged]
        - id: kwon2023paged

    Flagged:

        editions:
          first: {ids: [kwon2023paged, nobody]}
        references:
        - id: kwon2023paged

    Fine:

        editions:
          first: {date: 2024, ids: [vllm]}
        references:
        - id: kwon2023paged
          aliases: [vllm]
        - id: zheng2023
          needs: kwon2023paged
          related: [vllm]
    """
    if not all(written.sound for written in catalog.written.values()) or _has_lost_entries(catalog):
        return
    nearby: dict[str, list[str]] = {}
    for place, name in _named(catalog):
        if name not in catalog.by_id and name not in catalog.by_alias:
            if not nearby:
                nearby = _by_beginning(catalog)
            guess = nearest(name, nearby.get(_beginning(name), ()))
            fix: Fix | None = set_value(place, guess, safe=False) if guess else None
            hint = f"did you mean '{guess}'?" if guess else "add it, or take this away"
            yield Finding(place, f"no entry has the id '{name}'; {hint}", fix)


def _has_lost_entries(catalog: Catalog) -> bool:
    return any(problem.rule in {"newer-version", "missing-id", "invalid-id-chars"} for problem in catalog.problems)


def _named(catalog: Catalog) -> Iterator[tuple[Place, str]]:
    for file, header in catalog.headers.items():
        for name, edition in header.editions.items():
            for index, key in enumerate(edition.ids):
                yield item_place(catalog, Place(file, ("editions", name, "ids")), index), key
    for entry in catalog:
        for index, key in enumerate(entry.needs):
            yield item_place(catalog, entry.at("needs"), index), key
        for index, key in enumerate(entry.related):
            yield item_place(catalog, entry.at("related"), index), key


def _by_beginning(catalog: Catalog) -> dict[str, list[str]]:
    """Return the ids by their first letters, so that not each is compared with each."""
    found: dict[str, list[str]] = {"": []}
    for key in catalog.by_id:
        same = found.setdefault(_beginning(key), [])
        if len(same) < _MOST_COMPARED:
            same.append(key)
    return found


def _beginning(key: str) -> str:
    return key[:2].casefold()
