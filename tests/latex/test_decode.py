"""LaTeX as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.latex.decode import plain_text, undecoded


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\'e \'{e} {\'e} {\'{e}} \' e", "é é é é é"),
        (r"\'{\i} {\'\i} \'i \={\i} \'\i n", "í í í ī ín"),
        (r"\c c \c{c} {\c c} \v{s} \H o \k{a} \r a \u{g} \d{h} \b{d} \.z", "ç ç ç š ő ą å ğ ḥ ḏ ż"),
        (r"\'{\^e} \'\^e \d{\^a} \t{oo} \textcommabelow{s}", "ế ế ậ o͡o ș"),
        (r"\L ukasz, {\L}ukasz, \L{}ukasz, \O{}re, \ss, {\ae}{\OE}\aa", "Łukasz, Łukasz, Łukasz, Øre, ß, æŒå"),
        (r"\~{} \^{} \'{} \~n", "~ ^ ´ ñ"),
        (r"{\'{\ae}} {\={\ae}} G{\"o}del na\"{\i}ve", "ǽ ǣ Gödel naïve"),
    ],
)
def test_accents_and_letters_in_every_spelling(latex: str, text: str) -> None:
    assert plain_text(latex) == text


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\& \% \$ \# \_ \{ \}", "& % $ # _ { }"),
        (r"\textbackslash{}a \textasciitilde{} \textbraceleft x", r"\a ~ {x"),
        ("a--b---c ``q'' `s' it's ?`Que? !`Ol", "a–b—c “q” ‘s' it's ¿Que? ¡Ol"),
        ("-{}- and -{-} and -\\/-", "-- and -- and --"),
        ("a~b\\,c\\ d\\quad e\\\\f \t\n g", "a b c d e f g"),
        (r"pre\-train\/ing", "pretraining"),
        (r"{\ldots} \dots \S 5 \copyright{} \textregistered \texttrademark\ x", "… …§5 © ®™ x"),
        (r"H\textsubscript{2}O 1\textsuperscript{st} x\textsuperscript{-12}", "H₂O 1st x⁻¹²"),
        (r"{The {GPU} {{B}ook}}", "The GPU Book"),
        (r"\emph{a} \textit{b} {\em c} {\bf d} \textsc{E} \mbox{f} \texttt{g}", "a b c d E f g"),
        (r"\enquote{x} and \TeX{}nik, \LaTeX", "“x” and TeXnik, LaTeX"),
        (r"\url{https://a.b/~c_d\%20e\#f} \href{https://a.b}{\emph{t}}", "https://a.b/~c_d%20e#f t"),
        ("no latex at all\n here ", "no latex at all here"),
    ],
)
def test_signs_spaces_and_wrappers(latex: str, text: str) -> None:
    assert plain_text(latex) == text
    assert undecoded(latex) == ()


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"An {$O(n \log n)$} bound", r"An $O(n \log n)$ bound"),
        (r"$x_{1}$ and \(y\) and $$z$$", "$x_{1}$ and $y$ and $z$"),
        (r"\ensuremath{\alpha} {\ensuremath{\leq}} \ensuremath{x^2} \alpha", "α ≤ $x^2$ α"),
        (r"\$5 and \$6", "$5 and $6"),
    ],
)
def test_formulas_stay_formulas(latex: str, text: str) -> None:
    assert plain_text(latex) == text


def test_unknown_macros_stay_with_their_arguments_and_are_listed() -> None:
    latex = r"\noopsort{1973b}The \bibinfo[x]{a}{b {\c c}} {\'e} \emph{\foo} \foo"
    assert plain_text(latex) == r"\noopsort{1973b}The \bibinfo[x]{a}{b {\c c}} é \foo \foo"
    assert undecoded(latex) == (r"\noopsort", r"\bibinfo", r"\foo")


@pytest.mark.parametrize(
    "latex", ["{", "}", "\\", "\\emph{", "$", "\\'", "\\c", "\\url{", "\\href{a}", "{" * 5000, "\\'{" * 500]
)
def test_broken_latex_is_read_as_far_as_it_goes(latex: str) -> None:
    assert isinstance(plain_text(latex), str)


@given(st.text(alphabet="\\{}$'`^\"~-=.cuvi aemphurltextsuperscript\n()[]é", max_size=60))
def test_no_input_stops_the_reader(latex: str) -> None:
    text = plain_text(latex)
    assert text == " ".join(text.split())
    assert all(macro.startswith("\\") for macro in undecoded(latex))
