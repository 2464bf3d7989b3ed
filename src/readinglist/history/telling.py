"""Changes of a list as text, Markdown or JSON: one line for everything that happened to a work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from readinglist.history.differences import Difference
from readinglist.history.log import Step
from readinglist.markdown.escape import link, plain_text
from readinglist.model.entry import Entry
from readinglist.model.visible import visible

_VERBS = {"added": "New", "removed": "Removed", "renamed": "Renamed", "moved": "Moved"}


def as_text(steps: Iterable[Step]) -> Iterator[str]:
    """Yield a paragraph for each step."""
    for number, step in enumerate(steps):
        if number:
            yield ""
        yield visible(" ".join(filter(None, (step.day, step.commit[:9], step.title))))
        width = max(len(each.entry.id) for each in step.differences)
        for each in step.differences:
            for kind in each.kinds:
                detail = how(kind, each)
                told = f"  {kind:12} {each.entry.id:{min(width, 32)}}  {each.entry.shown_title}"
                yield visible(f"{told} ({detail})" if detail else told)


def as_markdown(steps: Iterable[Step]) -> Iterator[str]:
    """Yield a section for each day, in words for who reads the list."""
    for heading, group in groupby(steps, lambda step: step.day or step.title):
        yield f"## {plain_text(heading)}"
        yield ""
        for step in group:
            yield from (markdown_line(kind, each) for each in step.differences for kind in each.kinds)
        yield ""


def as_json(steps: Iterable[Step]) -> str:
    """Return all that is known of each step."""
    return json.dumps([_step(step) for step in steps], ensure_ascii=False, indent=2)


def how(kind: str, difference: Difference) -> str:
    """Return what there is to say beyond the kind: from where to where, which fields."""
    before, entry = difference.before, difference.entry
    if before and kind == "renamed":
        return f"was {before.id}"
    if before and kind == "moved":
        return f"from {_areas(before)} to {_areas(entry)}"
    if kind == "changed":
        return ", ".join(each.field for each in difference.fields if each.field != "annote")
    return ""


def markdown_line(kind: str, difference: Difference) -> str:
    """Return what happened as an item of a list."""
    entry = difference.entry
    title = plain_text(entry.shown_title)
    shown = link(title, entry.shown_link) if entry.shown_link and kind != "removed" else title
    by = plain_text(_by(entry)) if kind in {"added", "removed"} else ""
    detail = plain_text(how(kind, difference))
    return f"- {_VERBS.get(kind, kind.capitalize())}: {shown}" + "".join(
        f"{before}{words}{after}" for before, words, after in ((", ", by, ""), (" (", detail, ")")) if words
    )


def difference_object(difference: Difference) -> dict[str, Any]:
    """Return a difference as plain data."""
    entry, before = difference.entry, difference.before
    found: dict[str, Any] = {"id": entry.id, "kinds": list(difference.kinds), "title": entry.shown_title}
    if before and before.id != entry.id:
        found["former_id"] = before.id
    if before and before.area != entry.area:
        found["areas"] = {"before": list(before.area), "after": list(entry.area)}
    if difference.fields:
        found["fields"] = {each.field: {"before": each.before, "after": each.after} for each in difference.fields}
    return found


def _step(step: Step) -> dict[str, Any]:
    about = {"commit": step.commit, "date": step.moment, "title": step.title}
    return {name: value for name, value in about.items() if value} | {
        "changes": [difference_object(each) for each in step.differences]
    }


def _areas(entry: Entry) -> str:
    return ", ".join(entry.area) or "no area"


def _by(entry: Entry) -> str:
    people: Sequence[str] = [person.family_text for person in entry.author]
    who = f"{people[0]} et al." if len(people) > 2 else " and ".join(people)
    return " ".join(filter(None, (who, f"({entry.issued.year})" if entry.issued else "")))
