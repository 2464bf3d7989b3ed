"""Accented letters as BibTeX special characters, worked out from Unicode's own decompositions."""

import unicodedata
from collections.abc import Iterator

from readinglist.latex.symbols import LATIN_LOOK, LETTERS, MATH

# Combining character -> accent macro. Those at the foot go outside: TeX sets them under whatever is there.
ABOVE = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v",
}  # fmt: skip
BELOW = {"\u0323": "d", "\u0326": "textcommabelow", "\u0327": "c", "\u0328": "k", "\u0331": "b"}
MACROS = ABOVE | BELOW
_IN_MATH = {
    "\u0300": "grave", "\u0301": "acute", "\u0302": "hat", "\u0303": "tilde", "\u0304": "bar", "\u0306": "breve",
    "\u0307": "dot", "\u0308": "ddot",
}  # fmt: skip
# T1 has these four over a plain i; over the dotless one biber would not read them back as one letter.
_OVER_PLAIN_I = {"`", "'", "^", '"', "."}
# TeX puts a second accent above a letter only where T1 has the letter with the first one as one glyph.
_ONE_GLYPH = frozenset("ĂăĆćČčĎďĚěĞğĹĺĽľŃńŇňŐőŔŕŘřŚśŠšŤťŰűŮůŹźŽžŻżŸ") | frozenset(map(chr, range(0xC0, 0x100)))
_LATIN = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_GREEK = range(0x370, 0x400)


def accented(cluster: str) -> str | None:
    """Return a letter with its combining marks as one BibTeX special character, None where TeX has no such accent."""
    taken_apart = list(unicodedata.normalize("NFD", cluster))
    base, marks = taken_apart[0], taken_apart[1:]
    if base in MATH:
        spelling = _math_accents(MATH[base], marks)
        return spelling and f"{{{spelling}}}"
    if base in LATIN_LOOK:
        return _math_accents(f"\\mathrm{{{LATIN_LOOK[base]}}}", marks)
    if not marks or not all(mark in MACROS for mark in marks):
        return None
    if not (base.isascii() and base.isalpha()) and base not in LETTERS:
        return None
    above = [mark for mark in marks if mark in ABOVE]
    if len(above) > 2 or (len(above) == 2 and unicodedata.normalize("NFC", base + above[0]) not in _ONE_GLYPH):
        return None
    return _text_accents(base, marks)


def _text_accents(base: str, marks: list[str]) -> str:
    macros = [ABOVE[mark] for mark in marks if mark in ABOVE] + [BELOW[mark] for mark in marks if mark in BELOW]
    inner = f"\\{LETTERS[base]}" if base in LETTERS else base
    if base in "ij" and macros[0] not in BELOW.values() and (base == "j" or macros[0] not in _OVER_PLAIN_I):
        inner = f"\\{base}"
    for macro in macros:
        bare = len(inner) == 1 and not macro.isalpha()
        inner = f"\\{macro}{inner}" if bare else f"\\{macro}{{{inner}}}"
    return f"{{{inner}}}"


def _math_accents(inner: str, marks: list[str]) -> str | None:
    if not marks or not all(mark in _IN_MATH for mark in marks):
        return None
    for mark in marks:
        inner = f"\\{_IN_MATH[mark]}{{{inner}}}"
    return f"\\ensuremath{{{inner}}}"


def precomposed() -> Iterator[tuple[str, str]]:
    """Yield every single Latin or Greek character that is a letter with accents TeX can set, and its LaTeX."""
    for block in (*_LATIN, _GREEK):
        for char in map(chr, block):
            spelling = accented(char) if unicodedata.normalize("NFD", char) != char else None
            if spelling:
                yield char, spelling
