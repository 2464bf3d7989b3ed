"""The site: the page, its feeds and the other exports of the whole list, in a folder or file by file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from readinglist.building import Build, build, export
from readinglist.config import Config
from readinglist.model.catalog import Catalog
from readinglist.settings import ExportSettings

PAGE = "index.html"
_USUAL = {
    PAGE: ExportSettings(format="html"),
    "feed.atom": ExportSettings(format="atom"),
    "feed.json": ExportSettings(format="json-feed"),
    "list.json": ExportSettings(format="json"),
    "list.md": ExportSettings(
        format="markdown",
        options={"title": True, "layout": "areas", "details": True, "links": True, "archived": True},
    ),
    "references.bib": ExportSettings(format="bibtex"),
}


def site_of(config: Config, folder: Path | None = None) -> Config:
    """Return the configuration of a site: the exports that there are, and what a site usually has besides."""
    stated = config.settings.exports
    formats = {each.format for each in stated.values() if not each.query and not each.edition}
    added = {name: each for name, each in _USUAL.items() if each.format not in formats and name not in stated}
    changed: dict[str, Any] = {"exports": {**stated, **added}, "regions": ()}
    if folder:
        changed["folder"] = str(folder.resolve())
    return replace(config, settings=replace(config.settings, **changed))


def publish(config: Config, catalog: Catalog, folder: Path, *, force: bool = False) -> Build:
    """Write the site into a folder, as `build` writes exports: nothing that somebody else wrote is replaced."""
    return build(site_of(config, folder), catalog, force=force)


def file_of(config: Config, catalog: Catalog, name: str) -> str | None:
    """Return the text of one file of the site; None for a name that it has not."""
    site = site_of(config)
    wanted = site.settings.exports.get(name)
    return export(site, catalog, wanted) if wanted else None


def fragment_of(config: Config, catalog: Catalog) -> str:
    """Return the page as another generator's page can hold it."""
    site = site_of(config)
    page = next(each for each in site.settings.exports.values() if each.format == "html")
    return export(site, catalog, replace(page, options={**page.options, "fragment": True}))
