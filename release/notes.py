"""Print what CHANGELOG.md says of a version, as the text of its release: `python release/notes.py 1.2.0`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"


def notes(changelog: str, version: str) -> str:
    """Return the section of a version; exit and say what there is, where there is none or nothing in it."""
    sections = dict(re.findall(r"^## \[?([^\]\s]+).*\n((?:(?!## ).*\n)*)", changelog, re.MULTILINE))
    found = sections.get(version, "").strip()
    if not found:
        sys.exit(f"CHANGELOG.md says nothing of {version}; it has sections for {', '.join(sections)}")
    return f"{found}\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(notes(CHANGELOG.read_text("utf-8"), sys.argv[1]))
