"""Changes of a list as an Atom feed: one item for each commit that changed it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from html import escape

from readinglist.history.log import Step
from readinglist.history.telling import how
from readinglist.model.visible import visible


def as_atom(steps: Iterable[Step], title: str) -> str:
    """Return the feed; equal histories give equal feeds."""
    told = list(steps)
    items = [_item(step) for step in told]
    updated = told[0].moment if told else "1970-01-01T00:00:00Z"
    first = told[-1].commit if told else ""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom">',
            f"<title>{_text(title)}: changes</title>",
            f"<id>{_urn(f'changes since {first}')}</id>",
            f"<updated>{updated}</updated>",
            f"<author><name>{_text(title)}</name></author>",
            *items,
            "</feed>\n",
        ]
    )


def _item(step: Step) -> str:
    lines = "".join(
        f"<li>{kind}: {_title(each.entry.shown_title, each.entry.shown_link)}{_detail(how(kind, each))}</li>"
        for each in step.differences
        for kind in each.kinds
    )
    return (
        f"<entry><title>{_text(step.title)}</title><id>{_urn(step.commit)}</id><updated>{step.moment}</updated>"
        f'<content type="html">{escape(f"<ul>{lines}</ul>")}</content></entry>'
    )


def _title(title: str, url: str | None) -> str:
    return f'<a href="{_text(url)}">{_text(title)}</a>' if url else _text(title)


def _detail(words: str) -> str:
    return f" ({_text(words)})" if words else ""


def _text(words: str) -> str:
    return escape(visible(words))


def _urn(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, name)}"
