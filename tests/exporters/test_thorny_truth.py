"""Any number of thorny entries, one document per style: nothing is lost, nothing stops TeX, all is printed."""

import re
import unicodedata
from pathlib import Path

import pytest

from readinglist.exporters import find_exporter
from readinglist.latex.encode import unsettable
from readinglist.latex.protect import pieces
from readinglist.model.entry import fields_of
from tests.conftest import SOAK
from tests.support.entries import entry_of, many_entries
from tests.support.tex import CLASSIC_STYLES, Printed, need_classic, need_modern, print_classic, print_modern, skeleton
from tests.support.thorny import ON_THE_WEB, Thorn, address_in, thorny, thorny_catalog

pytestmark = pytest.mark.tex

bibtex, biblatex = map(find_exporter, ("bibtex", "biblatex"))
COUNT = 2000 if SOAK else 120
THORNS = thorny(COUNT)
# What styles print between a title and the container, publisher or version behind it.
_BETWEEN = re.compile(r"(?:in|phdthesis|technicalreport|report)?(?:version)?:?", re.IGNORECASE)


@pytest.fixture(scope="module", params=[*CLASSIC_STYLES, "biblatex"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Printed]:
    style, where = request.param, tmp_path_factory.mktemp(request.param)
    return style, _modern(where) if style == "biblatex" else _classic(style, where)


def _classic(style: str, where: Path) -> Printed:
    need_classic()
    return print_classic(bibtex(thorny_catalog(THORNS)), style, where, r"\usepackage{hyperref}")


def _modern(where: Path) -> Printed:
    need_modern()
    return print_modern(biblatex(thorny_catalog(THORNS)), where, packages=r"\usepackage{hyperref}")


def title_of(printed: Printed, at: int) -> str:
    behind = printed.between(f"QXT{at}Q", f"QYT{at}Q").replace("\ufffd", "")
    return behind.partition(f"https://example.org/u{at}/")[0]


def test_every_entry_is_set_without_an_error(printed: tuple[str, Printed]) -> None:
    style, found = printed
    # Latin Modern and DejaVu have no full-width letters, which pdflatex prints as plain ones.
    missing = {char for char in found.missing if char == unicodedata.normalize("NFKC", char)}
    assert (found.errors, found.complaints, missing) == ((), (), set())
    assert found.bbl.count(r"\entry{" if style == "biblatex" else r"\bibitem") == len(THORNS)


def test_every_title_is_printed_whole_and_nothing_else(printed: tuple[str, Printed]) -> None:
    style, found = printed
    wrong = {}
    for at, thorn in enumerate(THORNS):
        shown = "".join(char for char in thorn.printed if char not in found.missing)
        expected, got = skeleton(shown).casefold(), skeleton(title_of(found, at)).casefold()
        # LuaTeX's old mathematical fonts do not tell a PDF reader their letters.
        if not (style == "biblatex" and "$" in thorn.fields["title"]) and not _is_followed_by_nothing(got, expected):
            wrong[thorn.printed] = title_of(found, at)
    assert wrong == {}


def _is_followed_by_nothing(got: str, expected: str) -> bool:
    return got.startswith(expected) and bool(_BETWEEN.fullmatch(got.removeprefix(expected)))


def test_capitals_that_matter_stay(printed: tuple[str, Printed]) -> None:
    _, found = printed
    lost = [
        piece.text
        for at, thorn in enumerate(THORNS)
        if "$" not in thorn.fields["title"]
        for piece in pieces(thorn.fields["title"])
        if piece.protected and not found.missing & set(piece.text)
        if skeleton(piece.text) not in skeleton(title_of(found, at))
    ]
    assert lost == []


def test_every_name_is_printed(printed: tuple[str, Printed]) -> None:
    style, found = printed
    wrong = {}
    for at, thorn in enumerate(THORNS):
        got = skeleton(found.between(f"QXN{at}Q", f"QXT{at}Q"))
        missing = [part for name in _parts(thorn, style) for part in name if skeleton(part) not in got]
        if missing:
            wrong[" ".join(missing)] = got
    assert wrong == {}


def _parts(thorn: Thorn, style: str) -> list[list[str]]:
    """Return the parts of each name that a style prints in full."""
    short = {"given"} if style == "abbrv" else set()
    return [[text for part, text in name.items() if part not in short] for name in thorn.names]


def test_every_address_of_a_page_is_printed_letter_by_letter(printed: tuple[str, Printed]) -> None:
    style, found = printed
    text = re.sub(r"\s", "", found.text).replace("’", "'")  # how T1 prints a straight one
    asked = {
        at: thorn.fields for at, thorn in enumerate(THORNS) if style == "biblatex" or thorn.fields["type"] in ON_THE_WEB
    }
    wrong = {fields["URL"]: got for at, fields in asked.items() if (got := address_in(text, at)) != fields["URL"]}
    assert wrong == {}


def test_nothing_among_them_is_beyond_pdflatex() -> None:
    assert [thorn.printed for thorn in THORNS if unsettable(thorn.fields["title"])] == []


@pytest.mark.parametrize("style", CLASSIC_STYLES)
def test_entries_with_any_fields_are_set_by_classic_styles(style: str, tmp_path: Path) -> None:
    need_classic()
    records = many_entries(COUNT)
    settable = [entry for entry in records if bibtex(records.only((entry,))).isascii()]
    if style == "alpha":  # which has letters for 26 entries of one name and year
        settable = [entry_of({**fields_of(entry), "issued": str(1000 + at)}) for at, entry in enumerate(settable)]
    found = print_classic(bibtex(records.only(tuple(settable))), style, tmp_path, r"\usepackage{hyperref}")
    assert (found.errors, found.complaints, found.missing) == ((), (), frozenset())
    assert found.bbl.count(r"\bibitem") == len(settable) > COUNT // 4


def test_entries_with_any_fields_are_set_by_biber_and_lualatex(tmp_path: Path) -> None:
    need_modern()
    found = print_modern(biblatex(many_entries(COUNT)), tmp_path, packages=r"\usepackage{hyperref}")
    assert (found.errors, found.complaints) == ((), ())
    assert found.bbl.count(r"\entry{") == COUNT
