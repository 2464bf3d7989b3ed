"""The format `citations`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from readinglist.citing import USUAL_STYLE, bibliography, items_of, page
from readinglist.exporters import Options, exporter
from readinglist.markdown import escape
from readinglist.model.catalog import Catalog


class CitationsOptions(Options):
    """What `citations` lets its user choose."""

    style: str = Field(
        USUAL_STYLE, description="The citation style: a name that `readinglist styles` finds, or a file."
    )
    locale: str = Field(
        "", description="The language of the citations, such as `de-DE`; the style's, if none is named."
    )
    markup: Literal["text", "markdown", "html", "latex", "rst"] = Field(
        "text", description="What the citations are written in."
    )
    areas: bool = Field(False, description="Write a bibliography for each area, under its title, instead of one.")


@exporter(".txt")
def citations(catalog: Catalog, options: CitationsOptions) -> str:
    """Write the list as citations in any of ten thousand styles: APA, Chicago, IEEE, GB/T 7714 and so on.

    One bibliography in the style's own order, or with `areas` one for each area. What an entry lacks is
    left out, as the style says; nothing is invented.
    """
    if not options.areas:
        return _written(catalog, options)
    parts = []
    for area, known in catalog.areas.items():
        members = tuple(entry for entry in catalog.listed if area in entry.area)
        if members:
            parts.append(f"{_heading(known.title, options.markup)}\n\n{_written(catalog.only(members), options)}")
    return "\n".join(parts)


def _written(catalog: Catalog, options: CitationsOptions) -> str:
    locale, kind = options.locale or None, options.markup
    return page(bibliography(items_of(catalog.entries), options.style, locale=locale, format=kind), kind)


def _heading(title: str, kind: str) -> str:
    match kind:
        case "markdown":
            return f"## {escape.heading_text(title)}"
        case "html":
            from html import escape as inert

            return f"<h2>{inert(title)}</h2>"
        case "latex":
            from readinglist.latex.encode import unicode_latex

            return f"\\section*{{{unicode_latex(title)}}}"
        case "rst":
            return f"{title}\n{'-' * len(title)}"
        case _:
            return title
