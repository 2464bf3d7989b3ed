"""Whole files, and the catalog that they are known to give."""

import os
from pathlib import Path

import pytest

from readinglist.converting import decoded, read_source, written_as

HERE = Path(__file__).parent / "golden"
OURS = Path(__file__).parents[1] / "exporters" / "golden"
SOURCES = {
    "mistakes": HERE / "mistakes.bib",
    "odd": HERE / "odd.bib",
    **{
        name: next(OURS.glob(f"{name}.*"))
        for name in ("bibtex", "biblatex", "csl-json", "csl-yaml", "ris", "hayagriva", "cff")
    },
}


ODD = SOURCES["odd"].read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        ODD.replace("\n", "\r\n").encode(),
        ODD.replace("\n", "\r").encode(),
        ODD.encode("utf-8-sig"),
        ODD.encode("utf-16"),
    ],
    ids=["CRLF", "CR", "byte order mark", "UTF-16"],
)
def test_line_ends_and_encodings_change_nothing(data: bytes) -> None:
    found, wanted = (read_source(text, "odd.bib")[0].entries for text in (decoded(data), ODD))
    assert [each.fields for each in found] == [each.fields for each in wanted]


@pytest.mark.parametrize("name", SOURCES)
def test_a_file_gives_its_golden_catalog(name: str) -> None:
    file = HERE / f"{name}.yaml"
    found, _ = read_source(SOURCES[name].read_text("utf-8"), SOURCES[name].name)
    told = sorted(f"# {found.source.position(each.place)} {each.rule}: {each.message}\n" for each in found.findings)
    text = "".join(told) + written_as(found, "catalog")
    if os.environ.get("READINGLIST_GOLDEN") == "write":
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")
