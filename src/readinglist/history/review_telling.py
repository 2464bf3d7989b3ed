"""A review as text, Markdown, JSON or annotations: facts only, and nothing from the catalog that could act."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from readinglist.history.differences import FieldChange
from readinglist.history.review import Card, Link, Review
from readinglist.history.telling import difference_object, how
from readinglist.links.telling import as_objects
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry, fields_of
from readinglist.model.finding import Finding
from readinglist.model.visible import visible
from readinglist.report._facts import as_object, facts
from readinglist.report.markdown import code
from readinglist.web.credentials import without_password

MOST_CHARACTERS = 60_000  # GitHub takes 65,536 in a comment, and who posts it may add words
_LONGEST_VALUE = 200


class Quote(str):
    """Words that come from the catalog or from the web."""

    __slots__ = ()


Said = Iterable[str]


def as_text(review: Review) -> Iterator[str]:
    """Yield a paragraph for each work."""
    yield summary(review)
    for head, points in _paragraphs(review):
        yield ""
        yield _plain(head)
        yield from (f"  {_plain(point)}" for point in points)


def as_markdown(review: Review) -> Iterator[str]:
    """Yield a list for a comment on a pull request; what would not fit into one is only counted."""
    yield f"**{summary(review)}**"
    yield ""
    room = MOST_CHARACTERS
    paragraphs = list(_paragraphs(review))
    for number, (head, points) in enumerate(paragraphs):
        lines = [f"- {_marked(head)}", *(f"  - {_marked(point)}" for point in points)]
        room -= sum(len(line) + 1 for line in lines)
        if room < 0:
            yield f"- and {len(paragraphs) - number} more; `readinglist review --since` shows all"
            return
        yield from lines


def as_json(review: Review) -> str:
    """Return everything that a review found."""
    found = {
        "since": review.since,
        "works": [_card_object(card, review.catalog) for card in review.cards],
        "findings": [as_object(fact) for fact in facts(review.findings, review.catalog)],
    }
    return json.dumps(found, ensure_ascii=False, indent=2)


def summary(review: Review) -> str:
    """Return one line that counts: `2 added, 1 changed since main`."""
    counts = Counter(kind for card in review.cards for kind in card.difference.kinds)
    told = ", ".join(f"{number} {kind}" for kind, number in counts.items()) or "no work is touched"
    wrong = len(review.findings) + sum(len(card.other_findings) for card in review.cards)
    return f"{told}, {wrong} finding{'s' * (wrong != 1)}" if wrong else told


def _paragraphs(review: Review) -> Iterator[tuple[Said, list[Said]]]:
    for card in review.cards:
        difference, catalog = card.difference, review.catalog
        kinds = ", ".join(difference.kinds)
        where = [] if difference.removed else ["at", Quote(_line(difference.entry, catalog))]
        yield (kinds, Quote(difference.entry.id), *where), list(_points(card, catalog))
    if review.findings:
        yield ("in the files",), [_finding(found, review.catalog) for found in review.findings]


def _points(card: Card, catalog: Catalog) -> Iterator[Said]:
    difference = card.difference
    if {"added", "removed"} & {*difference.kinds}:
        yield from _about(difference.entry)
    else:
        yield ("is", Quote(difference.entry.shown_title))
        yield from ((kind, Quote(how(kind, difference))) for kind in ("renamed", "moved") if kind in difference.kinds)
        yield from map(_change, difference.fields)
    if card.whence:
        yield "facts from", Quote(_sources(card))
    for twin, identity in card.twins:
        yield "already here as", Quote(twin), "by", Quote(identity)
    yield from map(_link, card.links)
    if not difference.removed and difference.entry.archive_url:
        yield "archived copy", Quote(str(difference.entry.archive_url))
    yield from (_finding(found, catalog) for found in card.other_findings)


def _about(entry: Entry) -> Iterator[Said]:
    yield ("is", Quote(entry.shown_title))
    people = ", ".join(person.text for person in entry.author)
    stated = {
        "by": people,
        "of": entry.issued.text if entry.issued else "",
        "in": entry.container_title or "",
        "type": entry.type,
        "area": ", ".join(entry.area),
        "because": entry.annotation() or "",
    }
    yield from ((name, Quote(_short(value))) for name, value in stated.items() if value)


def _change(change: FieldChange) -> Said:
    if change.before is None:
        return (change.field, "is now", Quote(_short(change.after)))
    if change.after is None:
        return (change.field, "no longer", Quote(_short(change.before)))
    return (change.field, "from", Quote(_short(change.before)), "to", Quote(_short(change.after)))


def _sources(card: Card) -> str:
    """Return who said what: `crossref@2026-11-21 (title, author), arxiv@2026-11-20 (issued)`."""
    fields: dict[str, list[str]] = {}
    for name, source in card.whence:
        fields.setdefault(source, []).append(name)
    return ", ".join(f"{source} ({', '.join(names)})" for source, names in fields.items())


def _link(link: Link) -> Said:
    shown = Quote(without_password(link.url))
    if link.judgement is None:
        return ("link", shown, "was not checked yet")
    return ("link", shown, f"is {link.judgement.verdict.value} ({link.judgement.reason})")


def _finding(found: Finding, catalog: Catalog) -> Said:
    at = catalog.position(found.place)
    return (found.severity.value, Quote(found.rule), "at", Quote(str(at)), Quote(found.message))


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE]}…"


def _line(entry: Entry, catalog: Catalog) -> str:
    at = catalog.position(entry.place)
    return f"{at.file}:{at.line}"


def _plain(said: Said) -> str:
    return visible(" ".join(said))


def _marked(said: Said) -> str:
    return " ".join(code(words) if isinstance(words, Quote) else words for words in said)


def _card_object(card: Card, catalog: Catalog) -> dict[str, Any]:
    entry = card.difference.entry
    found = difference_object(card.difference)
    if card.difference.removed:
        return found
    at = catalog.position(entry.place)
    judged = {link.url: link.judgement for link in card.links if link.judgement}
    places = {link.url: [entry.at(link.field)] for link in card.links}
    return found | {
        "file": at.file,
        "line": at.line,
        "entry": fields_of(entry),
        "facts_from": dict(card.whence),
        "already_here_as": [{"id": twin, "by": identity} for twin, identity in card.twins],
        "links": list(as_objects(judged, places, catalog)),
        "not_checked": [without_password(link.url) for link in card.links if not link.judgement],
        "findings": [as_object(fact) for fact in facts(card.other_findings, catalog)],
    }
