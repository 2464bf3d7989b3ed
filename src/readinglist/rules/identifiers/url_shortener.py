from collections.abc import Iterator

from readinglist.model.addresses import host_of
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_HOSTS = frozenset(
    """amzn.to bit.ly bitly.com buff.ly cutt.ly dlvr.it fb.me git.io goo.gl hubs.ly is.gd j.mp lnkd.in nyti.ms ow.ly
    rb.gy rebrand.ly shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al tr.im v.gd wp.me""".split()
)


@rule(Severity.WARNING)
def url_shortener(catalog: Catalog) -> Iterator[Finding]:
    """An address goes through a link shortener.

    Nobody sees where it leads, the shortener counts its readers, and when it closes down, as several have,
    the address is lost. Open it once and write down where it ends.

    Flagged:

        - id: short
          URL: https://bit.ly/3xYzAbC

        - id: social
          link: https://t.co/abcdef

    Fine:

        - id: long
          URL: https://example.org/bit.ly/
          video: https://youtu.be/139UPjoq7Kw
    """
    for entry, name, address in catalog.addresses:
        if (host := host_of(address)) in _HOSTS:
            told = f"{host} hides where this leads; open it and write the address where it ends"
            yield Finding(entry.at(name), told)
