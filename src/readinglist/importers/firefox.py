"""The format `firefox`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from readinglist.importers import Imported, importer
from readinglist.importers._bookmarks import Shelf, json_items, json_sign, maps, moment, words


@importer(".json", sign=json_sign("Firefox's bookmarks", "placesRoot", "children"))
def firefox(text: str) -> Imported:
    """Read a backup of Firefox's bookmarks: folders become areas; searches (`place:`) are told and left out."""
    shelf = Shelf(text)
    found = json_items(text, shelf.findings)
    if isinstance(found, Mapping):
        _read(found, [], shelf, dict(_tag_folders(found)))
    return shelf.imported()


def _tag_folders(root: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield addresses with their tags, where an old backup has a folder for each tag."""
    found: dict[str, list[str]] = {}
    for folder in (each for each in maps(root.get("children")) if each.get("root") == "tagsFolder"):
        for tag in maps(folder.get("children")):
            for child in maps(tag.get("children")):
                found.setdefault(str(child.get("uri")), []).append(str(tag.get("title")))
    yield from found.items()


def _read(node: Mapping[str, Any], path: list[str], shelf: Shelf, tags: Mapping[str, list[str]]) -> None:
    if node.get("root") == "tagsFolder":
        return
    if node.get("uri"):
        fields = {
            "title": node.get("title"),
            "tags": words(node.get("tags", "")) or tags.get(str(node["uri"]), []),
            "added": moment(node.get("dateAdded")),
            "annote": _description(node),
        }
        shelf.add(node.get("uri"), fields, path)
    for child in maps(node.get("children")):
        _read(child, [*path, str(node.get("title") or "")], shelf, tags)


def _description(node: Mapping[str, Any]) -> str | None:
    notes = (
        each.get("value") for each in maps(node.get("annos")) if each.get("name") == "bookmarkProperties/description"
    )
    return next((str(note) for note in notes), None)
