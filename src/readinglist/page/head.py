"""What search engines, feed readers and previews find in the head of the page."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.page import inert
from readinglist.page.options import PageOptions, Published
from readinglist.page.words import Words

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Cpath d='M3 2h3v12H3zM7 2h3v12H7zM11 3l2-.5 2 11-2 .5z' fill='%23567'/%3E%3C/svg%3E"
)
_FEEDS = {"atom": "application/atom+xml", "json-feed": "application/feed+json"}
_OTHERS = {"json": "application/json", "markdown": "text/markdown", "bibtex": "application/x-bibtex"}

_TYPES = {
    "article": "ScholarlyArticle", "article-journal": "ScholarlyArticle", "article-magazine": "Article",
    "article-newspaper": "NewsArticle", "book": "Book", "broadcast": "AudioObject", "chapter": "Chapter",
    "collection": "Collection", "dataset": "Dataset", "legislation": "Legislation", "manuscript": "Manuscript",
    "map": "Map", "motion_picture": "VideoObject", "paper-conference": "ScholarlyArticle", "periodical": "Periodical",
    "post": "SocialMediaPosting", "post-weblog": "BlogPosting", "report": "Report", "review": "Review",
    "review-book": "Review", "software": "SoftwareSourceCode", "song": "MusicRecording", "thesis": "Thesis",
    "webpage": "WebPage",
}  # fmt: skip


def head(catalog: Catalog, options: PageOptions) -> str:
    """Return the elements of the head that depend on the list."""
    return "\n".join(_elements(catalog, options))


def _elements(catalog: Catalog, options: PageOptions) -> Iterator[str]:
    if catalog.description:
        yield f'<meta name="description" content="{inert.text(catalog.description)}">'
    yield f'<link rel="icon" href="{_ICON}">'
    if options.url:
        own = page_files(catalog, options).get(options.language or catalog.language, "")
        yield f'<link rel="canonical" href="{inert.text(in_site(options, own))}">'
    for file, kind in options.beside.items():
        href = inert.text(in_site(options, file))
        if kind in _FEEDS:
            title = inert.text(catalog.title or "Reading list")
            yield f'<link rel="alternate" type="{_FEEDS[kind]}" title="{title}" href="{href}">'
        elif kind in _OTHERS:
            yield f'<link rel="alternate" type="{_OTHERS[kind]}" href="{href}">'
    pages = page_files(catalog, options)
    for language, file in pages.items() if len(pages) > 1 else ():
        yield f'<link rel="alternate" hreflang="{inert.text(language)}" href="{inert.text(in_site(options, file))}">'


def in_site(options: Published, file: str) -> str:
    """Return the address of a file beside the page: in full where it is known, else from the page."""
    if not options.url:
        return file
    folder = options.url if options.url.endswith("/") else options.url.rpartition("/")[0] + "/"
    return folder + ("" if file == "index.html" else file)


def page_files(catalog: Catalog, options: Published) -> dict[str, str]:
    """Return the pages of the site by language; one that names no language is in the catalog's."""
    pages = {kind: file for file, kind in options.beside.items() if kind not in {*_FEEDS, *_OTHERS}}
    return {
        catalog.language if kind == "html" else kind: file for kind, file in pages.items() if file.endswith(".html")
    }


def json_ld(catalog: Catalog, options: PageOptions, words: Words) -> str:
    """Return the list as schema.org's ItemList, in the list's own order."""
    listed = catalog.listed
    stated = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": catalog.title or "Reading list",
        "description": catalog.description,
        "url": options.url or None,
        "inLanguage": words.language,
        "numberOfItems": len(listed),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": _item(entry)} for number, entry in enumerate(listed, 1)
        ],
    }
    return inert.data({key: value for key, value in stated.items() if value is not None})


def _item(entry: Entry) -> dict[str, str]:
    kind = "Course" if entry.genre == "Course" else _TYPES.get(entry.type, "CreativeWork")
    item = {"@type": kind, "name": entry.title or entry.shown_title}
    url = entry.url or entry.shown_link
    return item | {"url": url} if inert.address(url) and url else item
