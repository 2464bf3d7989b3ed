import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_LAST_WORD = re.compile(r"(?:.*[^\w.’'-])?([^\W\d_]{3,})\.", re.DOTALL)
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]? ")
_ABBREVIATIONS = frozenset(
    """inc ltd corp etc vol vols jun sen dept est esq eds fig figs approx prof bros univ intl assoc soc trans proc ver
    rev proj mgr gen col capt hon rep sci tech math phys jan feb mar apr aug sept sep oct nov dec repr suppl repr
    viz ibid ser ann bull mem art chap ext min max avg usw evtl bzw ggf""".split()
)


@rule(Severity.WARNING)
def title_trailing_dot(catalog: Catalog) -> Iterator[Finding]:
    """A title ends with a full stop.

    Styles set one where it belongs, and then there are two. Titles of several sentences, dots that leave something
    open and abbreviations keep theirs.

    Flagged:

        - id: dot
          title: Efficient memory management for serving.

    Fixed:

        - id: dot
          title: Efficient memory management for serving

    Fine:

        - id: sentences
          title: God does not play dice. We do.
        - id: open
          title: To be continued...
        - id: abbreviation
          title: Apple vs. Microsoft Inc.
        - id: initials
          title: Made in the U.S.A.
    """
    for entry in catalog:
        title = entry.title
        if not title or title[-1] != "." or not (found := _LAST_WORD.fullmatch(title)):
            continue
        if found[1].casefold() not in _ABBREVIATIONS and not _SENTENCE_END.search(title):
            fix = set_value(entry.at("title"), title[:-1])
            yield Finding(entry.at("title"), "this title ends with a full stop; take it away", fix)
