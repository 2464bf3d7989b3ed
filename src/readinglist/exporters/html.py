"""The format `html`."""

from __future__ import annotations

from readinglist.exporters import exporter
from readinglist.model.catalog import Catalog
from readinglist.page.options import PageOptions


@exporter(".html")
def html(catalog: Catalog, options: PageOptions) -> str:
    """Write the page: one HTML file with everything in it, which asks no server for anything.

    The list by its areas, with BibTeX below each entry, works without JavaScript; with it come search,
    keys, copying, downloads and reading progress. Zotero finds every entry. The catalog's words are inert,
    and a browser is told to run nothing but the page's own script.
    """
    from readinglist.page.whole import page

    return page(catalog, options)
