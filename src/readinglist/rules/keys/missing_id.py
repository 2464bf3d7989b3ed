from collections.abc import Iterator
from dataclasses import replace

from readinglist.keys import new_key
from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import fields_of
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def missing_id(catalog: Catalog) -> Iterator[Finding]:
    """An entry has no id.

    The id is how everything else finds the entry: citations, editions, links to the list, `needs` of other
    entries. Once published it should not change, so it is written down and never derived anew.

    Flagged:

        - title: Efficient memory management
          issued: 2023

    Fixed:

        - id: 2023efficient
          title: Efficient memory management
          issued: 2023

    Fine:

        - id: kwon2023paged
          title: Efficient memory management
    """
    taken = {entry.id.casefold() for entry in catalog}
    for problem in catalog.reported("missing-id"):
        entry = catalog.entry_at(problem.place)
        if entry and len(problem.place.path) == 2:
            key = new_key(fields_of(entry), taken)
            taken.add(key.casefold())
            yield replace(problem, fix=set_value(entry.at("id"), key))
        else:
            yield problem
