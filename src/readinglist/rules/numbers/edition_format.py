import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ORDINAL = re.compile(
    rf"(?:(\d{{1,3}})(?:st|nd|rd|th)|(\d{{1,3}})|({'|'.join(_ORDINALS)}))(\s+ed(?:n|ition|\.)?\.?)?", re.I
)


@rule(Severity.WARNING)
def edition_format(catalog: Catalog) -> Iterator[Finding]:
    """An edition is written out, where its number is enough.

    Styles print the number as they print ordinals, in the language of the text: `2nd ed.`, `2. Aufl.`. What is more
    than a number (`revised`) is printed as it stands.

    Flagged:

        - id: ordinal
          edition: 2nd

    Fixed:

        - id: ordinal
          edition: 2

    Flagged:

        - id: words
          edition: Third edition

    Fine:

        - id: number
          edition: 2
        - id: more
          edition: 3rd revised
        - id: word
          edition: International
    """
    for entry in catalog:
        found = _ORDINAL.fullmatch(entry.edition.strip()) if entry.edition else None
        if found and (meant := found[1] or found[2] or str(_ORDINALS.index(found[3].lower()) + 1)) != entry.edition:
            yield Finding(
                entry.at("edition"),
                f"styles make the ordinal themselves; write {meant}",
                set_value(entry.at("edition"), meant),
            )
