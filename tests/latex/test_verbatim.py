"""Addresses and identifiers."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.latex.verbatim import url_command, verbatim
from tests.support.tex import need_classic, need_modern, print_classic, print_modern

ADDRESS = "https://example.org/~a/b%20c_d?x=1&y=%C3%A9#frag$--"
LONG = "https://example.org/" + "segment/" * 40 + "end%20#x"


def test_an_address_is_not_escaped() -> None:
    assert verbatim(ADDRESS) == ADDRESS
    assert verbatim(" 10.1002/(SICI)1097-4571(199405)45:4<{x}> ") == "10.1002/(SICI)1097-4571(199405)45:4<{x}>"


def test_what_would_break_a_field_is_percent_encoded() -> None:
    assert verbatim("https://a.b/x y\\z\x00\n}{é\ud800") == "https://a.b/x%20y%5Cz%00%0A%7D%7B%C3%A9%3F"


def test_a_command_holds_nothing_tex_reads_before_it() -> None:
    assert url_command("https://a.b/{x}^^5c|\\y z_~&$") == r"\url{https://a.b/\%7Bx\%7D\%5E\%5E5c\%7C\%5Cy\%20z_~&$}"
    assert url_command("https://a.b/x%20y#z") == r"\url{https://a.b/x\%20y\#z}"


@given(st.text())
def test_every_value_is_printable_ascii_with_balanced_braces(text: str) -> None:
    for latex in (verbatim(text), url_command(text)[4:]):
        assert latex.isascii()
        assert not latex or latex.isprintable()
        assert latex.count("{") == latex.count("}")


@given(st.text())
def test_a_value_stays_as_it_is_the_second_time(text: str) -> None:
    assert verbatim(verbatim(text)) == verbatim(text)


NOTED = f"@misc{{a, author={{A B}}, title={{T}}, howpublished={{QXA {url_command(ADDRESS)} QYA}}}}\n" + (
    f"@misc{{b, author={{B B}}, title={{U}}, note={{QXB {url_command(LONG)} QYB}}}}\n"
)
FIELD = f"@online{{a, author={{A B}}, title={{QXA}}, url={{{verbatim(ADDRESS)}}}, note={{T}}}}\n"


@pytest.mark.tex
@pytest.mark.parametrize(("packages", "style"), [("hyperref", "plain"), ("natbib,hyperref", "plainnat")])
def test_classic_styles_print_an_address_in_a_note_as_it_is(packages: str, style: str, tmp_path: Path) -> None:
    need_classic()
    printed = print_classic(
        NOTED, style, tmp_path, packages="".join(map(r"\usepackage{{{}}}".format, packages.split(",")))
    )
    assert printed.errors == printed.complaints == ()
    assert printed.between("QXA", "QYA").split() == [ADDRESS]
    assert "".join(printed.between("QXB", "QYB").split()) == LONG


@pytest.mark.tex
@pytest.mark.parametrize("package", ["url", "xurl"])
def test_without_hyperref_it_compiles_and_shows_the_escapes(package: str, tmp_path: Path) -> None:
    need_classic()
    printed = print_classic(NOTED, "plain", tmp_path, packages=rf"\usepackage{{{package}}}")
    assert printed.errors == printed.complaints == ()
    assert printed.between("QXA", "QYA").split() == [ADDRESS.replace("%", "\\%").replace("#", "\\#")]


@pytest.mark.tex
def test_biblatex_prints_an_address_in_a_note_as_it_is(tmp_path: Path) -> None:
    need_modern()
    printed = print_modern(NOTED, tmp_path, packages=r"\usepackage{hyperref}")
    assert (printed.errors, printed.complaints) == ((), ())
    assert printed.between("QXA", "QYA").split() == [ADDRESS]
    assert "".join(printed.between("QXB", "QYB").split()) == LONG


@pytest.mark.tex
def test_biblatex_prints_a_url_field_as_it_is(tmp_path: Path) -> None:
    need_modern()
    printed = print_modern(FIELD, tmp_path)
    assert (printed.errors, printed.complaints) == ((), ())
    assert ADDRESS in printed.text
