"""The rules cost little more than reading the file they look at, and no text makes one of them hang."""

import json
import time
from collections.abc import Callable

import pytest

from readinglist.catalog_file.read import read_text
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from tests.rules.pages import catalog_of

ENTRY = """\
- id: kwon2023paged{0}
  type: paper-conference
  title: Efficient memory management for large language model serving with PagedAttention {0}
  author:
  - {{family: Kwon, given: Woosuk}}
  - {{family: Müller, given: Laurens, non-dropping-particle: van der}}
  - {{literal: vLLM contributors}}
  issued: 2023-10-23
  container-title: Proceedings of the 29th Symposium on Operating Systems Principles
  publisher: ACM
  page: 611-626
  DOI: 10.1145/3600006.{0}
  arxiv: "2309.{0:05}"
  URL: https://arxiv.org/abs/2309.{0:05}?v={0}#{0}
  area: [inference]
  tags: [kv-cache, memory]
  needs: [kwon2023paged0]
  annote: One-line curator's note (Markdown) – it’s here.
"""


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _ordinary(count: int) -> str:
    return "areas: {inference: Inference}\nreferences:\n" + "".join(ENTRY.format(number) for number in range(count))


def test_all_rules_together_cost_less_than_reading_the_file_twice() -> None:
    text, read = _ordinary(2000), list[Catalog]()
    reading = min(_seconds(lambda: read.append(read_text(text))) for _ in range(3))
    catalogs = iter(read)
    assert min(_seconds(lambda: lint(next(catalogs))) for _ in range(3)) < 2 * reading
    assert lint(read[0]) == []


def test_twenty_times_the_entries_take_about_twenty_times_as_long() -> None:
    few, many = (read_text(_ordinary(count)) for count in (200, 4000))
    lint(read_text(_ordinary(10)))
    assert _seconds(lambda: lint(many)) < 60 * max(0.005, _seconds(lambda: lint(few)))


HOSTILE = [
    *(
        "a",
        " ",
        "a ",
        "- ",
        "a-",
        "1:",
        "1.",
        "0_",
        "#",
        "\n",
        " \n",
        "\t ",
        "\\",
        "\\{",
        "{A",
        "$a",
        "$(",
        "&#1",
        "](",
        "%5C",
    ),
    *("https://", "https://a.", "//a:", "://a:b", "?a=&", ";jsessionid=", "](javascript:", "10.1234/", "arxiv:"),
    *("accessed ", "accessed 1", "arXiv preprint ", "et al", "and others ", " and ", "TODO:", "not found"),
    *("Ã", "Ã©", "\u0301", "e\u0301", "ﬁ", "\u00a0"),
]


@pytest.mark.parametrize("field", ["title", "note", "publisher", "URL", "author", "issued", "id", "tags"])
def test_no_text_makes_a_rule_hang(field: str) -> None:
    for sign in HOSTILE:
        value = (sign * 40_000)[:40_000]
        text = f"- id: a\n  {field}: {json.dumps(value)}\n" if field != "id" else f"- id: {json.dumps(value)}\n"
        assert _seconds(lambda text=text: lint(catalog_of(text))) < 3, sign  # type: ignore[misc]
