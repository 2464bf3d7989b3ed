"""The format `json-feed`."""

from __future__ import annotations

import json
from typing import Any

from pydantic import Field

from readinglist.exporters import exporter
from readinglist.exporters.attribution import line
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.translation import told
from readinglist.page import annotation
from readinglist.page.feed import moment, name_of, newest_first
from readinglist.page.head import in_site
from readinglist.page.inert import address
from readinglist.page.options import Published

_VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeedOptions(Published):
    """What is chosen for the feed."""

    entries: int = Field(50, ge=1, description="How many entries the feed holds, the newest first.")


@exporter(".json")
def json_feed(catalog: Catalog, options: JsonFeedOptions) -> str:
    """Write a JSON Feed (version 1.1) of what came into the list, newest first.

    An entry has the day on which it was `added`, where somebody noted it; else it has no day.
    """
    own = next((file for file, kind in options.beside.items() if kind == "json-feed"), None)
    feed = {
        "version": _VERSION,
        "title": catalog.title or "Reading list",
        "home_page_url": options.url or None,
        "feed_url": in_site(options, own) if own and options.url else None,
        "description": catalog.description,
        "language": catalog.language,
    }
    items = [_item(catalog, options, entry) for entry in newest_first(catalog, options.entries)]
    return json.dumps({**_stated(feed), "items": items}, ensure_ascii=False, indent=2) + "\n"


def _item(catalog: Catalog, options: JsonFeedOptions, entry: Entry) -> dict[str, Any]:
    why = told(entry, catalog.language, catalog.language)
    item = {
        "id": name_of(catalog, options, entry),
        "url": f"{options.url}#{entry.id}" if options.url else entry.shown_link,
        "external_url": entry.shown_link if options.url and address(entry.shown_link) else None,
        "title": entry.shown_title,
        "content_html": annotation.html(why.text) if why else None,
        "content_text": None if why else line(entry),
        "date_published": moment(entry.added.begin) if entry.added else None,
        "authors": [{"name": person.text} for person in entry.author],
        "tags": [*entry.area, *entry.tags],
        "language": why.language if why else None,
    }
    return _stated(item)


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [])}
