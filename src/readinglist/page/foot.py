"""What stands below the list: which edition this is, under which licence, and the other forms of it."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.page import inert
from readinglist.page.head import page_files
from readinglist.page.options import PageOptions
from readinglist.page.words import Words, words_in

_SPDX = "https://spdx.org/licenses/"
_NAMES = {"atom": "Atom", "json-feed": "JSON Feed", "json": "JSON", "markdown": "Markdown", "bibtex": "BibTeX"}


def foot(catalog: Catalog, options: PageOptions, words: Words) -> str:
    """Return the footer."""
    rows = "".join(f"<p>{row}</p>\n" for row in _rows(catalog, options, words))
    return f"<footer>\n{rows}</footer>\n"


def _rows(catalog: Catalog, options: PageOptions, words: Words) -> Iterator[str]:
    yield " · ".join(_edition(catalog, words))
    if options.license:
        name = inert.text(options.license)
        yield f'{words("license")} <a rel="license" href="{_SPDX}{name}.html">{name}</a>'
    links = [f'<a href="{inert.text(options.source)}">{words("source")}</a>'] if options.source else []
    files = [(file, _NAMES[kind]) for file, kind in options.beside.items() if kind in _NAMES]
    shown = [f'<a href="{inert.text(file)}">{name}</a>' for file, name in files]
    if shown or links:
        yield " · ".join(filter(None, [*links, f"{words('also-as')} {', '.join(shown)}" if shown else ""]))
    own = options.language or catalog.language
    others = {tag: file for tag, file in page_files(catalog, options).items() if tag != own}
    if others:
        yield f"{words('languages')}: " + ", ".join(_page(tag, file) for tag, file in others.items())


def _page(language: str, file: str) -> str:
    name, tag = inert.text(words_in(language).name), inert.text(language)
    return f'<a href="{inert.text(file)}" hreflang="{tag}" lang="{tag}">{name}</a>'


def _edition(catalog: Catalog, words: Words) -> Iterator[str]:
    listed = catalog.listed
    yield words.count(len(listed))
    ids = tuple(entry.id for entry in listed)
    same = next(((name, each) for name, each in catalog.editions.items() if tuple(each.ids) == ids), None)
    if same:
        name, edition = same
        dated = f", {edition.date}" if edition.date else ""
        yield f"{words('edition')} {inert.text((edition.title or name) + dated)}"
    days = [date.begin for entry in listed for date in (entry.added, entry.verified) if date]
    if days:
        yield words("as-of", date=str(max(days)))
