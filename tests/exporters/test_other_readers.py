"""What we write, other programs read: pandoc and Typst cite every entry of every format that they know."""

import re
from html import unescape
from pathlib import Path

import pytest
import typst

from readinglist.exporters import find_exporter
from readinglist.model.catalog import Catalog
from tests.exporters.test_golden import every_kind
from tests.support.thorny import thorny, thorny_catalog
from tests.support.tools import pandoc

CATALOGS = {"every kind": every_kind(), "thorny": thorny_catalog(thorny(150))}
catalogs = pytest.mark.parametrize("catalog", CATALOGS.values(), ids=CATALOGS)


def cited_by_pandoc(catalog: Catalog, name: str, where: Path) -> set[str]:
    """Return the ids in the bibliography of a document that cites everything in a file of this format."""
    exporter = find_exporter(name)
    suffix = {"bibtex": ".bibtex"}.get(name, exporter.suffix)  # pandoc takes .bib for BibLaTeX
    (where / f"list{suffix}").write_text(exporter(catalog), encoding="utf-8")
    (where / "all.md").write_text('---\nnocite: "@*"\n---\n', encoding="utf-8")
    page = pandoc("--citeproc", "--bibliography", f"list{suffix}", "--to", "html", "all.md", where=where)
    return {unescape(key) for key in re.findall(r'id="ref-([^"]+)"', page)}


@catalogs
@pytest.mark.parametrize("name", ["csl-json", "csl-yaml", "bibtex", "biblatex", "ris"])
def test_pandoc_cites_every_entry(name: str, catalog: Catalog, tmp_path: Path) -> None:
    assert cited_by_pandoc(catalog, name, tmp_path) == {entry.id for entry in catalog}


@catalogs
@pytest.mark.parametrize("style", ["ieee", "apa", "chicago-author-date"])
def test_typst_cites_every_entry(style: str, catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "list.yml").write_text(find_exporter("hayagriva")(catalog), encoding="utf-8")
    cites = "\n".join(f'#cite(label("{entry.id}"))' for entry in catalog)
    document = f'#bibliography("list.yml", style: "{style}")\n{cites}\n'  # an unknown key is an error
    (tmp_path / "list.typ").write_text(document, encoding="utf-8")
    page, warnings = typst.compile_with_warnings(str(tmp_path / "list.typ"))
    assert (page is not None and page[:5], warnings) == (b"%PDF-", [])
