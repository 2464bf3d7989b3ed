"""Lists of every shape that we know: what each entry says; nothing is lost, nothing changes on the way back.

Beside each list lies what is read of it. READINGLIST_REWRITE=1 writes these anew; read the difference.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.exporters import find_exporter
from readinglist.importers import Imported, find_importer
from tests.markdown import oracle
from tests.markdown.test_corpus import EVERYTHING

SHAPES = sorted((Path(__file__).parent / "shapes").glob("*.md"))


def told(found: Imported) -> Iterator[str]:
    yield f"title: {found.title}"
    yield from (f"area {name}: {area.title}, in {area.parent}" for name, area in found.areas.items())
    for each in found.entries:
        said = [f"{name}={value!r}" for name, value in each.fields.items()]
        yield f"{found.position(each).line}: {' '.join(said)}"
    yield from (f"{found.catalog.position(each.place).line}: {each.message}" for each in found.findings)


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.stem)
def test_a_list_is_read_as_it_is_written_beside_it(file: Path) -> None:
    found = find_importer("markdown")(file.read_text("utf-8"))
    read = "".join(f"{line}\n" for line in told(found))
    expected = file.with_suffix(".read")
    if os.environ.get("READINGLIST_REWRITE"):
        expected.write_text(read, "utf-8")
    assert read == expected.read_text("utf-8")


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.stem)
def test_every_address_is_in_an_entry_or_told(file: Path) -> None:
    text = file.read_text("utf-8")
    found = find_importer("markdown")(text)
    kept = "\n".join([*(str(each.fields) for each in found.entries), *(each.message for each in found.findings)])
    plain = {url.rstrip(".,:*") for url in re.findall(r"(?:https?://|(?<=\s)www\.)[\w./?=&#~_-]+", text)}
    assert {
        url for url in oracle.addresses(text) | plain if url not in kept and url.replace(" ", "%20") not in kept
    } == set()


@pytest.mark.parametrize("file", SHAPES, ids=lambda file: file.stem)
def test_reading_what_was_written_gives_the_same_entries(file: Path) -> None:
    once = find_importer("markdown")(file.read_text("utf-8"))
    again = find_importer("markdown")(find_exporter("markdown")(once.catalog, EVERYTHING))
    assert [each.fields for each in again.entries] == [each.fields for each in once.entries]
    assert (again.areas, again.title) == (once.areas, once.title)
