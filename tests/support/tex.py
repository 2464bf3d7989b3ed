"""Real TeX for tests: hand in a .bib and a style, get back what the PDF says, entry by entry."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.support.tools import need

CLASSIC_STYLES = ("plain", "abbrv", "alpha", "unsrt")
_CLASSIC_TOOLS = ("pdflatex", "bibtex", "pdftotext")
_MODERN_TOOLS = ("lualatex", "biber", "pdftotext")
# Wide enough that no entry is broken over two lines.
_PAGE = r"\usepackage[paperwidth=560cm,paperheight=560cm,margin=2cm]{geometry}\hyphenpenalty=10000\raggedright"
_CLASSIC = r"""\documentclass{article}
\usepackage[T1]{fontenc}\usepackage{lmodern}\usepackage{amsmath,amssymb}%(packages)s
%(page)s
\begin{document}\nocite{*}\bibliographystyle{%(style)s}\bibliography{list}\end{document}
"""
_MODERN = r"""\documentclass{article}
\usepackage{fontspec}\usepackage{amsmath,amssymb}
%(fonts)s%(packages)s\usepackage[backend=biber,style=%(style)s,maxnames=99]{biblatex}\addbibresource{list.bib}
%(page)s
\begin{document}\nocite{*}\printbibliography\end{document}
"""
_FALLBACK = r"""\directlua{luaotfload.add_fallback("wide", {"DejaVu Serif:mode=node;", "DejaVu Sans:mode=node;"})}
\setmainfont{Latin Modern Roman}[RawFeature={fallback=wide}]
"""
_MISSING = re.compile(r"Missing character: There is no .*?\(U\+([0-9A-F]+)\)")


@dataclass(frozen=True)
class Printed:
    """What became of a bibliography: the PDF's text, the .bbl, what TeX complained of, what the font lacked."""

    text: str
    bbl: str
    errors: tuple[str, ...]
    complaints: tuple[str, ...]
    missing: frozenset[str]

    def between(self, start: str, end: str) -> str:
        """Return what is printed between two marks, which the entry itself must carry."""
        _, found, rest = self.text.partition(start)
        assert found, f"{start} was not printed"
        inside, found, _ = rest.partition(end)
        assert found, f"{end} was not printed"
        return inside


def need_classic() -> None:
    """Skip without bibtex and pdflatex."""
    need(*_CLASSIC_TOOLS)


def need_modern() -> None:
    """Skip without biber and lualatex."""
    need(*_MODERN_TOOLS)


def print_classic(bib: str, style: str, where: Path, packages: str = "") -> Printed:
    """Set every entry of a .bib with bibtex and pdflatex, T1 fonts, in a classic style."""
    _write(where, bib, _CLASSIC % {"style": style, "page": _PAGE, "packages": packages})
    _run(where, "pdflatex", "-draftmode")
    bibtex = subprocess.run(["bibtex", "list"], cwd=where, capture_output=True, check=False, timeout=900)
    complaints = [
        line for line in bibtex.stdout.decode(errors="replace").splitlines() if "rror" in line or "---" in line
    ]
    _run(where, "pdflatex", "-draftmode")
    _run(where, "pdflatex")
    return _printed(where, complaints)


def print_modern(bib: str, where: Path, style: str = "numeric", packages: str = "") -> Printed:
    """Set every entry of a .bib with biber and lualatex, with a wide fallback font where there is one."""
    fonts = _FALLBACK if _has_font("DejaVu Serif") else ""
    _write(where, bib, _MODERN % {"style": style, "page": _PAGE, "fonts": fonts, "packages": packages})
    _run(where, "lualatex", "-draftmode")
    biber = subprocess.run(["biber", "--nolog", "list"], cwd=where, capture_output=True, check=False, timeout=900)
    lines = biber.stdout.decode(errors="replace").splitlines()
    _run(where, "lualatex")
    return _printed(where, [line for line in lines if line.startswith(("WARN", "ERROR"))])


def folded(text: str) -> str:
    """Return text as it is compared with a PDF's: compatibility forms, plain dashes and quotes, no blanks."""
    text = unicodedata.normalize("NFKC", text)
    return re.sub(r"\s+", "", text.translate(_FOLDS))


def skeleton(text: str) -> str:
    """Return the letters and signs of a text without accents and without the punctuation that styles add.

    TeX builds ķ and ọ of two glyphs, which a PDF's text gives in any order; controls and joiners no reader sees.
    """
    shown = "".join(char for char in text if unicodedata.category(char) not in ("Cc", "Cf") or char in "\t\n")
    plain = unicodedata.normalize("NFD", folded(shown).replace("ı", "i").replace("ȷ", "j"))
    return folded(re.sub(r"[\u0300-\u036f.,'\"´`¨¯¸˛^~]", "", plain))


_ALIKE: Mapping[str, str] = {
    "–—−‐‑‒―": "-",
    "’‘ʼʻ‛`´": "'",
    "“”„": '"',
    "∗⋆": "*",
    "∆": "Δ",
    "Đ": "Ð",
}
# T1 prints these with the letters of another script or sign.
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo", strict=True))
_FOLDS = {ord(char): plain for chars, plain in _ALIKE.items() for char in chars} | str.maketrans(_GREEK)


def _write(where: Path, bib: str, document: str) -> None:
    where.mkdir(parents=True, exist_ok=True)
    (where / "list.bib").write_text(bib, encoding="utf-8")
    (where / "list.tex").write_text(document, encoding="utf-8")


def _run(where: Path, engine: str, *options: str) -> None:
    command = [engine, "-interaction=nonstopmode", "-no-shell-escape", "-file-line-error", *options, "list.tex"]
    subprocess.run(command, cwd=where, capture_output=True, check=False, timeout=900)


def _printed(where: Path, complaints: list[str]) -> Printed:
    log = (where / "list.log").read_text(encoding="utf-8", errors="replace")
    bbl = where / "list.bbl"
    subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", "list.pdf"], cwd=where, capture_output=True, check=False, timeout=900
    )
    text = where / "list.txt"
    return Printed(
        text.read_text(encoding="utf-8") if text.exists() else "",
        bbl.read_text(encoding="utf-8", errors="replace") if bbl.exists() else "",
        tuple(re.findall(r"^(?:\./list\.\w+:\d+: .*|! .*)$", log, re.MULTILINE)),
        tuple(complaints),
        frozenset(chr(int(code, 16)) for code in _MISSING.findall(log.replace("\n", ""))),
    )


def _has_font(family: str) -> bool:
    if not shutil.which("fc-list"):
        return False
    listed = subprocess.run(["fc-list", family], capture_output=True, check=False)
    return bool(listed.stdout.strip())
