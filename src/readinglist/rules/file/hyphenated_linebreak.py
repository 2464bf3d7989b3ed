import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

_BROKEN = re.compile(r"(?<![\w-])([^\W\d_]{2,})- ([^\W\d_A-Z]{2,})(?![\w-])")
# Words that stand behind a hyphen which waits for the second half: `pre- and post-training`.
_JOINTS = frozenset(
    "and or to nor und oder bis bzw et ou à y o e og och en of ed als as but than versus vs "
    "like the this that these we you they it is are so if because which where when with from".split()  # it is a dash
)
_HINT = re.compile(r"- (?<=\w- )(?=[^\W\d_])")


@rule(Severity.WARNING)
def hyphenated_linebreak(catalog: Catalog) -> Iterator[Finding]:
    """A word is broken in two by a hyphen and a space, as at the end of a line.

    Text copied from a PDF brings the hyphens of its lines along. Nobody finds `infor- mation` by searching. The fix
    puts the halves together, which is wrong where the hyphen belongs to the word; so it is a doubtful one.

    Flagged:

        - id: broken
          title: On the infor- mation in large language models

        - id: abstract
          abstract: We show that the trans- former is enough.

    Fine:

        - id: whole
          title: Pre- and post-training of in-context learners
        - id: dash
          title: Attention - an overview
        - id: clause
          note: What one does not learn in class- like bitwise logic
        - id: german
          title: Ein- oder mehrstufige Verfahren
    """
    for place, text in texts(catalog, _BROKEN, PROSE, _HINT):
        meant = _BROKEN.sub(_joined, text)
        if meant != text:
            word = next(found for found in _BROKEN.finditer(text) if found[2].casefold() not in _JOINTS)
            told = f"'{word[0]}' is one word broken at the end of a line; put it together"
            yield Finding(place, told, set_value(place, meant, safe=False))


def _joined(word: re.Match[str]) -> str:
    return word[0] if word[2].casefold() in _JOINTS else word[1] + word[2]
