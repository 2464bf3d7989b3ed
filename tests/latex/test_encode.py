"""Plain text as LaTeX."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readinglist.latex.decode import plain_text
from readinglist.latex.encode import ascii_latex, unicode_latex, unsettable
from readinglist.latex.symbols import SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS
from tests.latex.nasty import BEYOND, TITLES

ANY_TEXT = st.text() | st.text(alphabet="\\{}%&#_$~^-'`“”’–—,?!<> aÉ\u0301α²₂\x00\u200b\u00a0𝔸ﬁ王", max_size=30)


def test_an_ordinary_title_stays_as_it_is() -> None:
    title = "Efficient memory management (2nd ed.): PagedAttention, and more; why not?"
    assert (ascii_latex(title), unicode_latex(title)) == (title, title)


def test_accents_are_special_characters_to_bibtex() -> None:
    assert ascii_latex("Łukasz Víctor Şahin Øystein Ó Č ï Å ß") == (
        r"{\L}ukasz V{\'i}ctor {\c{S}}ahin {\O}ystein {\'O} {\v{C}} {\"i} {\AA} {\ss}"
    )


def test_a_dotless_i_is_used_only_where_t1_has_no_accented_one() -> None:
    assert ascii_latex("í ì î ï ī ĩ ǐ ĵ ı") == r"{\'i} {\`i} {\^i} {\"i} {\={\i}} {\~{\i}} {\v{\i}} {\^{\j}} {\i}"


def test_accents_nest_with_those_below_outside() -> None:
    assert ascii_latex("ễ ậ ặ ǘ ǭ ǿ") == r"{\~{\^e}} {\d{\^a}} {\d{\u{a}}} {\'{\" u}} {\k{\=o}} {\'{\o}}".replace(
        '" u', '"u'
    )


def test_a_combining_mark_joins_the_letter_before_it() -> None:
    assert ascii_latex("e\u0301, x\u0304 and \u03b7\u0301") == r"{\'e}, {\=x} and {\ensuremath{\acute{\eta}}}"


def test_signs_tex_reads_are_escaped() -> None:
    assert ascii_latex("\\ { } % & # _ $ ~ ^") == (
        r"\textbackslash{} {\textbraceleft} {\textbraceright} \% \& \# \_ \$ \textasciitilde{} \textasciicircum{}"
    )
    assert unicode_latex("\\ { } % & # _ $ ~ ^") == (
        r"\textbackslash{} \textbraceleft{} \textbraceright{} \% \& \# \_ \$ \textasciitilde{} \textasciicircum{}"
    )


def test_dashes_quotes_and_spaces_have_their_tex_spelling() -> None:
    assert ascii_latex('a–b—c “q” ‘s’ it’s x\u00a0y «g»… "raw"') == (
        "a--b---c ``q'' `s' it's x~y {\\guillemotleft}g{\\guillemotright}{\\ldots} \"raw\""
    )


def test_typed_ligatures_stay_apart() -> None:
    assert ascii_latex("-- --- '' ,, ?‘ –-") == r"-\/- -\/-\/- '\/' ,\/, ?\/` --\/-"
    assert unicode_latex("-- '' << ?` –— ’”") == r"-\/- '\/' <\/< ?\/{\textasciigrave} –— ’”"


def test_mathematics_is_written_as_mathematics() -> None:
    assert ascii_latex("α-VAE: H₂O, 10⁻¹² ≤ ∞ → Α") == (
        r"{\ensuremath{\alpha}}-VAE: H{\textsubscript{2}}O, 10{\textsuperscript{-12}} {\ensuremath{\leq}}"
        r" {\ensuremath{\infty}} {\ensuremath{\rightarrow}} \ensuremath{\mathrm{A}}"
    )


@pytest.mark.parametrize(
    "formula",
    [
        "$x$", "$O(n \\log n)$", "$\\alpha$", "$x_1^2$", "$f''$", "$x'^2$", "$\\mathcal{O}(\\sqrt{T})$",
        "$\\frac{a}{b}$", "$\\hat{x}_{i+1} \\leq y$", "$^2$", "$\\mathbb{R}^n$", "$a, b \\in S$", "$x \\text{ if odd}$",
    ],
)  # fmt: skip
def test_a_formula_of_known_commands_is_copied_where_no_style_changes_its_letters(formula: str) -> None:
    assert ascii_latex(f"An {formula} bound") == f"An {{{formula}}} bound"
    assert unicode_latex(formula) == f"{{{formula}}}"


@pytest.mark.parametrize(
    "text",
    [
        "$\\input{/etc/passwd}$", "$\\def\\x{y}$", "$x^$", "$x^a^b$", "$x^2'$", "$\\frac{a}$",
        "$\\text{x^2}$", "$\\text$", "$x^\\hat{a}$", "$x^\\log$", "$\\sqrt$", "${x$",
        "$x}$", "$^^5cinput$", "$a % b$", "$a&b$", "$a#b$", "$\\unknown$", "$$x$$", "$\\left( x$", "$5 and $6",
        "$5-$6", "US$ and A$", "Ke$ha and A$AP", "$HOME and $PATH", "$", "\\$x$", "$\\$", "$ x$",
    ],
)  # fmt: skip
def test_anything_else_between_dollars_is_literal_text(text: str) -> None:
    latex = ascii_latex(text)
    assert "{$" not in latex
    assert latex.count(r"\$") == text.count("$")
    assert plain_text(latex) == text


def test_symbols_in_a_formula_become_commands() -> None:
    assert unicode_latex("$ℓ_1 ≤ α$") == r"{$\ell _1 \leq  \alpha$}"


def test_controls_are_dropped_and_blanks_are_spaces() -> None:
    assert ascii_latex("a\x00b\x1b[31m\u200bc\u2060\ufeff d\t\ne\u2003f\ud800") == "ab[31mc d e f"
    assert unicode_latex("a\x00b\u200bc\u202e d \n e\ud800") == "abc d e"


def test_joiners_stay_where_the_script_stays() -> None:
    assert unicode_latex("می\u200cخواهم 👩\u200d💻") == "می\u200cخواهم 👩\u200d💻"


def test_compatibility_characters_are_taken_for_what_they_stand_for() -> None:
    assert ascii_latex("ﬁne ＦＵＬＬ ① ℝ 𝐀 ＼input｛x｝ －－") == (
        r"fine FULL 1 R A \textbackslash{}input{\textbraceleft}x{\textbraceright} -\/-"
    )


def test_what_cannot_be_set_is_kept_and_named() -> None:
    assert ascii_latex("深度 ơ 🤗 深") == "深度 ơ 🤗 深"
    assert unsettable("深度 ơ 🤗 深") == ("深", "度", "ơ", "🤗")
    assert unsettable("Nguyễn, ﬁ, α, “x”") == ()
    assert all(map(unsettable, BEYOND))
    assert not any(map(unsettable, TITLES))


def test_an_injection_comes_out_as_text() -> None:
    assert ascii_latex("\\input{/etc/passwd} \\write18{rm} ^^5c") == (
        r"\textbackslash{}input{\textbraceleft}/etc/passwd{\textbraceright} "
        r"\textbackslash{}write18{\textbraceleft}rm{\textbraceright} \textasciicircum{}\textasciicircum{}5c"
    )


def balanced(latex: str) -> bool:
    """Count braces as BibTeX does: each one, escaped or not."""
    level = 0
    for char in latex:
        level += (char == "{") - (char == "}")
        if level < 0:
            return False
    return level == 0


def commands(latex: str) -> set[str]:
    return set(re.findall(r"\\(?:[A-Za-z]+|.)", latex, re.DOTALL))


OURS = commands(" ".join(map(ascii_latex, [*SYMBOLS, *"\\{}~^²₂%&#_$áàâãäāăȧåőčạķąḇșΐὰ"]))) | {
    "\\/", "\\tilde", "\\hat", "\\bar", "\\breve", "\\dot", "\\ddot", "\\grave", "\\acute",
}  # fmt: skip


@given(ANY_TEXT)
def test_braces_always_balance(text: str) -> None:
    assert balanced(ascii_latex(text))
    assert balanced(unicode_latex(text))


@given(ANY_TEXT.map(lambda text: text.replace("$", "")))
def test_no_command_is_ever_taken_from_the_text(text: str) -> None:
    for latex in (ascii_latex(text), unicode_latex(text)):
        assert commands(latex) <= OURS
        assert not re.search(r"(?<!\\)[%&#_]|\^\^|[\x00-\x1f\x7f]", re.sub(r"\\\^|\\\\", "", latex))


def normal(text: str) -> str:
    """What a round trip keeps: blanks are spaces, an apostrophe is straight."""
    for like, kept in {"’ʼ": "'", "ʻ": "‘", "‐‑": "-", "‒": "–", "―": "—"}.items():
        text = re.sub(f"[{like}]", kept, text)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


LATIN = "".join(chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1E00, 0x1F00)))
SETTABLE = "".join(c for c in LATIN + "".join(SYMBOLS) if c not in "$\u00ad" and not unsettable(c) and c.isprintable())
SCRIPTS = "".join(map(chr, [*SUPERSCRIPTS, *SUBSCRIPTS]))


@example("?ʻ’ʼ")
@given(st.text(alphabet=SETTABLE + SCRIPTS))
def test_what_is_written_can_be_read_back(text: str) -> None:
    text = "".join(c for c in text if plain_text(ascii_latex(c)) == normal(c))
    assert plain_text(ascii_latex(text)) == normal(text)


@given(ANY_TEXT)
def test_utf8_can_be_read_back(text: str) -> None:
    text = "".join(c for c in text if c.isprintable() or c == "\u00a0").replace("$", "").replace("`", "")
    assert plain_text(unicode_latex(text)) == plain_text(unicode_latex(plain_text(unicode_latex(text))))


@given(ANY_TEXT)
def test_every_spelling_is_a_string_utf8_can_hold(text: str) -> None:
    ascii_latex(text).encode()
    unicode_latex(text).encode()
