"""The format `json`."""

from __future__ import annotations

from dataclasses import fields
from json import dumps
from typing import Any

from readinglist.exporters import exporter
from readinglist.model.catalog import Catalog
from readinglist.model.entry import fields_of
from readinglist.model.header import Area
from readinglist.page.options import Published


@exporter(".json")
def json(catalog: Catalog, options: Published) -> str:
    """Write the list as one JSON document: its title, its areas, and its entries with every field they have.

    The fields are those of the catalog, by the same names; dates are text, names are objects.
    """
    stated = {
        "title": catalog.title,
        "description": catalog.description,
        "language": catalog.language,
        "url": options.url,
        "license": options.license,
        "areas": {name: _area(area) for name, area in catalog.areas.items()},
        "entries": [fields_of(entry) for entry in catalog.listed],
    }
    return dumps({key: value for key, value in stated.items() if value}, ensure_ascii=False, indent=2) + "\n"


def _area(area: Area) -> dict[str, Any]:
    return {each.name: value for each in fields(area) if (value := getattr(area, each.name)) is not None}
