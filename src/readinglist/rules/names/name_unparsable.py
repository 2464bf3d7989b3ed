from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def name_unparsable(catalog: Catalog) -> Iterable[Finding]:
    """A name cannot be taken apart: too many commas, an empty part, braces that do not match.

    A name is `{family: Kwon, given: Woosuk}`, or the text `Kwon, Woosuk`; a body is `{literal: DeepSeek-AI}`. Two
    people in one text, joined by commas, would become one person that does not exist.

    Flagged:

        - id: several
          author: ["Kwon, Woosuk, Li, Zhuohan, Zhuang, Siyuan"]

        - id: comma
          author: ["Kwon,"]

        - id: braces
          author: ["{Google DeepMind"]

        - id: nobody
          author:
          - {given: Woosuk}

    Fine:

        - id: text
          author: ["Kwon, Woosuk", "King, Jr., Martin Luther", "{Barnes and Noble}"]
        - id: maps
          author:
          - {family: Kwon, given: Woosuk}
          - {literal: DeepSeek-AI}
    """
    return catalog.reported("name-unparsable")
