from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def yaml_syntax(catalog: Catalog) -> Iterable[Finding]:
    """The file, or one entry of it, is not the plain YAML that a catalog is made of.

    Every value is read as text, so a catalog needs neither anchors nor aliases nor tags, and they are
    refused: mostly they are a title that begins with `&`, `*` or `!` and lacks its quotes. An entry that
    cannot be read is left out, and the others are read all the same.

    Flagged:

        - id: colon
          title: Attention: an overview

        - id: anchor
          title: &more on attention

    Fine:

        - id: colon
          title: "Attention: an overview"

        - id: anchor
          title: "&more on attention"
    """
    return catalog.reported("yaml-syntax")
