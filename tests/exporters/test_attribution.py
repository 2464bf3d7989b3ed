"""The line that names a work in running text."""

import pytest

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from tests.exporters.test_bibtex import SCALING_BOOK

attribution = find_exporter("attribution")


def one(fields: str) -> str:
    return attribution(read_text(f"references:\n- {{id: x, {fields}}}\n"))


def test_the_line_that_an_entry_asks_for_is_taken() -> None:
    expected = 'Austin et al., "How to Scale Your Model", Google DeepMind, online, 2025.\n'
    assert attribution(read_text(SCALING_BOOK)) == expected


def test_the_same_line_is_derived_where_the_short_title_is_all_there_is() -> None:
    made = one(
        "type: book, title: How to Scale Your Model, author: 'Austin, J and Douglas, S and Pope, R',"
        " issued: 2025-02-04, publisher: Google DeepMind, URL: 'https://jax-ml.github.io/scaling-book/'"
    )
    assert made == 'Austin et al., "How to Scale Your Model", Google DeepMind, online, 2025.\n'


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("title: T", '"T".'),
        ("label: L", '"L".'),
        ("title: T, author: 'A, B and C, D', issued: 2020/2022", 'A and C, "T", 2020–2022.'),
        ("title: T, author: 'A, B', others: true, container-title: J, DOI: 10.1000/1", 'A et al., "T", J.'),
        ("title: T, author: '{JAX authors}', arxiv: '2211.05102', available-date: 2022", None),
        ("title: 'T\n\n  U', editor: 'E, F'", 'E, "T U".'),
    ],
)
def test_a_line_is_made_of_what_is_known(fields: str, expected: str | None) -> None:
    assert one(fields) == (expected or 'JAX authors, "T", arXiv:2211.05102, 2022.') + "\n"
