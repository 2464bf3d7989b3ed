"""Rows of a table into works: the head says which column is the title, the address, the code, the words about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from readinglist.markdown import escape
from readinglist.markdown.blocks import Table
from readinglist.markdown.details import address, names
from readinglist.markdown.further import FURTHER_FIELDS, drained
from readinglist.markdown.items import Found
from readinglist.markdown.parser import words_of
from readinglist.markdown.picking import cut_pictures, identified, pick, titled_only, worth_saying
from readinglist.markdown.roles import column_role, link_role, says_something
from readinglist.markdown.spans import Inline, Span
from readinglist.model.dates import Date
from readinglist.model.malformed import Malformed

_DOTTED = re.compile(r"((?:19|20)\d\d)(?:[./-](\d{1,2})(?:[./-](\d{1,2}))?)?")


def read_table(table: Table) -> Iterator[Found]:
    """Yield the works of a table, one for each row in which an address stands."""
    heads = [words_of(cell.content) for cell in table.head]
    roles = [column_role(head) for head in heads]
    title = _title_column(roles, table)
    for row in table.rows:
        if found := _row(row, heads, roles, title):
            yield found


def _title_column(roles: Sequence[str | None], table: Table) -> int:
    for wanted in ("title", "weak-title", "URL"):
        if wanted in roles:
            return roles.index(wanted)
    linked = (n for row in table.rows for n, cell in enumerate(row) if any(address(link.href) for link in cell.links))
    return min(linked, default=0)


def _row(row: Sequence[Inline], heads: Sequence[str], roles: Sequence[str | None], title: int) -> Found | None:
    cells = list(zip(row, heads, roles, strict=True))
    picked = pick(row[title])
    fields: dict[str, Any] = dict(picked.fields) if picked else titled_only(row[title])
    said: list[str] = [fields.pop("annote")] if fields.get("annote") else []
    used = [span.href for span in picked.kept] if picked else []
    order = [n for n in range(len(cells)) if n != title]
    for n in sorted(order, key=lambda n: roles[n] != "URL"):
        _add(fields, said, used, *cells[n])
    if "URL" not in fields:
        _lead_somewhere(fields)
    if "URL" not in fields or not says_something(str(fields.get("title", ""))):
        return None
    fields = {name: value for name, value in fields.items() if name in {"URL", "title"} or value != fields["URL"]}
    text = drained(fields, " · ".join(said))
    fields["annote"] = text if worth_saying(text) else None
    return Found(identified(fields), row[title].line, tuple(used))


def _lead_somewhere(fields: dict[str, Any]) -> None:
    """Make the first of the further links the address of a work that has no other."""
    for name in FURTHER_FIELDS:
        if name in fields:
            fields["URL"] = fields.pop(name)
            return


def _add(fields: dict[str, Any], said: list[str], used: list[str], cell: Inline, head: str, role: str | None) -> None:
    """Add what a cell says: to the field that its column names, else to the words about the work."""
    links = [link for link in cell.links if address(link.href)]
    text = words_of(cell.content).strip()
    if role in {"URL", "weak-title", *FURTHER_FIELDS} and links:
        name = "URL" if role == "weak-title" else str(role)
        rest = [link for link in links if name in fields or link is not links[0]]
        fields.setdefault(name, address(links[0].href))
        rest = [link for link in rest if not _takes(fields, link)]
        shown = [escape.link(escape.link_text(link.words or "link"), link.href) for link in rest]
        said += [f"{head}: {', '.join(shown)}"] if shown else []
        used += [link.href for link in rest]
    elif role == "issued" and (date := _date(text)):
        fields["issued"] = date
    elif role == "author" and (people := names(text)):
        fields |= people
    elif role == "container-title" and text:
        fields["container-title"] = text
    elif (words := cut_pictures(cell)) and (says_something(words) or role is None or role == "annote"):
        said.append(words if role == "annote" else f"{head}: {words}")
        used += [link.href for link in cell.links]


def _takes(fields: dict[str, Any], link: Span) -> bool:
    """Take a link to code, PDF, slides or video into a field that is free."""
    role = link_role(link.words)
    if role not in FURTHER_FIELDS or role in fields:
        return False
    fields[role] = address(link.href)
    return True


def _date(text: str) -> str | None:
    found = _DOTTED.fullmatch(text)
    if not found:
        return None
    try:
        return Date.parse("-".join(f"{int(part):02d}" for part in found.groups() if part)).text
    except Malformed:
        return None
