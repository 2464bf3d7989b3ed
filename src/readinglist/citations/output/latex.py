r"""LaTeX: \emph and its kin, \href for links, every character that TeX would act on made inert."""

from __future__ import annotations

from readinglist.citations.output.format import MARGIN, Around, Format
from readinglist.citations.richtext import Mark

_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~", "\n": " ", "<": r"\textless{}",
        ">": r"\textgreater{}", "|": r"\textbar{}", "–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'",
        "`": r"\textasciigrave{}", "'": r"\textquotesingle{}", '"': r"\textquotedbl{}",
    }
)  # fmt: skip
_MARKS: dict[Mark, Around] = {
    ("font-style", "italic"): (r"\emph{", "}"),
    ("font-style", "oblique"): (r"\textsl{", "}"),
    ("font-style", "normal"): (r"\textup{", "}"),
    ("font-weight", "bold"): (r"\textbf{", "}"),
    ("font-weight", "normal"): (r"\textmd{", "}"),
    ("font-variant", "small-caps"): (r"\textsc{", "}"),
    ("font-variant", "normal"): (r"\textnormal{", "}"),
    ("text-decoration", "underline"): (r"\underline{", "}"),
    ("vertical-align", "sup"): (r"\textsuperscript{", "}"),
    ("vertical-align", "sub"): (r"\textsubscript{", "}"),
}
_IN_LINKS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", "%": r"\%", "#": r"\#", "^": "%5E", "~": r"\~{}",
                           " ": "%20", "\n": "", "&": r"\&", "_": r"\_", "$": r"\$"})  # fmt: skip


def _around(mark: Mark) -> Around:
    if mark[0] == "link" and mark[1].lower().startswith(("http://", "https://")):
        return (rf"\href{{{mark[1].translate(_IN_LINKS)}}}{{", "}")
    return _MARKS.get(mark, ("", ""))


FORMAT = Format(escape=lambda text: text.translate(_SPECIAL), around=_around, between="\n\n", displays=MARGIN)
