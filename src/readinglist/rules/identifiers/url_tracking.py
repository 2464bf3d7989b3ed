from collections.abc import Iterator

from readinglist.model.addresses import host_of, without_tracking
from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.WARNING)
def url_tracking(catalog: Catalog) -> Iterator[Finding]:
    """An address carries marks that tell its owner where the reader came from.

    `utm_source`, `fbclid` and their like are no part of the address: the page is the same without them, and
    with them two links to one page look like two. What could mean something to the page, such as `ref=` or
    `id=`, stays.

    Flagged:

        - id: newsletter
          URL: https://example.org/post?id=7&utm_source=letter&utm_medium=email#part

    Fixed:

        - id: newsletter
          URL: https://example.org/post?id=7#part

    Flagged:

        - id: social
          link: https://example.org/post?fbclid=IwAR0

        - id: session
          URL: https://example.org/page;jsessionid=0A1B2C

        - id: shared
          video: https://youtu.be/139UPjoq7Kw?si=Xb1Qw&t=90

    Fine:

        - id: plain
          URL: https://example.org/post?id=7&ref=main&si=2
          code: https://github.com/owner/name/blob/x/a.py?ref=v1
          archive-url: https://web.archive.org/web/2024/https://example.org/?utm_source=x
          video: https://www.youtube.com/watch?v=139UPjoq7Kw&t=90
    """
    for entry, name, address in catalog.addresses:
        if name == "archive-url" or not ("?" in address or ";" in address) or host_of(address) == "web.archive.org":
            continue
        if (clean := without_tracking(address)) != address:
            place = entry.at(name)
            yield Finding(place, f"this address follows its reader about; write {clean}", set_value(place, clean))
