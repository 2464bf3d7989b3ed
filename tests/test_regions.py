"""Regions of other files: filled from the catalog, with every byte outside of them as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.building import build
from readinglist.catalog_file.read import read_text
from readinglist.config import read_config
from readinglist.errors import BadRegion, CannotWrite
from readinglist.markdown.regions import filled, regions

START, END = "<!-- readinglist:start -->\n", "<!-- readinglist:end -->\n"
CATALOG = """
areas: {hardware: Hardware, software: Software}
references:
- {id: a, title: A, URL: "https://a.example", area: [hardware], annote: good.}
- {id: b, title: B, URL: "https://b.example", area: [software]}
"""
A = "* [**A**](https://a.example): good.\n"
B = "* [**B**](https://b.example)\n"


def project(folder: Path, readme: str) -> Path:
    (folder / "readinglist.toml").write_text('regions = ["README.md"]\n')
    (folder / "README.md").write_bytes(readme.encode("utf-8", "surrogateescape"))
    return folder / "README.md"


def build_in(folder: Path, catalog: str = CATALOG, **options: bool) -> str:
    build(read_config(folder / "readinglist.toml"), read_text(catalog), **options)
    return (folder / "README.md").read_bytes().decode("utf-8", "surrogateescape")


def test_a_region_is_filled_with_what_its_marker_asks_for(tmp_path: Path) -> None:
    marker = "<!-- readinglist:start area=hardware bullet=- bold=false -->\n"
    project(tmp_path, f"# Mine\n\n{marker}{END}\nThe end.")
    assert build_in(tmp_path) == f"# Mine\n\n{marker}- [A](https://a.example): good.\n{END}\nThe end."
    assert build_in(tmp_path) == f"# Mine\n\n{marker}- [A](https://a.example): good.\n{END}\nThe end."


def test_every_line_end_stays_what_it_is(tmp_path: Path) -> None:
    project(tmp_path, (START + END).replace("\n", "\r\n"))
    assert build_in(tmp_path) == (START + A + B + END).replace("\n", "\r\n")


def test_what_was_changed_by_hand_is_shown_and_kept(tmp_path: Path) -> None:
    readme = project(tmp_path, START + END)
    build_in(tmp_path)
    readme.write_text(START + A + "* mine\n" + END)
    with pytest.raises(CannotWrite) as refused:
        build_in(tmp_path)
    assert str(refused.value) == (
        "--- README.md:1\n+++ the catalog\n@@ -1,2 +1,2 @@\n"
        " * [**A**](https://a.example): good.\n-* mine\n+* [**B**](https://b.example)\n"
        "these regions were changed by hand; move the change into the catalog, or say --force"
    )
    assert readme.read_text() == START + A + "* mine\n" + END
    assert build_in(tmp_path, force=True) == START + A + B + END


def test_what_the_catalog_changed_is_written_again(tmp_path: Path) -> None:
    project(tmp_path, START + END)
    build_in(tmp_path)
    assert build_in(tmp_path, CATALOG.replace("good.", "better.")) == START + A.replace("good", "better") + B + END


def test_a_check_writes_nothing_and_finds_what_is_stale(tmp_path: Path) -> None:
    readme = project(tmp_path, START + END)
    found = build(read_config(tmp_path / "readinglist.toml"), read_text(CATALOG), write=False)
    assert [change.file for change in found.filled] == ["README.md"]
    assert found.stale
    assert readme.read_text() == START + END


def test_words_that_hold_an_end_are_refused(tmp_path: Path) -> None:
    project(tmp_path, START + END)
    with pytest.raises(BadRegion, match=r"README.md:1:1: the words of an entry hold a marker"):
        build_in(tmp_path, CATALOG.replace("annote: good.", 'annote: "x\\n\\n<!-- readinglist:end -->"').replace(
            "{id: a", "{id: a, label: A"))  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"x\n{START}{START}{END}", "f.md:3:1: a region starts within the region of line 2; end that one first"),
        (f"\n{END}", "f.md:2:1: a region ends here that does not start; write <!-- readinglist:start --> above it"),
        (f"{START}{END}{START}", "f.md:3:1: this region does not end; write <!-- readinglist:end --> below it"),
        ("<!-- readinglist:strat -->", "f.md:1:1: no marker named 'readinglist:strat'; did you mean 'start'?"),
        (
            "<!-- readinglist:start x -->\n" + END,
            "f.md:1:1: 'x' asks for nothing; write name=value, such as area=hardware",
        ),
    ],
)
def test_markers_that_are_no_pair_are_told_with_their_line(text: str, told: str) -> None:
    with pytest.raises(BadRegion) as error:
        regions(text, "f.md")
    assert str(error.value) == told


def test_a_marker_that_is_shown_as_code_is_none() -> None:
    assert regions(f"```html\n{START}```\n\n    {START}\nsay `<!-- readinglist:start -->`\n", "f.md") == []


SURROUNDINGS = st.lists(
    st.sampled_from(["\n", "\r\n", "text", "# h", "- x", "<div>", "\ufeff", " ", "\t", "é", "\udcff", "|", "\\", "---"])
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    max_size=12,
).map("".join)  # fmt: skip


@given(SURROUNDINGS, SURROUNDINGS, SURROUNDINGS, st.lists(st.sampled_from(["* x\n", "\n", "## y\n"]), max_size=4))
def test_no_byte_outside_of_a_region_is_touched(before: str, between: str, after: str, lines: list[str]) -> None:
    text = f"{before}\n{START}old\n{END}{between}\n{START}{END}{after}"
    found = regions(text, "page.html")
    content = "".join(lines)
    written = filled(text, found, [content, content])
    outside = [f"{before}\n{START}", f"{END}{between}\n{START}", f"{END}{after}"]
    assert text.startswith(outside[0])
    assert text.endswith(outside[2])
    newline = "\r\n" if "\r\n" in text else "\n"
    body = (content.rstrip("\n") + "\n").replace("\n", newline) if content.strip() else ""
    assert written == body.join(outside)
    assert filled(written, regions(written, "page.html"), [content, content]) == written
