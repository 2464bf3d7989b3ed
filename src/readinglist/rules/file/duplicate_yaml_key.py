from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def duplicate_yaml_key(catalog: Catalog) -> Iterable[Finding]:
    """A field is given twice in one entry, perhaps under two of its names.

    Most YAML readers keep the last of two equal keys and say nothing, so one of the two values would be lost
    without a trace. Words that mean the same field, such as `journal` and `container-title`, count as equal.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management
          title: PagedAttention

        - id: dean2008mapreduce
          journal: Communications of the ACM
          container-title: CACM

    Fine:

        - id: kwon2023paged
          title: Efficient memory management
          title-short: PagedAttention
    """
    return catalog.reported("duplicate-yaml-key")
