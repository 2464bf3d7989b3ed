"""Entries, or CSL items from elsewhere, as citations in a style: what `cite` and the citation exports print."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from readinglist.citations import CitationError, Processor, render_citations, render_each
from readinglist.citations.output import format_named
from readinglist.errors import ReadingListError

if TYPE_CHECKING:
    from readinglist.model.entry import Entry

USUAL_STYLE = "apa"
Item = Mapping[str, Any]


def items_of(entries: Sequence[Entry]) -> list[Item]:
    """Return entries as CSL items; words whose capitals must stay are marked."""
    from readinglist.exporters._csl import csl_item

    return [csl_item(entry, lambda text: f'<span class="nocase">{text}</span>') for entry in entries]


def read_items(text: str, name: str) -> list[Item]:
    """Return the items of a CSL-JSON text; raise `ReadingListError` with the line where it is none."""
    try:
        items = json.loads(text)
    except json.JSONDecodeError as error:
        raise ReadingListError(f"{name}:{error.lineno}:{error.colno}: this is not JSON: {error.msg}") from error
    items = [items] if isinstance(items, dict) else items
    if not isinstance(items, list) or not all(isinstance(item, dict) and "id" in item for item in items):
        raise ReadingListError(f"{name}: CSL-JSON is a list of items, each with an id")
    return items


def bibliography(
    items: Sequence[Item], style: str, *, locale: str | None = None, format: str = "text", each: bool = False
) -> list[tuple[str, str]]:
    """Return the id and the citation of every item: as one bibliography in the style's order, or each alone."""
    with _told():
        format_named(format)
        if not each:
            return [(key, text.strip()) for key, text in Processor(style, items, locale).entries(format)]
        texts = render_each(items, style, locale, format)
    return [(str(item["id"]), text) for item, text in zip(items, texts, strict=True)]


def in_text(items: Sequence[Item], style: str, *, locale: str | None = None, format: str = "text") -> str:
    """Return the citation that stands in a text and leads to these items."""
    with _told():
        return render_citations([[str(item["id"]) for item in items]], items, style, locale, format)[0]


def as_json(items: Sequence[Item], style: str, *, locale: str | None = None, each: bool = False) -> str:
    """Return the citations of all items as JSON: id, text and HTML of each."""
    text = bibliography(items, style, locale=locale, each=each)
    html = dict(bibliography(items, style, locale=locale, format="html", each=each))
    rows = [{"id": key, "text": line, "html": html[key]} for key, line in text]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def page(citations: Sequence[tuple[str, str]], format: str) -> str:
    """Return a bibliography as it stands on a page of its format."""
    kind = format_named(format)
    before, after = kind.entry
    blank = "" if format in ("html", "text") else "\n"
    entries = blank.join(f"{before}{text}{after}".rstrip("\n") + "\n" for _, text in citations)
    return f"{kind.bibliography[0]}{entries}{kind.bibliography[1]}".rstrip("\n") + "\n" if citations else ""


@contextmanager
def _told() -> Iterator[None]:
    """Let what is wrong with a style be told like everything else that stops the work."""
    try:
        yield
    except CitationError as error:
        raise ReadingListError(f"{error} (`readinglist styles WORDS` looks for styles)") from error
