"""Names in every accepted spelling, and those that are none."""

from __future__ import annotations

import pytest

from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields, split_names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kwon, Woosuk", {"family": "Kwon", "given": "Woosuk"}),
        ("Woosuk Kwon", {"family": "Kwon", "given": "Woosuk"}),
        (
            "van der Maaten, Laurens",
            {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
        ),
        ("Laurens van der Maaten", {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"}),
        ("de la Fuente", {"family": "Fuente", "non-dropping-particle": "de la"}),
        ("Della Porta, Donatella", {"family": "Della Porta", "given": "Donatella"}),
        ("King, Jr., Martin Luther", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("{Simon and Schuster}", {"literal": "Simon and Schuster"}),
        (
            "{Barnes} and {Noble Press}",
            {"given": "{Barnes}", "family": "{Noble Press}", "non-dropping-particle": "and"},
        ),
        ("{Google DeepMind}s", {"literal": "{Google DeepMind}s"}),
        ("DeepSeek-AI", {"literal": "DeepSeek-AI"}),
        ("Plato", {"literal": "Plato"}),
        ("王小明", {"literal": "王小明"}),
        ("王, 小明", {"family": "王", "given": "小明"}),
    ],
)
def test_a_name_is_taken_apart(text: str, parts: dict[str, str]) -> None:
    assert person_fields(text) == parts


@pytest.mark.parametrize("text", ["", "Kwon,", ", x", "a, b, c, d", "{unclosed", "{G}oogle DeepMind}"])
def test_what_is_not_one_name_is_refused(text: str) -> None:
    with pytest.raises(Malformed) as refusal:
        person_fields(text)

    assert refusal.value.rule == "name-unparsable"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A B and C D", ["A B", "C D"]),
        ("{A and B} and C", ["{A and B}", "C"]),
        ("Anders Sand and Bo", ["Anders Sand", "Bo"]),
        ("Brand and Anderson", ["Brand", "Anderson"]),
        ("A  and\nB", ["A", "B"]),
        ("A and and B", ["A", "", "B"]),
        ("A and ", ["A", ""]),
    ],
)
def test_and_parts_names_outside_braces(text: str, names: list[str]) -> None:
    assert split_names(text) == names
