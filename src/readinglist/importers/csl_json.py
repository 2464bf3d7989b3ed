"""The format `csl-json`."""

from __future__ import annotations

import html
import re

from readinglist.importers import Fields, Imported, imported, importer
from readinglist.importers import _found as said
from readinglist.importers._csl.items import item_fields
from readinglist.importers._csl.places import json_items
from readinglist.importers._csl.shape import csl_sign
from readinglist.importers._found import finding
from readinglist.importers._protected import protected_words
from readinglist.importers._zotero import csl_from_zotero, is_zotero
from readinglist.model.finding import Finding

_NOCASE = re.compile(r'<span class="nocase">(.*?)</span>', re.DOTALL)
_PAIR = re.compile(r"<(i|b|em|strong|sc|sup|sub|span|jats:\w+|mml:\w+|scp|tt|u)(?: [^<>]*)?>(.*?)</\1>", re.DOTALL)


@importer(".json", sign=csl_sign, general=True)
def csl_json(text: str) -> Imported:
    """Read CSL-JSON: of Zotero, Better BibTeX, pandoc, Crossref, and our own.

    A file is a list of items, `{"items": […]}`, a map from key to item, or one item. What an item has
    beyond CSL stays under `custom: {csl: …}`; what our own export added under `custom.readinglist` is read
    back where the item has not been changed since. Items as Zotero itself has them are read too, and those in an
    answer of Crossref.
    """
    findings: list[Finding] = []
    entries: list[tuple[Fields, int]] = []
    for item, at in json_items(text, findings):
        if not isinstance(item, dict) or not item:
            findings.append(finding(said.ENTRY_DROPPED, at, "this is no item: an item is a map of variables"))
            continue
        fields, told = item_fields(csl_from_zotero(item) if is_zotero(item) else item, plain)
        findings += [finding(rule, at, message) for rule, message in told]
        entries.append((fields, at))
    return imported(entries, findings)


def plain(text: str) -> tuple[str, list[str]]:
    """Return a title without its markup, and the words that `nocase` protects beyond the usual rule."""
    if "<" not in text and "&" not in text:
        return text, []
    words = [_unmarked(word) for word in _NOCASE.findall(text)]
    title = _unmarked(text)
    return title, protected_words(words, title)


def _unmarked(text: str) -> str:
    before = ""
    while text != before:
        before, text = text, _PAIR.sub(r"\2", text)
    return html.unescape(text) if re.search(r"&(?:[a-z]+|#\d+|#x[0-9a-f]+);", text, re.IGNORECASE) else text
