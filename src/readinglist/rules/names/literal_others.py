import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove, SetValue
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import item_place

_ONLY = re.compile(r"(?:and |& )?others|\.\.\.|…|et\.? al(?:ii|iae|ia)?\.?|u\. ?a\.", re.IGNORECASE)
_PARTS = frozenset({"al", "al.", "others", "alii", "a."})
_AT_END = re.compile(r".*\S,? (?:and others|et\.? al\.?)")


@rule(Severity.ERROR)
def literal_others(catalog: Catalog) -> Iterator[Finding]:
    """Somebody called "others" or "et al." is named among the people.

    Those words mean that the list goes on; as a name they are printed, sorted and counted as one more person.
    Write `others: true`, and each style says it in its own way.

    Flagged:

        - id: kwon2023paged
          author:
          - {family: Kwon, given: Woosuk}
          - {literal: others}

    Fixed:

        - id: kwon2023paged
          author:
          - {family: Kwon, given: Woosuk}
          others: true

    Flagged:

        - id: latin
          author:
          - {family: al., given: et}

        - id: end
          author:
          - {literal: Woosuk Kwon et al.}

    Fine:

        - id: kwon2023paged
          author:
          - {family: Kwon, given: Woosuk}
          others: true
        - id: honest
          author:
          - {literal: The Others}
          - {family: Al, given: Etta}
    """
    for entry, field, named in catalog.people:
        for index, person in enumerate(named):
            name = person.literal or (person.text if person.family in _PARTS else "")
            if _ONLY.fullmatch(name):
                last = field == "author" and 0 < index == len(named) - 1
                place = item_place(catalog, entry.at(field), index)
                fix = Fix((Remove(place), SetValue(entry.at("others"), "true"))) if last else None
                told = f"'{name}' is nobody's name; remove it" + (", and write `others: true`" * (field == "author"))
                yield Finding(place, told, fix if last and place != entry.at(field) else None)
            elif _AT_END.fullmatch(name):
                told = f"'{name}' is more than one name; write the first, and `others: true`"
                yield Finding(item_place(catalog, entry.at(field), index), told)
