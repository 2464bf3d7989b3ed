from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import item_place


@rule(Severity.ERROR)
def alias_collision(catalog: Catalog) -> Iterator[Finding]:
    """A former id of one entry is the id of another, or a former id of two.

    Old citations and links follow `aliases`; where a name leads to two entries, one of them is the wrong one.
    Take the alias away from the entry that never had this id.

    Flagged:

        - id: kwon2023paged
          aliases: [vllm]
        - id: vllm

        - id: kwon2023paged
          aliases: [vllm]
        - id: zheng2023
          aliases: VLLM

    Fine:

        - id: kwon2023paged
          aliases: [vllm, kwon2023]
        - id: zheng2023
    """
    ids = {entry.id.casefold(): entry.id for entry in catalog}
    taken: dict[str, str] = {}
    for entry in catalog:
        for index, alias in enumerate(entry.aliases):
            folded = alias.casefold()
            owner: str = ids.get(folded, entry.id)
            owner = taken.setdefault(folded, entry.id) if owner == entry.id else owner
            if owner != entry.id:
                place = item_place(catalog, entry.at("aliases"), index)
                yield Finding(place, f"'{alias}' leads to the entry '{owner}' too; keep it at one of the two")
