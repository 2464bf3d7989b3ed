"""Other programs read a catalog as it is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.pandoc,
    pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed (Debian: apt-get install pandoc)"),
]

CATALOG = """\
# yaml-language-server: $schema=readinglist.schema.json
version: 1
areas: {inference: Inference}
references:
- id: kwon2023paged
  type: article-journal
  title: Efficient memory management   # a comment
  author:
  - {family: Kwon, given: Woosuk}
  - {family: Maaten, given: Laurens, non-dropping-particle: van der}
  - {literal: vLLM contributors}
  issued: 2023-10-23
  container-title: Journal of Paging
  volume: 7
  page: 611-626
  DOI: 10.1145/3600006.3613165
  arxiv: "2309.06180"
  area: [inference]
  tags: [kv-cache, memory]
  annote: {en: Read it, de: Lies es}
  label: PagedAttention
  listed: true
- id: playbook
  type: book
  title: The Playbook
  author: [{literal: Hugging Face}]
  issued: 2022~
"""


def test_pandoc_renders_a_citation_from_a_catalog_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(CATALOG, "utf-8")
    done = subprocess.run(
        ["pandoc", "--citeproc", "--bibliography", "catalog.yaml", "--to", "plain", "--wrap", "none"],
        input=b"As shown [@kwon2023paged, p. 3; @playbook].\n",
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode() == ""
    assert done.stdout.decode() == (
        "As shown (Kwon, van der Maaten, and vLLM contributors 2023, 3; Hugging Face 2022).\n\n"
        "Hugging Face. 2022. The Playbook.\n\n"
        "Kwon, Woosuk, Laurens van der Maaten, and vLLM contributors. 2023. “Efficient Memory Management.” "
        "Journal of Paging 7 (October): 611–26. https://doi.org/10.1145/3600006.3613165.\n"
    )
