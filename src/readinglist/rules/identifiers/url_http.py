import re
from collections.abc import Iterator

from readinglist.model.addresses import doi_in, host_of
from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_PLAIN = re.compile(r"http://(?![^/?#]*:\d)", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:.*\.)?(?:arxiv|doi|wikipedia|archive|python|acm|ieee|aclanthology|openreview|jmlr|usenix|ietf|rfc-editor|w3|nature"
    r"|github|gitlab|youtube|google|medium|stackoverflow|springer|sciencedirect|wiley|nvidia|microsoft)\.(?:org|com|io|net)"
)


@rule(Severity.INFO)
def url_http(catalog: Catalog) -> Iterator[Finding]:
    """An address begins with `http://`, where `https://` would very likely do.

    Nearly every site answers by https today, and browsers warn of those that do not. Of some hosts that is
    known, and there the fix is safe; elsewhere try the address first.

    Flagged:

        - id: kwon2023paged
          URL: http://arxiv.org/abs/2309.06180

    Fixed:

        - id: kwon2023paged
          URL: https://arxiv.org/abs/2309.06180

    Flagged:

        - id: small
          link: http://people.example.edu/~me/

    Fine:

        - id: kwon2023paged
          URL: https://arxiv.org/abs/2309.06180
          archive-url: https://web.archive.org/web/2020/http://example.org/
        - id: port
          URL: http://example.org:8080/
    """
    for entry, name, address in catalog.addresses:
        if _PLAIN.match(address) and not (name == "URL" and doi_in(address)):
            safer, place = "https" + address[4:], entry.at(name)
            known = bool(_KNOWN.fullmatch(host_of(address)))
            yield Finding(place, f"try {safer}, which nearly every site answers", set_value(place, safer, safe=known))
