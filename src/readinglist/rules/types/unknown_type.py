from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def unknown_type(catalog: Catalog) -> Iterable[Finding]:
    """A type is neither one of CSL's nor another word for one.

    The type decides how a work is cited, so a word that nobody knows cannot be kept. CSL's types are listed in
    its specification; `blog`, `preprint`, `repo`, `talk` and other usual words are understood, too. For what
    fits nowhere there is `document`.

    Flagged:

        - id: slip
          type: artcle-journal

        - id: unknown
          type: gadget

    Fine:

        - id: paper
          type: article-journal
        - id: word
          type: blog
    """
    return catalog.reported("unknown-type")
