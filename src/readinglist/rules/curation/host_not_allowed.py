import re
from collections.abc import Iterator
from fnmatch import translate

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)


@rule(Severity.ERROR)
def host_not_allowed(catalog: Catalog) -> Iterator[Finding]:
    """A link leads to a host that the list does not allow.

    Only where `allowed-hosts` stands under `[lint]` in readinglist.toml. `arxiv.org` allows that host, `*.edu` every
    host whose name ends so; `www.` makes no difference.

    Flagged:

        # [lint] allowed-hosts = ["arxiv.org", "*.edu"]
        - id: elsewhere
          URL: https://example.com/paper.pdf

    Fine:

        # [lint] allowed-hosts = ["arxiv.org", "*.edu"]
        - id: paper
          URL: https://www.arxiv.org/abs/2309.06180
          slides: https://cs.example.edu/slides.pdf
    """
    if not catalog.house.allowed_hosts:
        return
    allowed = re.compile("|".join(map(translate, catalog.house.allowed_hosts)), re.IGNORECASE)
    for entry, name, address in catalog.addresses:
        if (found := _HOST.match(address)) and not allowed.match(found[1]):
            told = f"links to '{found[1]}' are not allowed here; name it in `allowed-hosts`, or link to another place"
            yield Finding(entry.at(name), told)
