"""What all bookmarks share: an address, a title, tags, a note, when it was saved, and whether it was read."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from readinglist.importers import Fields, Imported, imported
from readinglist.importers._dates import from_text
from readinglist.importers._found import ADDRESS_LOST, KEPT_ASIDE, finding
from readinglist.importers._values import stated
from readinglist.markdown.details import address
from readinglist.markdown.outline import Outline
from readinglist.model.addresses import arxiv_in, doi_in
from readinglist.model.finding import Finding
from readinglist.model.header import Area

_APACHE = re.compile(r"(\d{1,2})/([A-Z][a-z]{2})/(\d{4}):")
_JAVASCRIPT = re.compile(r"(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) (\d{1,2}) (\d{4}) ")


@dataclass(slots=True)
class Shelf:
    """Bookmarks as they are read, one after another: those that lead somewhere, and what there is to say of others."""

    text: str
    entries: list[tuple[Fields, int]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    folders: Outline = field(default_factory=Outline)
    _at: int = 0
    _escapes_slashes: bool = False

    def __post_init__(self) -> None:
        self._escapes_slashes = "http:\\/\\/" in self.text or "https:\\/\\/" in self.text

    def add(self, url: Any, fields: Mapping[str, Any], path: Iterable[str] = (), at: int | None = None) -> None:
        """Add a bookmark in a folder; one that leads nowhere becomes a finding."""
        raw = str(url or "").strip()
        offset = self._offset(raw) if at is None else at
        link = address(raw)
        if link is None and fields.get("title") and not re.match(r"[a-z][a-z0-9+.-]*:", raw, re.IGNORECASE):
            told = f"{raw or 'nothing'} is no address of its own; the entry came without one"
            self.findings.append(finding(ADDRESS_LOST, offset, told))
            self.entries.append((stated({**fields, "area": self._area(path)}), offset))
            return
        if link is None:
            told = f"{raw or 'nothing'} is in no entry: no address of a page"
            self.findings.append(finding(ADDRESS_LOST, offset, told))
            return
        title = " ".join(str(fields.get("title") or "").split())
        known = {"DOI": doi_in(link), "arxiv": arxiv_in(link)}
        identified = {name: str(value) for name, value in known.items() if value}
        own: dict[str, Any] = {"title": title if address(title) is None else "", "URL": link, "area": self._area(path)}
        if (fields.get("custom") or {}).get("private"):
            own["listed"] = False
            told = f"{link} is private in the source; `listed: false` keeps it off lists and pages, not off exports"
            self.findings.append(finding(KEPT_ASIDE, offset, told))
        self.entries.append((stated({**fields, **own, **identified}), offset))

    def add_record(self, fields: Mapping[str, Any], paths: Iterable[list[str]], at: int | None) -> None:
        """Add an entry of several areas, which need not lead anywhere."""
        url = str(fields.get("URL") or "")
        areas = [area for path in paths for area in self._area(path)]
        known = {"DOI": fields.get("DOI") or doi_in(url), "arxiv": fields.get("arxiv") or arxiv_in(url)}
        own = {name: str(value) for name, value in known.items() if value}
        self.entries.append((stated({**fields, **own, "area": areas}), self._offset(url) if at is None else at))

    def _area(self, path: Iterable[str]) -> list[str]:
        area = self.folders.path([name for name in path if name])
        return [area] if area else []

    def _offset(self, url: str) -> int:
        """Return where an address stands: after the one before it, where it is there as it is."""
        spelling = url.replace("/", "\\/") if self._escapes_slashes else url
        found = self.text.find(spelling, self._at) if url else -1
        if found >= 0:
            self._at = found + len(spelling)
        return max(found, 0) if found >= 0 else self._at

    def imported(self, title: str | None = None) -> Imported:
        """Return what was read."""
        read = imported(self.entries, self.findings)
        areas = {name: Area(**area) for name, area in self.folders.areas.items()}
        return Imported(read.entries, read.findings, areas=areas, title=title)


def moment(value: Any) -> str | None:
    """Return the day of a moment: seconds, milli- or microseconds since 1970, or a date in any usual form."""
    text = str(value or "").strip()
    if re.fullmatch(r"\d{8,17}(?:\.\d+)?", text):
        number = float(text)
        while number > 1e11:
            number /= 1000
        return _day(number)
    if found := _APACHE.match(text):
        return from_text(f"{found[1]} {found[2]} {found[3]}")
    if found := _JAVASCRIPT.match(text):
        return from_text(f"{found[2]} {found[1]} {found[3]}")
    if found := re.match(r"\d{4}-\d\d-\d\d", text):
        return from_text(found[0])
    return from_text(text) if text else None


def webkit_moment(value: Any) -> str | None:
    """Return the day of a moment as Chrome counts: microseconds since 1601."""
    text = str(value or "")
    return _day(int(text) / 1e6 - 11644473600) if re.fullmatch(r"\d{14,18}", text) else None


def _day(seconds: float) -> str | None:
    if not 0 < seconds < 4102444800:  # the year 2100
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date().isoformat()


def kept_private(is_private: bool) -> dict[str, Any] | None:
    """Return what an entry keeps under `custom` of a bookmark that its owner showed to nobody."""
    return {"private": True} if is_private else None


def words(value: Any, sign: str = ",") -> list[str]:
    """Return tags: a list of names, of maps with a name, or a text with `sign` between them."""
    if isinstance(value, str):
        value = value.split(sign)
    if not isinstance(value, list | tuple):
        return []
    names = (each.get("name") if isinstance(each, Mapping) else each for each in value)
    return list(dict.fromkeys(str(name).strip(" '\"") for name in names if str(name or "").strip(" '\"[]")))


def csv_rows(text: str) -> Iterator[tuple[dict[str, str], int]]:
    """Yield the rows of a CSV file by their column's name in small letters, each with its offset."""
    import csv
    import io

    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    starts = [len(text) - len(text.lstrip("\ufeff"))]
    for line in lines:
        starts.append(starts[-1] + len(line))
    reader = csv.reader(io.StringIO("".join(lines)))
    head = [name.strip().lower() for name in next(reader, [])]
    before = reader.line_num
    for row in reader:
        if any(row):
            yield dict(zip(head, row, strict=False)), starts[min(before, len(starts) - 1)]
        before = reader.line_num


