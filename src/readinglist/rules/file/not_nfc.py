import re
import unicodedata
from collections.abc import Iterator

from readinglist.latex.decode import plain_text
from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.html_codes import codes
from readinglist.model.typography import composed
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

_ANY = re.compile("[^\x00-\x7f]")


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
    signs = {sign for written in catalog.written.values() for sign in set(written.text) if _may_change(sign)}
    for place, text in texts(catalog, _ANY, PROSE, *(re.compile(re.escape(sign)) for sign in sorted(signs))):
        if (meant := composed(text)) != text:
            told = f"'{meant}' is written with characters that only look right; write it with plain letters and spaces"
            yield Finding(place, told, set_value(place, meant, safe=_says_the_same(text, meant)))


def _says_the_same(text: str, meant: str) -> bool:
    """Return whether codes of HTML and accents of TeX stand for the same signs as before."""
    if "\\" in text and composed(plain_text(text)) != composed(plain_text(meant)):
        return False
    return codes(text) == codes(meant)


def _may_change(sign: str) -> bool:
    """Return whether a character is one that `composed` changes, alone or together with the one before it."""
    return not sign.isascii() and (
        composed(sign) != sign or unicodedata.category(sign) in {"Mn", "Mc"} or "\u1100" <= sign <= "\u11ff"
    )
