"""RIS: one tag a line, every value on its line."""

import re

from hypothesis import given
from hypothesis import strategies as st

from readinglist.exporters import find_exporter
from tests.exporters.made import catalog_of

ris = find_exporter("ris")


def one(**fields: object) -> list[str]:
    return ris(catalog_of(fields)).splitlines()[2:-1]


def test_a_record_begins_with_its_type_and_ends_with_its_end() -> None:
    assert ris(catalog_of({}, {"id": "y", "type": "book"})) == (
        "TY  - GEN\nID  - x\nER  - \n\nTY  - BOOK\nID  - y\nER  - \n"
    )


def test_lines_end_as_old_programs_want_them_on_request() -> None:
    assert ris(catalog_of({}), {"crlf": True}) == "TY  - GEN\r\nID  - x\r\nER  - \r\n"


def test_a_conference_paper_has_two_years() -> None:
    fields = {"type": "paper-conference", "issued": "2024-01", "event-date": "2023-12", "container-title": "Proc."}
    assert one(**fields, **{"event-title": "NeurIPS"}) == [
        "C3  - Proc.",
        "T2  - NeurIPS",
        "PY  - 2023",
        "C2  - 2024",
        "DA  - 2024/01//",
    ]


def test_a_body_has_no_comma_and_a_person_has() -> None:
    people = [{"literal": "Stasosphere, Inc."}, {"family": "King", "given": "M. L.", "suffix": "Jr."}]
    text = ris(
        catalog_of({"author": [*people, {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}]})
    )
    assert re.findall("AU  - (.*)", text) == ["Stasosphere Inc.", "King, M. L., Jr.", "Beethoven, Ludwig van"]


def test_pages_stand_apart() -> None:
    assert one(page="611–626") == ["SP  - 611", "EP  - 626"]


def test_keywords_stand_one_a_line_and_once() -> None:
    assert one(tags=["a", "b*"], area=["x"], keyword="a; c") == ["KW  - x", "KW  - a", "KW  - b", "KW  - c"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_text_makes_a_line_of_its_own(text: str) -> None:
    written = ris(catalog_of({"title": text, "note": text, "abstract": text, "tags": [text], "keyword": text}))
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in written.split("\n")[:-1])
