"""The format `coins`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from readinglist.importers import Imported, imported, importer
from readinglist.importers._dates import from_text
from readinglist.importers._values import sound, stated
from readinglist.importers._zotero import TYPES as ZOTERO_TYPES
from readinglist.markdown.details import address
from readinglist.markdown.spans import attributes_of
from readinglist.model.identifiers import DOI, ISBN, ISSN, ArXiv
from readinglist.model.person import person_fields

_SPAN = re.compile(r"<span\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>", re.IGNORECASE)
_TYPES = ZOTERO_TYPES | {
    "article": "article-journal", "proceeding": "paper-conference", "conference": "paper-conference",
    "bookitem": "chapter", "dissertation": "thesis",
}  # fmt: skip


def _sign(text: str) -> str | None:
    return "COinS: it holds <span class=Z3988>" if re.search(r"class=[\"']Z3988[\"']", text) else None


@importer(".html", ".htm", sign=_sign)
def coins(text: str) -> Imported:
    """Read the references that a page holds as OpenURL, in `<span class="Z3988">`."""
    entries = []
    for span in _SPAN.finditer(text):
        known = attributes_of(span[1])
        if "Z3988" in known.get("class", ""):
            values = parse_qs(known.get("title", ""))
            entries.append((stated(_fields(values)), span.start()))
    return imported(entries)


def _fields(values: Mapping[str, Sequence[str]]) -> dict[str, object]:
    def first(*names: str) -> str:
        return next((values[f"rft.{name}"][0] for name in names if values.get(f"rft.{name}")), "")

    ids = [*values.get("rft_id", ()), *values.get("rft.identifier", ())]
    doi = next((each.removeprefix("info:doi/") for each in ids if "info:doi/" in each or "doi.org/" in each), "")
    title = first("atitle", "title", "btitle", "dctitle")
    container = first("jtitle", "source", "btitle", "title", "stitle")
    pages = first("pages") or "-".join(filter(None, [first("spage"), first("epage")]))
    return {
        "type": _TYPES.get(first("genre", "type"), "document"),
        "title": title,
        "author": _authors(values),
        "issued": from_text(first("date")),
        "container-title": container if container != title else "",
        "volume": first("volume"),
        "issue": first("issue"),
        "page": pages,
        "publisher": first("pub", "publisher", "inst"),
        "DOI": sound(DOI, doi) if doi else None,
        "arxiv": next((sound(ArXiv, each[11:]) for each in ids if each.startswith("info:arxiv/")), None),
        "tags": values.get("rft.subject", []),
        "ISBN": sound(ISBN, first("isbn")) if first("isbn") else None,
        "ISSN": sound(ISSN, first("issn")) if first("issn") else None,
        "URL": next(filter(None, map(address, ids)), None),
    }


def _authors(values: Mapping[str, Sequence[str]]) -> list[object]:
    """Return the authors: the first by its parts where these are stated, the others as they are written."""
    names = [*values.get("rft.au", ()), *values.get("rft.creator", ())]
    bodies: list[object] = [{"literal": name} for name in values.get("rft.aucorp", ())]
    family = next(iter(values.get("rft.aulast", ())), "")
    given = next(iter(values.get("rft.aufirst", ())), "")
    found: list[object] = [person_fields(name) for name in names]
    if family:
        own: object = {"family": family, "given": given} if given else {"literal": family}
        found = [own, *(person_fields(name) for name in names if family not in name)]
    return [*found, *bodies]
