"""The truth about an exporter is what TeX prints: every nasty title and name, in one document per style."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from readinglist.latex.encode import ascii_latex, unicode_latex, unsettable
from readinglist.latex.mathmode import _ARGUMENTS, _ONE_SIGN, _SYMBOLS, _WORDS
from readinglist.latex.protect import pieces, title_latex
from tests.latex.nasty import BEYOND, FORMULAS, NAMES, TITLES
from tests.support.tex import CLASSIC_STYLES, Printed, need_classic, need_modern, print_classic, print_modern, skeleton

pytestmark = pytest.mark.tex

SETTABLE = {title: title for title in TITLES} | dict(FORMULAS)
EVERY_TITLE = (*SETTABLE, *BEYOND)


def bibliography(spell: Callable[[str], str], titles: Iterable[str]) -> str:
    """Put every title and name between two marks that survive any style."""
    entries = [
        f"@misc{{t{at}, author={{QXT{at}Q}}, howpublished={{QYT{at}Q}}, year={1900 + at},"
        f" title={{{title_latex(title, (), spell)}}}}}"
        for at, title in enumerate(titles)
    ]
    entries += [
        f"@misc{{n{at}, author={{QXN{at}Q, Z and {spell(family)}, {spell(given)} and QYN{at}Q, Z}}, title={{T}}}}"
        for at, (family, given, _) in enumerate(NAMES)
    ]
    return "\n".join(entries) + "\n"


def title_of(printed: Printed, at: int) -> str:
    return printed.between(f"QXT{at}Q", f"QYT{at}Q").strip().removeprefix(".").strip(" \n,.").strip()


def name_of(printed: Printed, at: int) -> str:
    found = printed.between(f"QXN{at}Q,", f"QYN{at}Q")
    return re.sub(r"(?:,? and|,) Z\.? *$", "", found).strip()


@pytest.fixture(scope="module", params=CLASSIC_STYLES)
def classic(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Printed]:
    need_classic()
    where: Path = tmp_path_factory.mktemp(request.param)
    return request.param, print_classic(bibliography(ascii_latex, SETTABLE), request.param, where)


@pytest.fixture(scope="module")
def modern(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    need_modern()
    return print_modern(bibliography(unicode_latex, EVERY_TITLE), tmp_path_factory.mktemp("modern"))


def test_classic_styles_set_everything_without_an_error(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    assert (printed.errors, printed.complaints, printed.missing) == ((), (), frozenset())


def test_classic_styles_print_every_title(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    wrong = {}
    for at, expected in enumerate(SETTABLE.values()):
        got = title_of(printed, at)
        if skeleton(got).casefold() != skeleton(expected.strip(" .")).casefold():
            wrong[expected] = got
    assert wrong == {}


def test_classic_styles_keep_protected_capitals(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    lost = [
        piece.text
        for at, title in enumerate(TITLES)
        for piece in pieces(title)
        if piece.protected and skeleton(piece.text) not in skeleton(title_of(printed, at))
    ]
    assert lost == []


def test_classic_styles_print_every_name(classic: tuple[str, Printed]) -> None:
    style, printed = classic
    wrong = {}
    for at, (family, given, short) in enumerate(NAMES):
        expected = f"{short if style == 'abbrv' else given} {family}"
        if skeleton(name_of(printed, at)) != skeleton(expected):
            wrong[expected] = name_of(printed, at)
    assert wrong == {}


def test_alpha_labels_have_whole_letters(classic: tuple[str, Printed]) -> None:
    style, printed = classic
    if style == "alpha":
        labels = re.findall(r"\\bibitem\[(.*)\]\{n\d+\}", printed.bbl)
        assert len(labels) == len(NAMES)
        assert {re.sub(r"^Q|Q[a-z]?$", "", label) for label in labels} >= {
            "K",
            r"{\c{C}}",
            r"{\=O}",
            r"{\DJ}",
            r"{\v{C}}",
        }


def test_biber_and_lualatex_set_everything_without_an_error(modern: Printed) -> None:
    assert (modern.errors, modern.complaints) == ((), ())


def test_biber_and_lualatex_print_every_title(modern: Printed) -> None:
    wrong = {}
    for at, expected in enumerate(EVERY_TITLE):
        if expected in dict(FORMULAS):
            continue  # LuaTeX's old mathematical fonts do not tell a PDF reader their letters
        shown = "".join(char for char in expected if char not in modern.missing)
        got = title_of(modern, at).replace("\ufffd", "")
        # Without a bidi package, right-to-left words stand in the PDF from left to right.
        if sorted(skeleton(got)) != sorted(skeleton(shown.strip(" ."))):
            wrong[expected] = got
    assert wrong == {}


def test_biber_and_lualatex_print_every_name(modern: Printed) -> None:
    wrong = {}
    for at, (family, given, _) in enumerate(NAMES):
        got = name_of(modern, at)
        if skeleton(got) not in (skeleton(f"{given} {family}"), skeleton(f"{family} {given}")):
            wrong[f"{given} {family}"] = got
    assert wrong == {}


def test_every_command_allowed_in_a_formula_compiles(tmp_path: Path) -> None:
    need_classic()
    symbols = [f"${symbol}$" for symbol in sorted(_SYMBOLS)]
    signs = [f"$x_{sign}^{sign}$" for sign in sorted(_ONE_SIGN)]
    with_arguments = [f"${command}{'{x}' * count}^2$" for command, count in _ARGUMENTS.items()]
    titles = [*symbols, *signs, *with_arguments, *(f"$x{word}{{if a-b}}$" for word in _WORDS)]
    bib = "\n".join(f"@misc{{k{at}, title={{{ascii_latex(f'A {title} b')}}}}}" for at, title in enumerate(titles))
    assert all(f"A {{{title}}} b" in bib for title in titles)
    printed = print_classic(bib, "unsrt", tmp_path)
    assert printed.errors == printed.complaints == ()


def test_what_is_reported_as_unsettable_is_exactly_what_fails() -> None:
    assert {title for title in EVERY_TITLE if unsettable(title)} == set(BEYOND)
