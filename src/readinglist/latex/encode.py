"""Plain text as LaTeX: for classic BibTeX in ASCII, for BibLaTeX in UTF-8. Text never becomes a command."""

import re
import unicodedata

from readinglist.latex.accents import accented, precomposed
from readinglist.latex.mathmode import split_math
from readinglist.latex.symbols import SPECIALS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS

# Control characters, byte order marks, direction marks, soft hyphens, tags, lone surrogates, noncharacters: a
# bibliography has no use for them, and TeX or biber stops at some. Joiners mean something where the script is kept.
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
)
_JOINERS = "\u200c\u200d\ufe00-\ufe0f"
_BLANK = "\t-\r\x85\u1680\u2000-\u2008\u200a\u2028\u2029\u205f\u3000"
_MARKS = "\u0300-\u036f"
# Two of these side by side are one sign in TeX's fonts: `--` a dash, `''` a quotation mark, ?` an inverted one.
_LIGATURES = "[-‐‑‒–—―]{2,}|['’”ʼ]{2,}|[`‘“ʻ]{2,}|[!?][`‘“ʻ]+|,{2,}"
_UTF8_LIGATURES = "-{2,}|'{2,}|`{2,}|[!?]`+|,{2,}|<{2,}|>{2,}"

_ITSELF = {char: char for char in "-',!?"}
_TABLE = dict(precomposed()) | SPECIALS | SYMBOLS | _ITSELF
_KNOWN = "".join(map(re.escape, _TABLE))
_BASES = "A-Za-z" + "".join(map(re.escape, filter(str.isalpha, _TABLE)))
_UP, _DOWN = ("".join(map(chr, digits)) for digits in (SUPERSCRIPTS, SUBSCRIPTS))

_BLANKS = f"[ {_BLANK}]*[{_BLANK}][ {_BLANK}]*"
_ASCII_PARTS = re.compile(
    f"[{_BASES}][{_MARKS}]+|[{_UP}]+|[{_DOWN}]+|{_LIGATURES}|{_BLANKS}|[{_DROPPED}{_JOINERS}{_KNOWN}]"
)
_UTF8_PARTS = re.compile(rf"{_UTF8_LIGATURES}|{_BLANKS}|[{_DROPPED}]|[\\{{}}%&#_~^$`\u00a0]")
# The patterns above try many things at every letter. These two only find where there is something to look at,
# which `re` does ten times as fast; neither sees a letter before a mark, two commas or a space before a tab.
_ASCII_RUN = re.compile(f"[^A-Za-z0-9 .,:;()/+=@*\"\\[\\]{_MARKS}][-',!?{_UP}{_DOWN}`‘’“”ʻʼ‐‑‒–—―]*")
_UTF8_RUN = re.compile(rf"[-',!?<>`\\{{}}%&#_~^$\u00a0{_DROPPED}][-',!?<>`]*")
_RARE = re.compile(f"[{_MARKS}{_BLANK}]")
# Most names and many titles are as plain as this: every sign alone, and none that TeX reads.
_HARMLESS = re.compile(r"[A-Za-z0-9 .:;()/+=@*\"\[\]]*(?:[-',!?][A-Za-z0-9 .:;()/+=@*\"\[\]]+)*[-',!?]?")
_STRANGE = re.compile(f"[^\x00-\x7f{_KNOWN}{_MARKS}{_UP}{_DOWN}{_DROPPED}{_JOINERS}{_BLANK}]")
_INTRICATE = re.compile(f"[^ -~{_KNOWN}{_UP}{_DOWN}{_DROPPED}{_JOINERS}]")  # strange or rare, in one look
_LONE_MARK = re.compile(f"(?<![{_BASES}{_MARKS}])[{_MARKS}]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# biber shortens a name that begins `{\textbraceleft}` to half a pair of braces, and TeX stops.
_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_IN_UTF8 = SPECIALS | _BRACES | {"`": SYMBOLS["`"], "\u00a0": "~", "<": "<", ">": ">"} | _ITSELF


def ascii_latex(text: str) -> str:
    """Return the text for classic BibTeX: ASCII wherever LaTeX has a way to say it, accents as `{\\'e}`."""
    if text.isascii():
        if _HARMLESS.fullmatch(text):
            return text
    else:
        text = unicodedata.normalize("NFC", text)
    if not (_INTRICATE.search(text) or "$" in text or ",," in text):
        return _ASCII_RUN.sub(_ascii_run, text)
    text = _STRANGE.sub(_compatible, text)
    return "".join(split_math(text, _ascii)) if "$" in text else _ascii(text)


def unicode_latex(text: str) -> str:
    """Return the text for BibLaTeX: UTF-8 as it is, only what TeX would take for a command escaped."""
    if text.isascii():
        if _HARMLESS.fullmatch(text):
            return text
    else:
        text = unicodedata.normalize("NFC", text)
    return "".join(split_math(text, _utf8)) if "$" in text else _utf8(text)


def unsettable(text: str) -> tuple[str, ...]:
    """Return the characters, each once, that pdfLaTeX with T1 fonts has no way to print."""
    return tuple(dict.fromkeys(_BEYOND_ASCII.findall(ascii_latex(text))))


def _ascii(text: str) -> str:
    if _RARE.search(text) or ",," in text:
        return _ASCII_PARTS.sub(_ascii_spelling, text)
    return _ASCII_RUN.sub(_ascii_run, text)


def _utf8(text: str) -> str:
    if _RARE.search(text):
        return _UTF8_PARTS.sub(_utf8_spelling, text)
    return _UTF8_RUN.sub(_utf8_run, text)


def _ascii_run(found: re.Match[str]) -> str:
    run = found[0]
    return _TABLE.get(run) or _ASCII_PARTS.sub(_ascii_spelling, run)


def _utf8_run(found: re.Match[str]) -> str:
    run = found[0]
    return _IN_UTF8.get(run) or _UTF8_PARTS.sub(_utf8_spelling, run)


def _ascii_spelling(found: re.Match[str]) -> str:
    chars = found[0]
    known = _TABLE.get(chars)
    if known is not None:
        return known
    if chars[0] in _UP:
        return f"{{\\textsuperscript{{{chars.translate(SUPERSCRIPTS)}}}}}"
    if chars[0] in _DOWN:
        return f"{{\\textsubscript{{{chars.translate(SUBSCRIPTS)}}}}}"
    if "\u0300" <= chars[-1] <= "\u036f":
        return accented(chars) or _TABLE.get(chars[0], chars[0]) + chars[1:]
    return _apart(chars, _TABLE)


def _utf8_spelling(found: re.Match[str]) -> str:
    chars = found[0]
    return _IN_UTF8.get(chars) or _apart(chars, _IN_UTF8)


def _apart(chars: str, table: dict[str, str]) -> str:
    """Spell a run of blanks as one space, dropped characters as nothing, a ligature's parts one by one."""
    if len(chars) == 1 and not chars.isspace():
        return ""
    if chars.isspace():
        return " "
    # Braces between the two would do for pdfTeX, not for LuaTeX.
    return "\\/".join(table.get(char, char) for char in chars)


def _compatible(found: re.Match[str]) -> str:
    """Take a ligature, a full-width or a mathematical letter for what it stands for, if all of that can be set."""
    plain = unicodedata.normalize("NFKC", found[0])
    return found[0] if _STRANGE.search(plain) or _LONE_MARK.search(plain) else plain
