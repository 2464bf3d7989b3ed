from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove
from readinglist.model.entry import NAME_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.model.person import PARTS
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_name
from readinglist.rules import rule


@rule(Severity.WARNING)
def empty_value(catalog: Catalog) -> Iterator[Finding]:
    """A field is there and says nothing.

    A field without a value means the same as no field, but a reader wonders what was meant to stand there.
    Sometimes a value was there and YAML did not see it: what begins with `#` is a comment.

    Flagged:

        - id: nothing
          title: Nothing
          note:

    Fixed:

        - id: nothing
          title: Nothing

    Flagged:

        - id: quotes
          title: ""

        - id: list
          tags: []

        - id: part
          author:
          - {family: Aristotle, given: }

        @article{export,
          title = {Nothing},
          volume = {},
        }

    Fine:

        - id: full
          title: "null"
          note: "~"
          tags: [none]
    """
    yield from catalog.reported("empty-value")
    for record in catalog.records:
        for name, stated in record.fields.items():
            if not stated.strip(" \n\t{}"):
                yield _empty(record.at(name), name)
    for entry in catalog:
        for name, value in catalog.fields(entry).items():
            if not value and value != "" and name != "id":
                yield _empty(entry.at(name), name)
            elif isinstance(value, list) and canonical_name(name) in NAME_FIELDS:
                yield from _empty_parts(entry.at(name), value)


def _empty_parts(place: Place, names: list[object]) -> Iterator[Finding]:
    for index, name in enumerate(names):
        for part, value in name.items() if isinstance(name, dict) else ():
            if not value and part in PARTS:
                yield _empty(place.at(index, part), part)


def _empty(place: Place, name: str) -> Finding:
    return Finding(place, f"'{name}' says nothing; remove it or give it a value", Fix((Remove(place),)))
