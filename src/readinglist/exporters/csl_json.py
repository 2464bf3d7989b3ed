"""The format `csl-json`."""

from __future__ import annotations

import json

from readinglist.exporters import Options, exporter
from readinglist.exporters._csl import csl_item
from readinglist.model.catalog import Catalog


@exporter(".json")
def csl_json(catalog: Catalog, options: Options) -> str:
    """Write CSL-JSON, which Zotero, pandoc and every citation processor read.

    The file is valid against the schema of CSL 1.0.2. Words whose capitals must stay are marked with
    `<span class="nocase">`. Tags are in `keyword`, areas in `categories`; whatever else CSL has no
    variable for stands under `custom.readinglist`, so that nothing is lost.
    """
    items = [csl_item(entry, _nocase) for entry in catalog]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _nocase(text: str) -> str:
    return f'<span class="nocase">{text}</span>'
