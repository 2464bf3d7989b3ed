"""Reading a list takes time in proportion to its length, whatever it is full of."""

import gc
import time
from collections.abc import Callable

import pytest

from readinglist.importers import find_importer

SHAPES: dict[str, Callable[[int], str]] = {
    "one title": lambda n: "".join(f"- [Paper](https://a.example/{i}) - words.\n" for i in range(n)),
    "one paragraph": lambda n: "".join(f"[T{i}](https://a.example/{i}) words\n" for i in range(n)),
    "addresses in one paragraph": lambda n: "words " + "".join(f"https://a.example/{i} words\n" for i in range(n)),
    "one heading": lambda n: "".join(f"## Papers\n\n- [T{i}](https://a.example/{i})\n\n" for i in range(n)),
    "links that nobody closes": lambda n: (
        "x " + "".join(f'<a href="https://a.example/{i}">T words\n' for i in range(n))
    ),
    "a table in HTML": lambda n: (
        "<table>\n"
        + "".join(f'<tr><td><a href="https://a.example/{i}">T</a></td></tr>\n' for i in range(n))
        + "</table>"
    ),
    "one entry with links": lambda n: (
        "- [T](https://a.example) " + " ".join(f"[[code]](https://a.example/{i})" for i in range(n)) + "\n"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_eight_times_the_list_takes_about_eight_times_the_time(shape: str) -> None:
    short, long = (SHAPES[shape](n) for n in (250, 2000))
    seconds(short)
    assert min(seconds(long) for _ in range(2)) < 20 * min(seconds(short) for _ in range(4))


def seconds(text: str) -> float:
    gc.collect()
    start = time.process_time()
    find_importer("markdown")(text)
    return time.process_time() - start
