"""Lists for the tests of the page: the first catalog, one with everything a page can show, one that attacks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from readinglist.catalog_file.read import read_files, read_text
from readinglist.model.catalog import Catalog

ROOT = Path(__file__).parents[2]


@cache
def first_catalog() -> Catalog:
    """Return the Further Reading of the book."""
    return read_files([ROOT / "catalog" / "further-reading.yaml"])


FULL = """\
title: Serving & Training
description: A list with everything.
areas:
  serving: {title: Serving, description: How models answer.}
  cache: {title: Caches, parent: serving}
  hardware: Hardware
references:
- id: paged
  type: conference
  title: Efficient memory management with PagedAttention
  author: [{family: Kwon, given: Woosuk}, {literal: vLLM contributors}]
  issued: 2023-10-23
  container-title: SOSP
  DOI: 10.1145/3600006.3613165
  URL: https://doi.org/10.1145/3600006.3613165
  archive-url: https://web.archive.org/web/20240102/https://doi.org/10.1145/3600006.3613165
  archive-date: 2024-01-02
  code: https://github.com/vllm-project/vllm
  annote: "Read **this** before you serve; see [the code](https://github.com/vllm-project/vllm)."
  area: [serving, hardware]
  tags: [kv-cache]
  level: intermediate
  minutes: 45
  needs: [primer]
  added: 2025-03-02
  verified: 2026-08-20
  aliases: [kwon2023]
- id: primer
  type: blog
  title: A primer
  author: [{family: Öztürk, given: Ayşe}]
  issued: 2021
  URL: https://example.org/primer
  annote: {en: Start with this., de: Hier anfangen., zh: 从这里开始读。}
  translated: {de: 00000000}
  area: [serving]
  level: beginner
  minutes: 20
  added: 2025-03-01
- id: tpu
  type: blog
  title: TPU Deep Dive
  URL: https://example.org/tpu
  area: [hardware]
- id: homeless
  title: Without an area
"""


@cache
def full() -> Catalog:
    """Return a list with everything that a page can show."""
    found = read_text(FULL)
    assert found.problems == ()
    return found
