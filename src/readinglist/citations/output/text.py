"""Plain text: the characters alone."""

from __future__ import annotations

from readinglist.citations.output.format import MARGIN, Format

FORMAT = Format(escape=lambda text: text, displays=MARGIN)
