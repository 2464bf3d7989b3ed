"""Files made to hurt: each is read to the end, in a time that grows with its size and no faster."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from readinglist.catalog_file.read import read_catalog

HEAD = "references:\n- id: first\n"
TAIL = "\n- id: last\n"
DEEP = "lists and maps are nested more than 32 deep here; a catalog needs five levels at most"

BOMBS: dict[str, tuple[Callable[[int], str], str]] = {
    "billion laughs": (
        lambda n: (
            HEAD
            + "- id: trap\n  a0: &a0 [x]\n"
            + "".join(f"  a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n // 50))
        ),
        "c.yaml:4:7: YAML reads the anchor '&a0' here, which a catalog does not use; if it is text, put it in quotes",
    ),
    "merge keys": (
        lambda n: (
            HEAD
            + "- id: trap\n  a0: &a0 {x: 1}\n"
            + "".join(f"  a{i}: &a{i}\n    <<: [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n // 50))
        ),
        "c.yaml:4:7: YAML reads the anchor '&a0' here, which a catalog does not use; if it is text, put it in quotes",
    ),
    "deep lists in brackets": (lambda n: f"{HEAD}- id: trap\n  title: {'[' * n}{TAIL}", f"c.yaml:4:40: {DEEP}"),
    "deep maps in braces": (lambda n: f"{HEAD}- id: trap\n  title: {'{' * n}{TAIL}", f"c.yaml:4:40: {DEEP}"),
    "deep lists of dashes": (lambda n: f"{HEAD}{'- ' * (n // 2)}x{TAIL}", f"c.yaml:3:65: {DEEP}"),
    "a line without end": (
        lambda n: f"{HEAD}- id: trap\n  title: a: {'x' * (n * 100)}{TAIL}",
        "c.yaml:4:11: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it",
    ),
    "a million short lines": (
        lambda n: f"{HEAD}- id: trap\n  title: a: b\n{'#' + chr(10)}{chr(10) * (n * 10)}{TAIL}",
        "c.yaml:4:11: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it",
    ),
    "the same key again and again": (
        lambda n: HEAD + "- id: trap\n" + "  title: x\n" * n + TAIL,
        "c.yaml:5:3: 'title' is there twice; keep one of the two",
    ),
    "very many unknown keys": (
        lambda n: HEAD + "- id: trap\n" + "".join(f"  k{i}: x\n" for i in range(n // 4)) + TAIL,
        "c.yaml:4:3: no field named 'k0'; what has no field of its own goes under `custom:`",
    ),
    "a mistake in every entry": (
        lambda n: HEAD + "".join(f"- id: e{i}\n  title: a: b\n" for i in range(n // 2)) + TAIL,
        "c.yaml:4:11: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it",
    ),
    "a name with a gap": (lambda n: f'{HEAD}- id: trap\n  author: "A{" " * n}B and "{TAIL}', "c.yaml:4:11: '' is not"),
    "an arXiv number without end": (lambda n: f"{HEAD}- id: trap\n  arxiv: {'a-' * n}{TAIL}", "c.yaml:4:10: 'a-a-"),
    "a version without end": (lambda n: f"version: {'9' * n}\n{HEAD}{TAIL}", "c.yaml:1:10: 'version' is"),
}


def read(text: str) -> tuple[float, str]:
    data, start = text.encode(), time.process_time()
    catalog = read_catalog({"c.yaml": data})
    told = [f"{catalog.position(found.place)}: {found.message}" for found in catalog.problems]
    return time.process_time() - start, told[0]


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_where_it_lies_and_takes_no_longer_than_its_length(name: str) -> None:
    bomb, told = BOMBS[name]

    half, _ = min(read(bomb(25_000)) for _ in range(2))
    whole, first = min(read(bomb(50_000)) for _ in range(2))

    assert first.startswith(told)
    assert whole < max(0.3, 3.2 * half)


@pytest.mark.parametrize("bomb", ["[" * 100_000, "{" * 100_000, "- " * 50_000 + "x", "? " * 50_000 + "x"])
def test_a_file_that_is_nothing_but_depth_is_refused_at_once(bomb: str) -> None:
    seconds, told = read(bomb)

    assert told.endswith(DEEP)
    assert seconds < 0.5
