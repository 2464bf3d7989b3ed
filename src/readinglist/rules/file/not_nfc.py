import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.typography import composed
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

# Everything that `composed` could change; Latin letters with accents, dashes and quotes are not among it.
_SIGN = re.compile("[\u00a0\u00ad\u0300-\u2017\u2020-\uffff\U0002f800-\U0002fa1f]")


@rule(Severity.WARNING)
def not_nfc(catalog: Catalog) -> Iterator[Finding]:
    r"""A text looks like what it should be and is made of other characters.

    `é` may be one character or two, `ﬁ` two letters or one, and a soft hyphen or a space without width is
    not seen at all. Searches, sorting and the comparison of two entries fail on all of them, and LaTeX may
    stop at them. They come along with text copied from PDFs and from macOS file names.

    Flagged:

        - id: accent
          author:
          - {family: "Gonza\u0301lez", given: Ana}

    Fixed:

        - id: accent
          author:
          - {family: "González", given: Ana}

    Flagged:

        - id: ligature
          title: Eﬃcient memory management

        - id: soft
          title: "Infor\u00admation theory"

        - id: hard
          title: "Deep\u00a0learning"

    Fine:

        - id: composed
          author:
          - {family: González, given: Ana}
          title: "Qu’est-ce\u00a0? « Ça\u00a0»"
          publisher: 株式会社﨑山
    """
    for place, text in texts(catalog, _SIGN, PROSE):
        if (meant := composed(text)) != text:
            told = f"'{meant}' is written with characters that only look right; write it with plain letters and spaces"
            yield Finding(place, told, set_value(place, meant))
