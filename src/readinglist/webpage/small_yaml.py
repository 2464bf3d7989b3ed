"""As much of YAML as stands above a Distill article: names and texts, lists of these, each on a line of its own."""

from __future__ import annotations

import re

Small = dict[str, str | list[str]]
_LINE = re.compile(r"(?P<indent>\s*)(?P<item>-\s+)?(?P<name>[^:#][^:]*?)\s*(?::(?:\s+(?P<value>.*))?)?$")


def parse_small_yaml(text: str) -> Small:
    """Return what the lines say; of `- Name: address` the name."""
    found: Small = {}
    current = ""
    for line in text.splitlines():
        parts = _LINE.match(line) if line.strip() and len(line) < 2000 else None
        if not parts:
            continue
        if parts["item"]:
            held = found.get(current)
            if isinstance(held, list):
                held.append(_bare(parts["name"]))
        elif parts["value"]:
            current, found[parts["name"]] = "", _bare(parts["value"])
        else:
            current = parts["name"]
            found[current] = []
    return found


def _bare(text: str) -> str:
    return text.strip().strip("\"'")
