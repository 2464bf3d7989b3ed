"""What LaTeX macros stand for, in every spelling people use: the tables of `decode`."""

from readinglist.latex.accents import MACROS, precomposed
from readinglist.latex.symbols import LETTERS, MATH, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS

# Accent macro -> combining character. The last three come with Vietnamese fonts or as a tie over two letters.
ACCENTS = {macro: mark for mark, macro in MACROS.items()} | {"h": "\u0309", "horn": "\u031b", "t": "\u0361"}
# The accent alone, over nothing: `\~{}`.
ALONE = {
    "`": "`",
    "'": "´",
    "^": "^",
    "~": "~",
    '"': "¨",
    "=": "¯",
    "u": "˘",
    ".": "˙",
    "r": "˚",
    "v": "ˇ",
    "c": "¸",
    "k": "˛",
}

_OTHER_NAMES = """
pounds £  euro €  EUR €  copyright ©  dag †  ddag ‡  S §  P ¶  dots …  textellipsis …  degree °  textohm Ω
guillemetleft «  guillemetright »  flqq «  frqq »  flq ‹  frq ›  glqq „  grqq “  glq ‚  grq ‘
textendash –  textemdash —  textquoteleft ‘  textquoteright ’  lq ‘  rq ’  textquotedblleft “  textquotedblright ”
textquotesingle '  textquotedbl "  textunderscore _  textdollar $  textasciicircum ^  textasciitilde ~
textbackslash \\  textbraceleft {  textbraceright }  slash /  textasteriskcentered *  textonesuperior ¹
texttwosuperior ²  textthreesuperior ³  textleftarrow ←  textrightarrow →  textuparrow ↑  textdownarrow ↓
TeX TeX  LaTeX LaTeX  LaTeXe LaTeX2e  BibTeX BibTeX  BibLaTeX BibLaTeX  XeTeX XeTeX  le ≤  ge ≥  ne ≠  to →
"""
_BLANK = "space nobreakspace thinspace enspace enskip quad qquad newline linebreak hfill"
# They change how letters look, or nothing; their argument is text like any other.
_SILENT = """
emph textit textbf textsc texttt textrm textsf textsl textup textmd textnormal text mbox hbox underline mkbibemph
mkbibitalic mkbibbold em it bf sc tt rm sl sf itshape bfseries upshape scshape slshape mdseries ttfamily rmfamily
sffamily normalfont normalsize small footnotesize large relax protect ignorespaces unskip allowbreak nobreak
null leavevmode nocase MakeSentenceCase textcompwordmark selectfont boldmath unboldmath
"""
# Control symbols: `\&` is an ampersand, `\,` a space, `\-` a hint where to divide a word.
CHARACTERS = {char: char for char in "&%$#_{}"} | dict.fromkeys(" ,;:>\\\n\t", " ") | dict.fromkeys("-/!@", "")


def _words(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _names() -> dict[str, str]:
    letters = {name: char for char, name in LETTERS.items()}
    mathematics = {command[1:]: char for char, command in MATH.items()}
    text = {latex[2:-1]: char for char, latex in SYMBOLS.items() if latex.startswith("{\\") and "{" not in latex[2:]}
    silent = dict.fromkeys(_SILENT.split(), "")
    return mathematics | letters | text | dict.fromkeys(_BLANK.split(), " ") | silent | _words(_OTHER_NAMES)


def _in_math() -> dict[str, str]:
    spelled = (SYMBOLS | dict(precomposed())).items()
    found = {latex.partition("\\ensuremath{")[2]: (latex, char) for char, latex in spelled if "\\ensuremath" in latex}
    return {inner[: -2 if latex[0] == "{" else -1]: char for inner, (latex, char) in found.items()}


def _raised(table: dict[int, int]) -> dict[int, int]:
    return {plain: char for char, plain in table.items()}


NAMES = _names()
# What stands in \\ensuremath{...} -> the character it prints.
IN_MATH = _in_math()
RAISED = {"textsuperscript": _raised(SUPERSCRIPTS), "textsubscript": _raised(SUBSCRIPTS)}