def csv_head(text: str) -> list[str]:
    """Return the columns of a CSV file, in small letters."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    return [name.strip(' "\r').lower() for name in first.split(",")]


def csv_sign(name: str, *columns: str) -> Any:
    """Return what tells a CSV file by these columns at the start of its head."""

    def sign(text: str) -> str | None:
        head = csv_head(text)
        return f"{name}: its head is {','.join(head)}" if set(columns) <= set(head) else None

    return sign


def json_sign(name: str, *keys: str) -> Any:
    """Return what tells a JSON file by keys that stand in its first item."""

    def sign(text: str) -> str | None:
        start = text[:100_000].lstrip("\ufeff \t\r\n")
        if start[:1] not in {"[", "{"} or not all(f'"{key}"' in start for key in keys):
            return None
        return f"{name}: its items have {', '.join(keys)}"

    return sign


def json_items(text: str, findings: list[Finding]) -> Any:
    """Return the data of a JSON text; where it is broken, a finding says where."""
    import json

    try:
        return json.loads(text.lstrip("\ufeff") or "[]")
    except json.JSONDecodeError as error:
        findings.append(finding("entry-dropped", error.pos, f"this is not JSON: {error.msg}"))
        return []


def json_bookmarks(text: str, fields: Callable[[Mapping[str, Any]], Mapping[str, Any]], url: str = "url") -> Imported:
    """Return the bookmarks of a JSON text that is a list of them; `fields` says what one states, `url` where it is."""
    shelf = Shelf(text)
    for item in maps(json_items(text, shelf.findings)):
        shelf.add(item.get(url), fields(item))
    return shelf.imported()


def saved(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a bookmark states under the names that most services have."""
    return {
        "title": item.get("title"),
        "annote": item.get("description"),
        "tags": words(item.get("tags")),
        "added": moment(item.get("created")),
    }


def maps(value: Any) -> list[Mapping[str, Any]]:
    """Return the maps in a list; nothing for what is no list."""
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
