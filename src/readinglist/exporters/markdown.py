"""Markdown: the list as bullets, as bullets under the headings of its areas, or as a table for each area."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, ConfigDict, Field

from readinglist.errors import ReadingListError
from readinglist.exporters import Options, exporter
from readinglist.exporters._entry_text import box, further_links, people, shown_as_link
from readinglist.exporters._page import BADGE, contents, front_matter
from readinglist.exporters._template import filled, shipped
from readinglist.markdown import escape
from readinglist.markdown.annotation import below, parted
from readinglist.markdown.template import Template
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.sections import sections


class MarkdownOptions(Options):
    """How a list looks in Markdown."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    template: Annotated[str | Template, AfterValidator(shipped)] = Field(
        "",
        description="The template: the name of a file `NAME.md` in the folder of templates, or `awesome`, `flat`, "
        "`areas`, `tables`, `jekyll`, `distill`. All but `language`, `heading-level` and `other` is then its business.",
    )
    layout: Literal["flat", "areas", "tables"] = Field(
        "flat", description="`flat`: one list; `areas`: a list under each area's heading; `tables`: a table under each."
    )
    title: bool = Field(False, description="Whether the title of the list stands above it as a heading.")
    front_matter: Literal["none", "jekyll", "distill"] = Field(
        "none", description="The lines that a site's generator reads first: for Jekyll, or for Distill."
    )
    badge: bool = Field(False, description="Whether the badge of awesome lists stands beside the title.")
    capital: bool = Field(
        False, description="Whether the words about an entry begin with a capital, as a sentence does."
    )
    contents: bool = Field(False, description="Whether a table of contents stands above the areas.")
    heading_level: int = Field(2, ge=1, le=6, description="The level of the areas' headings; the title is one above.")
    bullet: Literal["*", "-", "+"] = Field("*", description="The sign before each entry.")
    bold: bool = Field(True, description="Whether titles are bold.")
    separator: str = Field(
        ": ", pattern=r"^[^\r\n]+$", description="What stands between a title and the words about it."
    )
    language: str = Field("", description="The language of the words about an entry; the catalog's, if none is named.")
    links: bool = Field(False, description="Whether links to code, PDF, slides and video follow.")
    details: bool = Field(False, description="Whether year and authors follow the title, and #tags the words about it.")
    tasks: bool = Field(False, description="Whether a box, `[ ]` or `[x]`, shows what is to be read and what was.")
    blocks: bool = Field(
        False, description="Whether lists and further paragraphs of the words stand below; else all is on one line."
    )
    archived: bool = Field(False, description="Whether a link to the archived copy follows.")
    first_column: str = Field("Resource", description="What a table's column of titles is called.")
    second_column: str = Field("Focus", description="What a table's column of words about them is called.")
    other: str = Field(
        "Other",
        description="The heading of the entries without an area, which come last; if empty, they come first.",
    )


@dataclass(frozen=True, slots=True)
class _Section:
    title: str | None
    depth: int
    entries: Sequence[Entry]


@exporter(".md")
def markdown(catalog: Catalog, options: MarkdownOptions) -> str:
    """Markdown as GitHub and CommonMark read it: a list, a list for each area, or a table for each area.

    An entry shows its `label`, or else its title, as a link to its `link`, or else its address; then the
    words about it (`annote`), which are Markdown themselves. Titles are escaped, as little as they need.
    An entry of several areas stands in each; one that is not `listed` stands nowhere.
    """
    if isinstance(options.template, Template):
        return _from_template(options.template, catalog, options)
    write = _table if options.layout == "tables" else _bullets
    blocks = _title(catalog, options)
    sections = list(_sections(catalog, options))
    headings = [(section.title, section.depth) for section in sections if section.title]
    if options.contents and headings:
        blocks += [_heading(options.heading_level, "Contents"), contents(headings)]
    for section in sections:
        if section.title is not None:
            blocks.append(_heading(options.heading_level + section.depth, section.title))
        if section.entries:
            blocks.append(write(section.entries, options, options.language or catalog.language))
    return "\n".join(blocks)


