"""Other programs read a catalog as it is."""

from __future__ import annotations

from pathlib import Path

from tests.support.tools import pandoc

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


# A style of our own: those that come with pandoc change with it.
STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
  <info><title>Plain</title><id>plain</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">
    <names variable="author"><name form="short" and="text"/></names>
    <date variable="issued" form="numeric" date-parts="year"/>
    <text variable="locator"/>
  </group></layout></citation>
  <bibliography><layout suffix="."><group delimiter=". ">
    <names variable="author"><name and="text"/></names>
    <text variable="title"/>
    <group delimiter=" "><text variable="container-title"/><number variable="volume"/></group>
    <date variable="issued" form="text"/>
    <text variable="page"/>
    <text variable="DOI"/>
  </group></layout></bibliography>
</style>
"""


def test_pandoc_renders_a_citation_from_a_catalog_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text(CATALOG, "utf-8")
    (tmp_path / "plain.csl").write_text(STYLE, "utf-8")
    files = ("--bibliography", "catalog.yaml", "--csl", "plain.csl")
    words = ("--citeproc", *files, "--to", "plain", "--wrap", "none", "--fail-if-warnings")
    assert pandoc(*words, text="As shown [@kwon2023paged, p. 3; @playbook].\n", where=tmp_path) == (
        "As shown (Kwon, van der Maaten, and vLLM contributors, 2023, 3; Hugging Face, 2022).\n\n"
        "Woosuk Kwon, Laurens van der Maaten, and vLLM contributors. Efficient memory management. "
        "Journal of Paging 7. October 23, 2023. 611–626. 10.1145/3600006.3613165.\n\n"
        "Hugging Face. The Playbook. 2022.\n"
    )
