import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.INFO)
def id_pattern(catalog: Catalog) -> Iterator[Finding]:
    r"""An id is not formed as the ids of this list are.

    Asked for by `id-pattern` under `[lint]`, a regular expression. `readinglist rename` gives an entry another id
    and keeps the old one working.

    Flagged:

        # [lint] id-pattern = '[a-z]+\d{4}[a-z]*'
        - id: Kwon_2023

    Fine:

        # [lint] id-pattern = '[a-z]+\d{4}[a-z]*'
        - id: kwon2023paged

        - id: Kwon_2023
    """
    if not catalog.house.id_pattern:
        return
    pattern = re.compile(catalog.house.id_pattern)
    for entry in catalog:
        if not pattern.fullmatch(entry.id):
            told = f"'{entry.id}' does not match {pattern.pattern}; give it another id with `readinglist rename`"
            yield Finding(entry.at("id"), told)
