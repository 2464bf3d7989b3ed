"""The JSON that stands in pages: written by templates, so with comments, stray commas and bare line ends."""

from __future__ import annotations

import json
import re
from typing import Any

# Strings stay; the rest of what is found goes. Whatever is never closed runs to the end, so that no text takes long.
_STRINGS_AND_DIRT = re.compile(
    r'"(?:[^"\\]++|\\.?)*+(?:"|\Z)|//[^\n]*|/\*(?:.*?\*/|.*\Z)|,(?=\s*[\]}])|<!--|-->|<!\[CDATA\[|\]\]>',
    re.DOTALL,
)


def parse_json(text: str) -> Any:
    """Return what a JSON text holds, after one attempt to mend it; None where it is none."""
    for attempt in (str, _mended):
        try:
            return json.loads(attempt(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    return _STRINGS_AND_DIRT.sub(lambda found: found[0] if found[0][0] == '"' else "", text).strip("; \r\n\t")
