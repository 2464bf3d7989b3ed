import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, SetValue
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules.names._people import people_by_parts, places

_GLUED = re.compile(r"(?:[A-ZÀ-Þ]\.-?){2,}[A-ZÀ-Þ]?\.?")


@rule(Severity.INFO)
def initials_style(catalog: Catalog) -> Iterator[Finding]:
    """Initials stand side by side without a blank between them.

    `J.R.R.` is one word to most programs, which shorten it to J. and lose the others. Write `J. R. R.`; initials
    with a hyphen, as `J.-P.`, belong together.

    Flagged:

        - id: tolkien
          author:
          - {family: Tolkien, given: J.R.R.}

    Fixed:

        - id: tolkien
          author:
          - {family: Tolkien, given: J. R. R.}

    Fine:

        - id: others
          author:
          - {family: Tolkien, given: J. R. R.}
          - {family: Serre, given: J.-P.}
          - {family: Truman, given: Harry S}
          - {family: Gonzalez, given: J E}
    """
    for person, _, given in people_by_parts(catalog):
        if "." in given and any(map(_is_glued, given.split())):
            apart = " ".join(re.sub(r"\.(?=\w)", ". ", word) if _is_glued(word) else word for word in given.split())
            for place in places(catalog, person):
                if place.file not in catalog.own_files and not catalog.records:
                    continue  # RIS and its like write them so
                fix = Fix((SetValue(place.at("given"), apart),)) if catalog.as_written(place.at("given")) else None
                yield Finding(place.at("given"), f"the initials '{given}' are one word; write '{apart}'", fix)


def _is_glued(word: str) -> bool:
    return bool(_GLUED.fullmatch(word)) and re.search(r"\.\w", word) is not None
