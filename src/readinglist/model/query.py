"""The query language of every command and of the page: words, "phrases", -not, area:, year:2022..2024, has:doi."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from readinglist.errors import BadQuery, did_you_mean
from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, Entry, has
from readinglist.model.spelling import FIELD_ALIASES, canonical_name
from readinglist.model.types import CSL_TYPES, TYPE_ALIASES, canonical_type

Test = Callable[[Entry], bool]

_TERM = re.compile(r'\s*(?P<minus>-?)(?:(?P<key>[A-Za-z-]+):)?(?:"(?P<phrase>[^"]*)(?P<closed>"?)|(?P<word>[^\s"]+))?')


def fold(text: str) -> str:
    """Return text without case and accents, as searches compare it."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for; an entry matches when every term does."""

    text: str
    tests: tuple[Test, ...]

    def matches(self, entry: Entry) -> bool:
        """Return whether an entry is what was asked for."""
        return all(test(entry) for test in self.tests)

    def select(self, catalog: Catalog) -> Catalog:
        """Return the catalog with the matching entries alone."""
        return catalog.only(tuple(entry for entry in catalog if self.matches(entry))) if self.tests else catalog


def parse_query(text: str | Sequence[str]) -> Query:
    """Return the query that a text, or the words of a command line, states; raise `BadQuery` where it states none.

    A word of a command line that holds spaces was quoted for the shell, and is a phrase.
    """
    if not isinstance(text, str):
        text = " ".join(_requoted(word) for word in text)
    return Query(text, tuple(_tests(text)))


def _requoted(word: str) -> str:
    if " " not in word or '"' in word:
        return word
    head, colon, tail = word.partition(":")
    return f'{head}:"{tail}"' if colon and " " not in head else f'"{word}"'


def _tests(text: str) -> Iterator[Test]:
    at = 0
    while text[at:].strip():
        term = _TERM.match(text, at)
        if term is None or term.end() == at:
            raise BadQuery(f"query, column {at + 1}: cannot read '{text[at:]}'")
        if term["phrase"] is not None and not term["closed"]:
            raise BadQuery(f'query, column {term.start("phrase")}: the quote is never closed; end the phrase with "')
        value = term["phrase"] if term["phrase"] is not None else term["word"]
        if value is None or (not value.strip() and term["key"]):
            what = f"'{term['key']}:' needs a value, such as {_EXAMPLES.get(term['key'], 'area:hardware')}"
            raise BadQuery(
                f"query, column {term.end() + 1}: "
                + (what if term["key"] else "'-' needs a word after it, such as -tag:draft")
            )
        test = _test(term["key"], value, term.start("key") + 1) if term["key"] and not _is_address(term) else None
        test = test or _words(f"{term['key']}:{value}" if term["key"] else value)
        yield (lambda entry, test=test: not test(entry)) if term["minus"] else test  # type: ignore[misc]
        at = term.end()


def _is_address(term: re.Match[str]) -> bool:
    return term["key"] in {"http", "https"} and (term["word"] or "").startswith("//")


def _test(key: str, value: str, column: int) -> Test:
    if key not in KEYS:
        raise BadQuery(f"query, column {column}: no field named '{key}' to ask for; {did_you_mean(key, KEYS)}")
    choices = [choice for choice in value.split(",") if choice] if key in _CHOICES else [value]
    tests = [KEYS[key](choice, column) for choice in choices]
    return lambda entry: any(test(entry) for test in tests)


def _words(value: str) -> Test:
    wanted = fold(value)
    return lambda entry: wanted in searchable(entry)


def searchable(entry: Entry) -> str:
    """Return everything of an entry that words are looked for in, folded."""
    people = [person.text for person in (*entry.author, *entry.editor)]
    notes = list(entry.annote.values()) if isinstance(entry.annote, dict) else [entry.annote]
    parts = [entry.id, entry.title, entry.label, *people, entry.container_title, entry.publisher]
    parts += [*notes, *entry.area, *entry.tags, entry.doi, entry.arxiv, entry.url, entry.link]
    return fold("\n".join(part for part in parts if part))


def _area(value: str, _: int) -> Test:
    return lambda entry: value in entry.area


def _tag(value: str, _: int) -> Test:
    wanted = fold(value)
    return lambda entry: any(fold(tag) == wanted for tag in entry.tags)


def _type(value: str, column: int) -> Test:
    known = canonical_type(value)
    if known is None:
        hint = did_you_mean(value, _TYPES) or "`readinglist stats` counts those in use"
        raise BadQuery(f"query, column {column}: no type named '{value}'; {hint}")
    name, genre = known
    return lambda entry: entry.type == name and (genre is None or fold(entry.genre or "") == fold(genre))


def _author(value: str, _: int) -> Test:
    wanted = fold(value)
    return lambda entry: any(
        wanted in fold(f"{person.text}\n{person.family_text}, {person.given or ''}") for person in entry.author
    )


def _text_of(name: str) -> Callable[[str, int], Test]:
    def make(value: str, _: int) -> Test:
        wanted = fold(value)
        return lambda entry: wanted in fold(str(entry.get(name) or ""))

    return make


def _year(value: str, column: int) -> Test:
    found = re.fullmatch(r"(\d{4})?(?:(\.\.)(\d{4})?)?", value)
    if not found or value == "..":
        raise BadQuery(f"query, column {column}: '{value}' is not a year; write 2024, 2022..2024, 2022.. or ..2024")
    first = int(found[1] or 0)
    last = int(found[3] or 9999) if found[2] else first
    return lambda entry: entry.issued is not None and first <= entry.issued.year <= last


def _reading(value: str, _: int) -> Test:
    return lambda entry: entry.reading == value


def _has(value: str, column: int) -> Test:
    name = canonical_name(value)
    if name not in ATTRIBUTES:
        hint = did_you_mean(value, {*ATTRIBUTES, *FIELD_ALIASES}) or "write one that catalogs have, such as has:doi"
        raise BadQuery(f"query, column {column}: no field named '{value}'; {hint}")
    return lambda entry: has(entry, name)


KEYS: dict[str, Callable[[str, int], Test]] = {
    "area": _area,
    "author": _author,
    "has": _has,
    "id": lambda value, _: lambda entry: value == entry.id or value in entry.aliases,
    "level": lambda value, _: lambda entry: entry.level == value,
    "reading": _reading,
    "tag": _tag,
    "title": _text_of("title"),
    "type": _type,
    "year": _year,
}
_TYPES = CSL_TYPES | set(TYPE_ALIASES)
_CHOICES = {"area", "has", "id", "level", "reading", "tag", "type", "year"}
_EXAMPLES = {
    "area": "area:hardware",
    "year": "year:2022..2024",
    "has": "has:doi",
    "type": "type:blog",
    "author": "author:he",
}
