"""The format `markdown`."""

from __future__ import annotations

import re

from readinglist.importers import Imported, imported, importer
from readinglist.importers._found import ADDRESS_LOST, finding
from readinglist.markdown.reading import read_list
from readinglist.model.header import Area


@importer(".md", ".markdown", ".mdown", ".mkd", ".qmd")
def markdown(text: str) -> Imported:
    """Read a list in Markdown, as CommonMark and GitHub understand it.

    An item is a work where it begins with a link, or where words are followed by `[pdf]`, `[code]` and the
    like; a row of a table is one where it leads somewhere, and so is a paragraph or a heading that begins
    with a link. Sections become areas, `[ ]` and `[x]` how far the curator is, links to code, PDF, slides and
    video fields of their own; the words behind a title, and what stands below it, become the annotation, as
    Markdown. Every address that is in no entry is told with its line.
    """
    found = read_list(text)
    starts = [0, *(end.end() for end in re.finditer(r"\r\n|\r|\n", text))]
    lost = [
        finding(ADDRESS_LOST, starts[each.line - 1], f"{each.url} is in no entry: {each.reason}") for each in found.lost
    ]
    areas = {name: Area(**area) for name, area in found.areas.items()}
    read = imported(((work.fields, starts[work.line - 1]) for work in found.works), lost)
    return Imported(read.entries, read.findings, areas=areas, title=found.title)
