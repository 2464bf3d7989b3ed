import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_OPEN_END = re.compile(r".*\b(?:[oO]n|[oO]f|the|The|and|[fF]or|to|with|&)|.*[,:;–—…]|.*\S\.\.\.", re.DOTALL)


@rule(Severity.WARNING)
def container_truncated(catalog: Catalog) -> Iterator[Finding]:
    """The title of a journal or of proceedings breaks off in the middle.

    Some catalogues cut long titles: "Proceedings of the International Conference on". The rest is in the work itself.

    Flagged:

        - id: cut
          container-title: Proceedings of the International Conference on

        - id: dots
          container-title: Advances in neural information...

    Fine:

        - id: whole
          container-title: Proceedings of the International Conference on Machine Learning
        - id: short
          container-title: What it is for you
        - id: reversed
          container-title: Operating Systems Principles, 29th Symposium on
    """
    for entry in catalog:
        for name, title in (("container-title", entry.container_title), ("event-title", entry.event_title)):
            inverted = title and re.search(r", .*\b(?:on|of|for)\Z", title)
            if title and " " in title and not inverted and _OPEN_END.fullmatch(title):
                yield Finding(entry.at(name), f"'{title[-40:]}' breaks off; write the title to its end")
