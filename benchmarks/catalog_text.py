"""A catalog of as many typical entries as one likes, no two alike, about 690 bytes each."""

from __future__ import annotations

import random

_WORDS = """
    attention memory parallel sparse training inference efficient scaling language model kernel gradient compiler
    distributed transformer network optimal learning serving cache quantized tensor pipeline hardware adaptive
""".split()
_NAMES = "Kwon Li Zhuang Sheng Zheng Yu Gonzalez Zhang Stoica Müller Sørensen Nguyễn García Novák Rossi Tanaka".split()

_ENTRY = """\
- id: {name}{year}{word}{number}
  type: paper-conference
  title: "{title}"
  author:
  - family: {a}
    given: Woosuk
  - family: {b}
    given: Zhuohan
  - {c}, Siyuan
  issued: {year}-{month:02}
  container-title: Proceedings of the {number}th Symposium on Operating Systems Principles
  publisher: Association for Computing Machinery
  page: {page}-{last}
  doi: 10.1145/{number}.{page}
  arxiv: "{arxiv}"
  url: https://example.org/papers/{year}/{number}
  area: [systems, models]
  tags: [{word}, {other}]
  reading: to-read
  annote: |
    {annotation}
    {more}
  added: {year}-{month:02}-11
"""


def catalog_text(entries: int) -> str:
    """Return the same catalog text for the same number of entries, on every machine."""
    chance = random.Random(entries)
    return "references:\n" + "".join(_entry(chance, number) for number in range(entries))


def _entry(chance: random.Random, number: int) -> str:
    a, b, c = chance.sample(_NAMES, 3)
    word, other = chance.sample(_WORDS, 2)
    year, page, month = chance.randint(2015, 2024), chance.randint(10, 900), chance.randint(1, 12)
    return _ENTRY.format(
        a=a,
        b=b,
        c=c,
        word=word,
        other=other,
        year=year,
        month=month,
        number=number,
        page=page,
        last=page + 15,
        name=f"author{number % 97}x",
        arxiv=f"{year % 100:02}{month:02}.{number % 100_000:05}",
        title=f"{_words(chance, 4).title()}: {_words(chance, 4)}",
        annotation=_words(chance, 6).capitalize() + ".",
        more=_words(chance, 5).capitalize() + ".",
    )


def _words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(_WORDS, k=number))
