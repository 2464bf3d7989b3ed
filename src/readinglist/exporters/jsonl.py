"""The format `jsonl`."""

from __future__ import annotations

import json

from readinglist.exporters import Options, exporter
from readinglist.model.catalog import Catalog
from readinglist.model.entry import fields_of


@exporter(".jsonl")
def jsonl(catalog: Catalog, options: Options) -> str:
    """Write one JSON object a line, each an entry with the fields and the values that the catalog has.

    For programs and for `jq`: dates are text, names are objects, nothing is renamed and nothing is lost.
    """
    return "".join(json.dumps(fields_of(entry), ensure_ascii=False) + "\n" for entry in catalog)
