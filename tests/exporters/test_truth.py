"""The truth about the .bib exporters is what TeX prints: a nasty catalog, one document per style."""

import re
from pathlib import Path

import pytest

from readinglist.exporters import find_exporter
from readinglist.latex.encode import unsettable
from readinglist.latex.protect import pieces
from readinglist.model.catalog import Catalog
from tests.exporters.made import catalog_of
from tests.exporters.test_golden import every_kind
from tests.latex.nasty import BEYOND, FORMULAS, NAMES, TITLES
from tests.support.tex import CLASSIC_STYLES, Printed, need_classic, need_modern, print_classic, print_modern, skeleton

pytestmark = pytest.mark.tex

SETTABLE = {title: title for title in TITLES} | dict(FORMULAS)
TYPES = ("article-journal", "post-weblog", "book", "thesis", "paper-conference", "report", "chapter", "software")
ADDRESS = "https://example.org/a_b/~c%20d?e=f&g=h#i"


def nasty(titles: list[str]) -> Catalog:
    """Every title in an entry whose author stands before it and whose year stands behind it."""
    titled = [
        {
            "id": f"t{at}",
            "type": TYPES[at % len(TYPES)],
            "title": title,
            "author": [{"literal": f"QXT{at}Q"}],
            "editor": [{"family": "Editor", "given": "E."}],
            "container-title": f"QYT{at}Q",
            "publisher": f"QYT{at}Q",
            "version": f"QYT{at}Q",
            "issued": str(1900 + at),
            "URL": ADDRESS,
        }
        for at, title in enumerate(titles)
    ]
    named = [
        {
            "id": f"n{at}",
            "title": "Title",
            "author": [{"literal": f"QXN{at}Q"}, {"family": family, "given": given}, {"literal": f"QYN{at}Q"}],
            "issued": "2020",
        }
        for at, (family, given, _) in enumerate(NAMES)
    ]
    return catalog_of(*titled, *named)


def printed_title(printed: Printed, at: int) -> str:
    return printed.between(f"QXT{at}Q", f"QYT{at}Q")


@pytest.fixture(scope="module", params=CLASSIC_STYLES)
def classic(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Printed]:
    need_classic()
    bib = find_exporter("bibtex")(nasty(list(SETTABLE)))
    where: Path = tmp_path_factory.mktemp(request.param)
    return request.param, print_classic(bib, request.param, where, r"\usepackage{hyperref}")


@pytest.fixture(scope="module")
def modern(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    need_modern()
    bib = find_exporter("biblatex")(nasty([*SETTABLE, *BEYOND]))
    return print_modern(bib, tmp_path_factory.mktemp("modern"), packages=r"\usepackage{hyperref}")


def test_classic_styles_take_every_entry_without_an_error(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    assert (printed.errors, printed.complaints, printed.missing) == ((), (), frozenset())
    assert printed.bbl.count(r"\bibitem") == len(SETTABLE) + len(NAMES)


def test_classic_styles_print_every_title(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    wrong = {
        title: got
        for at, (title, shown) in enumerate(SETTABLE.items())
        if skeleton(shown).casefold() not in skeleton(got := printed_title(printed, at)).casefold()
    }
    assert wrong == {}


def test_classic_styles_keep_the_capitals_that_matter(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    lost = [
        piece.text
        for at, title in enumerate(TITLES)
        for piece in pieces(title)
        if piece.protected and skeleton(piece.text) not in skeleton(printed_title(printed, at))
    ]
    assert lost == []


def test_classic_styles_print_every_name(classic: tuple[str, Printed]) -> None:
    style, printed = classic
    wrong = {}
    for at, (family, given, short) in enumerate(NAMES):
        expected = f"{short if style == 'abbrv' else given} {family}"
        if skeleton(got := printed.between(f"QXN{at}Q", f"QYN{at}Q")).removesuffix("and") != skeleton(expected):
            wrong[expected] = got
    assert wrong == {}


def test_classic_styles_print_addresses_of_pages(classic: tuple[str, Printed]) -> None:
    _, printed = classic
    on_the_web = sum(TYPES[at % len(TYPES)] in {"post-weblog", "software"} for at in range(len(SETTABLE)))
    assert re.sub(r"\s", "", printed.text).count(ADDRESS) == on_the_web


def test_biber_and_lualatex_take_every_entry_without_an_error(modern: Printed) -> None:
    assert (modern.errors, modern.complaints) == ((), ())
    assert modern.bbl.count(r"\entry{") == len(SETTABLE) + len(BEYOND) + len(NAMES)


def test_biber_and_lualatex_print_every_title(modern: Printed) -> None:
    wrong = {}
    for at, title in enumerate([*SETTABLE, *BEYOND]):
        shown = "".join(char for char in title if char not in modern.missing)
        got = printed_title(modern, at).replace("\ufffd", "")
        # Right-to-left words stand in the PDF's text from left to right, and old mathematical fonts tell no letters.
        if title not in dict(FORMULAS) and not set(skeleton(shown)) <= set(skeleton(got)):
            wrong[title] = got
    assert wrong == {}


def test_biber_and_lualatex_print_every_name(modern: Printed) -> None:
    wrong = {}
    for at, (family, given, _) in enumerate(NAMES):
        got = skeleton(modern.between(f"QXN{at}Q", f"QYN{at}Q")).removesuffix("and")
        if got not in (skeleton(f"{given} {family}"), skeleton(f"{family} {given}")):
            wrong[f"{given} {family}"] = got
    assert wrong == {}


def test_what_pdflatex_cannot_print_is_known_beforehand() -> None:
    assert [title for title in [*SETTABLE, *BEYOND] if unsettable(title)] == list(BEYOND)


@pytest.mark.parametrize("style", CLASSIC_STYLES)
def test_one_entry_of_every_kind_goes_through_every_classic_style(style: str, tmp_path: Path) -> None:
    need_classic()
    printed = print_classic(find_exporter("bibtex")(every_kind()), style, tmp_path, r"\usepackage{url}")
    assert (printed.errors, printed.complaints, printed.missing) == ((), (), frozenset())
    assert printed.bbl.count(r"\bibitem") == len(every_kind())
    for kept in ("TPU", "GPT-4", "PagedAttention", "HTTP", "800GB", r"\input{/etc/passwd}", "Let’s build GPT"):
        assert kept in printed.text


def test_one_entry_of_every_kind_goes_through_biber_and_lualatex(tmp_path: Path) -> None:
    need_modern()
    printed = print_modern(find_exporter("biblatex")(every_kind()), tmp_path)
    assert (printed.errors, printed.complaints) == ((), ())
    assert printed.bbl.count(r"\entry{") == len(every_kind())
    assert r"\input{/etc/passwd}" in printed.text
