from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Data, Edit, Fix, Remove, SetValue
from readinglist.model.entry import ATTRIBUTES, NAME_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields, split_names
from readinglist.model.place import Place
from readinglist.model.spelling import MORE_AUTHORS, canonical_name
from readinglist.rules import rule


@rule(Severity.WARNING)
def name_not_structured(catalog: Catalog) -> Iterator[Finding]:
    """A name is written as text instead of by its parts.

    This program takes `Kwon, Woosuk` apart, but others that read the same file do not: to pandoc such a name
    is one long word, sorted by its first letter and never shortened. By its parts, or as the `literal` name
    of a body, it is the same to all of them.

    Flagged:

        - id: list
          author: ["{Google DeepMind}", Laurens van der Maaten]

    Fixed:

        - id: list
          author: [{literal: Google DeepMind}, {family: Maaten, given: Laurens, non-dropping-particle: van der}]

    Flagged:

        - id: text
          editor: Kwon, Woosuk and Li, Zhuohan

        - id: more
          author: ["Kwon, Woosuk", others]

        - id: body
          author:
          - {Google DeepMind}

    Fine:

        - id: list
          author:
          - {family: Kwon, given: Woosuk}
          - {literal: Google DeepMind}
          - family: Maaten
            given: Laurens
            non-dropping-particle: van der
    """
    for entry in catalog:
        for field, names in catalog.fields(entry).items():
            known = field if field in ATTRIBUTES else canonical_name(field)
            if known in NAME_FIELDS and isinstance(names, str | list):
                yield from _findings(entry.at(field), names)


def _findings(place: Place, names: str | list[Data]) -> Iterator[Finding]:
    listed = split_names(names) if isinstance(names, str) else names
    if not any(map(_is_text, listed)):
        return
    told = "names stand here as text; write {family: …, given: …}, or {literal: …} for a body"
    try:
        parts: list[Data] = [_parts(name) for name in listed]
    except Malformed:
        yield Finding(place, told)
        return
    edits: list[Edit] = [
        SetValue(place.at(index), fields)
        for index, (name, fields) in enumerate(zip(listed, parts, strict=True))
        if _is_text(name)
    ]
    more = canonical_name(str(place.path[-1])) == "author" and len(listed) > 1 and listed[-1] in MORE_AUTHORS
    if isinstance(names, str):
        edits = [SetValue(place, parts[:-1] if more else parts)]
    elif more:
        edits[-1] = Remove(place.at(len(names) - 1))
    if more:
        edits.append(SetValue(Place(place.file, (*place.path[:2], "others")), "true"))
    yield Finding(place, told, Fix(tuple(edits)))


def _is_text(name: Data) -> bool:
    return isinstance(name, str) or _parts(name) is not name


def _parts(name: Data) -> Data:
    return person_fields(name)  # type: ignore[return-value]
