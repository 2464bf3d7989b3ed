import re
from collections.abc import Iterator

from readinglist.model.addresses import host_of
from readinglist.model.catalog import Catalog
from readinglist.model.entry import URL_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import texts

_HOSTS = frozenset(
    """amzn.to bit.ly bitly.com buff.ly cutt.ly dlvr.it fb.me git.io goo.gl hubs.ly is.gd j.mp lnkd.in nyti.ms ow.ly
    rb.gy rebrand.ly shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al tr.im v.gd wp.me""".split()
)
_SIGN = re.compile(rf"//(?:www\.)?(?:{'|'.join(map(re.escape, sorted(_HOSTS)))})/", re.IGNORECASE)


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
    for place, address in texts(catalog, _SIGN, URL_FIELDS):
        if (host := host_of(address)) in _HOSTS:
            yield Finding(place, f"{host} hides where this leads; open it and write the address where it ends")
