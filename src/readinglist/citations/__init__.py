"""Citations in any CSL style: CSL-JSON items and a style in; text, Markdown, HTML, LaTeX or RST out.

This package stands on its own: it imports nothing of the program around it.
"""

from __future__ import annotations

from readinglist.citations.errors import CitationError, StyleError, UnknownFormat, UnknownStyle
from readinglist.citations.finder import StyleInfo, find_styles
from readinglist.citations.output import format_names
from readinglist.citations.positions import Citation
from readinglist.citations.processor import Processor
from readinglist.citations.rendering import render_bibliography, render_citations, render_each
from readinglist.citations.scene import Cite
from readinglist.citations.style import Style, load_style, read_style

__all__ = [
    "Citation",
    "CitationError",
    "Cite",
    "Processor",
    "Style",
    "StyleError",
    "StyleInfo",
    "UnknownFormat",
    "UnknownStyle",
    "find_styles",
    "format_names",
    "load_style",
    "read_style",
    "render_bibliography",
    "render_citations",
    "render_each",
]