def _from_template(template: Template, catalog: Catalog, options: MarkdownOptions) -> str:
    if beside := options.model_fields_set - {"template", "language", "heading_level", "other"}:
        names = ", ".join(f"'{name.replace('_', '-')}'" for name in sorted(beside))
        raise ReadingListError(f"the template says how the list looks; leave out {names}, or the template")
    layout = "areas" if "area" in template.nodes else "flat"
    found = _sections(catalog, options.model_copy(update={"layout": layout}))
    outline = [(section.title or "", section.depth, section.entries) for section in found]
    return filled(template, catalog, outline, options.language or catalog.language, options.heading_level)


def _title(catalog: Catalog, options: MarkdownOptions) -> list[str]:
    above = [front_matter(options.front_matter, catalog)] if options.front_matter != "none" else []
    if not options.title or not catalog.title:
        return above
    heading = _heading(options.heading_level - 1, catalog.title)
    return [*above, f"{heading.rstrip()} {BADGE}\n" if options.badge else heading]


def _heading(level: int, title: str) -> str:
    return f"{'#' * min(max(level, 1), 6)} {escape.heading_text(title)}\n"


def _bullets(entries: Sequence[Entry], options: MarkdownOptions, language: str) -> str:
    return "".join(f"{options.bullet} {_bullet(entry, options, language)}\n" for entry in entries)


def _bullet(entry: Entry, options: MarkdownOptions, language: str) -> str:
    annotation, body = entry.annotation(language) or "", ""
    if options.blocks:
        annotation, body = parted(annotation)
    if options.capital:
        annotation = annotation[:1].upper() + annotation[1:]
    words = _words(entry, options, annotation)
    task = f"{box(entry)} " if options.tasks and box(entry) else ""
    shown = task + shown_as_link(entry, bold=options.bold) + (_details(entry) if options.details else "")
    line = f"{shown}{options.separator}{words}" if annotation else f"{shown} {words}".rstrip()
    tags = "".join(f" #{tag}" for tag in entry.tags) if options.details else ""
    return f"{line}{tags}" + (f"\n{below(body, '  ')}".removesuffix("\n") if body else "")


def _details(entry: Entry) -> str:
    """Return the year, the authors and the venue as they follow a title: ` (2017), A. Author et al., *Venue*`."""
    venue = f"*{escape.link_text(entry.container_title)}*" if entry.container_title else ""
    parts = [f" ({entry.issued})" if entry.issued else "", escape.plain_text(people(entry)), venue]
    return ", ".join(part for part in parts if part) if entry.issued else ""


def _table(entries: Sequence[Entry], options: MarkdownOptions, language: str) -> str:
    rows = [
        (shown_as_link(entry, bold=options.bold), _words(entry, options, entry.annotation(language) or ""))
        for entry in entries
    ]
    head = [escape.plain_text(name) for name in (options.first_column, options.second_column)]
    return "".join([_row(*head), "|---|---|\n", *(_row(*row) for row in rows)])


def _row(*cells: str) -> str:
    return "".join(f"| {escape.cell(each)} " for each in cells) + "|\n"


def _words(entry: Entry, options: MarkdownOptions, annotation: str) -> str:
    """Return why to read an entry, and its further links in parentheses."""
    links = ", ".join(escape.link(name, url) for name, url in _further_links(entry, options))
    return " ".join(filter(None, [escape.folded(annotation), f"({links})" if links else ""]))


def _further_links(entry: Entry, options: MarkdownOptions) -> Iterator[tuple[str, str]]:
    yield from further_links(entry) if options.links else ()
    if options.archived and entry.archive_url and entry.archive_url != entry.shown_link:
        yield "archived copy", entry.archive_url


def _sections(catalog: Catalog, options: MarkdownOptions) -> Iterator[_Section]:
    if options.layout == "flat":
        yield _Section(None, 0, catalog.listed)
        return
    found = sections(catalog)
    homeless = [section for section in found if section.name is None]
    areas = [section for section in found if section.name is not None]
    if not options.other:
        yield from (_Section(None, 0, section.entries) for section in homeless)
    yield from (_Section(catalog.areas[str(each.name)].title, each.depth, each.entries) for each in areas)
    if options.other:
        yield from (_Section(options.other if areas else None, 0, section.entries) for section in homeless)
