import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_UNSTABLE = (
    (
        re.compile(r"https?://github\.com/[^/]+/[^/]+/blob/(?:main|master|develop|HEAD)/[^#]*#L\d"),
        "the lines of a branch move with every commit; press y on the page for an address that stays",
    ),
    (
        re.compile(r"https?://(?:drive|docs)\.google\.com/|https?://(?:www\.)?dropbox\.com/|https?://1drv\.ms/"),
        "a file shared by one person is gone when they tidy up; link to a page that will stay, or archive it",
    ),
    (
        re.compile(
            r"https?://[^?]*\?(?:[^#]*&)?(?:X-Amz-Signature|Signature|X-Goog-Signature|sig|token)=", re.IGNORECASE
        ),
        "this address is signed and will expire; link to the page that leads to it",
    ),
)
_SIGN = re.compile(
    r"/blob/(?:main|master|develop|HEAD)/[^\s#]*#L|(?:drive|docs)\.google\.com|dropbox\.com|1drv\.ms|(?:signature|[?&]sig|token)=",
    re.IGNORECASE,
)


@rule(Severity.INFO)
def unstable_url(catalog: Catalog) -> Iterator[Finding]:
    """An address is likely to stop working, or to show something else.

    Line numbers on a branch, files in somebody's cloud folder and signed addresses lead to the right place
    today. A permanent link, the page around it or a copy in an archive will do so next year.

    Flagged:

        - id: lines
          code: https://github.com/vllm-project/vllm/blob/main/vllm/engine.py#L10-L20

        - id: folder
          pdf: https://drive.google.com/file/d/1a2b3c/view

        - id: signed
          pdf: https://files.example.org/a.pdf?X-Amz-Date=2024&X-Amz-Signature=0a1b

    Fine:

        - id: commit
          code: https://github.com/vllm-project/vllm/blob/8a3b1c2/vllm/engine.py#L10-L20
        - id: page
          URL: https://github.com/vllm-project/vllm/blob/main/README.md
    """
    for entry, name, address in catalog.addresses:
        if _SIGN.search(address):
            told = [advice for sign, advice in _UNSTABLE if sign.match(address)]
            yield from (Finding(entry.at(name), advice) for advice in told[:1])
