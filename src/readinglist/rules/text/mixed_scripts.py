import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import SHORT_TEXTS, texts

# Letters of other scripts that look like Latin ones. Small Greek letters but the omicron are left out: scientists
# write them inside words.
_CYRILLIC = dict(zip("асеорхуіјѕԁһАВСЕНІЈКМОРЅТХУ", "aceopxyijsdhABCEHIJKMOPSTXY", strict=True))
_GREEK = dict(zip("οΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "oABEZHIKMNOPTYX", strict=True))
_ALIKE = {**_CYRILLIC, **_GREEK}
_SIGN = re.compile(f"[{''.join(_ALIKE)}]")
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_TWO_LATIN = re.compile(r"[A-Za-zÀ-ɏ].*[a-zß-ɏ]|[a-zß-ɏ].*[A-Za-zÀ-ɏ]")


@rule(Severity.INFO)
def mixed_scripts(catalog: Catalog) -> Iterator[Finding]:
    """A word is made of letters of two scripts that look alike.

    A Cyrillic "о" among Latin letters cannot be seen, and nobody who searches for the word finds it. Mostly such
    letters come from a PDF or from a keyboard that was switched over.

    Flagged:

        - id: title
          title: A theоry of everything

    Fixed:

        - id: title
          title: A theory of everything

    Flagged:

        - id: name
          author:
          - {family: Вengio, given: Yoshua}

    Fine:

        - id: russian
          title: Теория всего and a theory of µTransfer, αβ-CROWN, kΩ
          author:
          - {family: Иванов, given: Иван}
    """
    for place, text in texts(catalog, _SIGN, SHORT_TEXTS, _SIGN):
        mixed = [word for word in _WORD.findall(text) if _is_mixed(word)]
        if mixed:
            plain = _WORD.sub(lambda word: _latin(word[0]) if _is_mixed(word[0]) else word[0], text)
            told = f"'{mixed[0]}' mixes Latin letters with others that look like them; write '{_latin(mixed[0])}'"
            yield Finding(place, told, set_value(place, plain, safe=False))


def _is_mixed(word: str) -> bool:
    """Tell whether a word is Latin but for letters that only look so."""
    if not (_SIGN.search(word) and _TWO_LATIN.search(word)):
        return False
    return all(_LATIN.match(letter) or letter in _ALIKE for letter in word)


def _latin(word: str) -> str:
    return "".join(_ALIKE.get(letter, letter) for letter in word)
