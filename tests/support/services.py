"""Services as the network knows them, shaped after their own formats; what nobody set up is not reachable."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest.mock import patch

import responses

from readinglist.links import setup
from readinglist.metadata import turns
from readinglist.web.pacing import Pacer

Names = Sequence[tuple[str, str]]


class Clock:
    """A clock on which nobody waits: who sleeps finds it later."""

    def __init__(self) -> None:
        self.seconds = 1_790_000_000.0

    def time(self) -> float:
        """Return what time it is."""
        return self.seconds

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds


@contextmanager
def services() -> Iterator[responses.RequestsMock]:
    """A network of our own, whose turns nobody waits for."""
    clock = Clock()
    pacer = partial(Pacer, clock=clock.time, sleep=clock.sleep, now=clock.time)
    with (
        responses.RequestsMock(assert_all_requests_are_fired=False) as network,
        patch.object(turns, "time", clock),
        patch.object(setup, "Pacer", pacer),
    ):
        yield network


def asked(network: responses.RequestsMock) -> list[str]:
    """Return the addresses that were asked, in order."""
    return [str(call.request.url) for call in network.calls]


def agency(network: responses.RequestsMock, prefix: str, name: str) -> None:
    network.get(f"https://doi.org/ra/{prefix}", json=[{"DOI": prefix, "RA": name}])


def crossref(network: responses.RequestsMock, doi: str, title: str, authors: Names, **more: Any) -> None:
    """A work at Crossref; what `more` states is part of its message."""
    people = [{"given": given, "family": family, "sequence": "additional"} for given, family in authors]
    more = {name.replace("_", "-"): value for name, value in more.items()}
    message = {"DOI": doi, "type": "journal-article", "title": [title], "author": people, **more}
    agency(network, doi.partition("/")[0], "Crossref")
    network.get(
        f"https://api.crossref.org/works/{doi}", json={"status": "ok", "message-type": "work", "message": message}
    )


_ENTRY = """<entry>
<id>http://arxiv.org/abs/{number}v1</id><updated>{date}T18:59:59Z</updated><published>{date}T18:59:59Z</published>
<title>{title}</title><summary>{summary}</summary>{authors}{doi}
<arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="{category}"/>
<link href="http://arxiv.org/abs/{number}v1" rel="alternate" type="text/html"/></entry>"""
_FEED = """<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>arXiv Query</title>{entries}</feed>"""


def arxiv(network: responses.RequestsMock, *papers: Mapping[str, Any]) -> None:
    """Papers on arXiv, alone and in every batch."""

    def answer(request: Any) -> tuple[int, dict[str, str], str]:
        wanted = request.params["id_list"].split(",")
        found = [_entry(**each) for each in papers if each["number"] in wanted]
        return 200, {"content-type": "application/atom+xml"}, _FEED.format(entries="".join(found))

    network.add_callback("GET", "https://export.arxiv.org/api/query", callback=answer)


def _entry(number: str, title: str, authors: Names, date: str, category: str = "cs.LG", doi: str = "") -> str:
    people = "".join(f"<author><name>{given} {family}</name></author>" for given, family in authors)
    told = f'<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">{doi}</arxiv:doi>' if doi else ""
    return _ENTRY.format(
        number=number, title=title, summary="What it says.", authors=people, date=date, category=category, doi=told
    )


def page(network: responses.RequestsMock, url: str, html: str | bytes) -> None:
    network.get(url, body=html, content_type="text/html; charset=utf-8")


def as_json(network: responses.RequestsMock, url: str, data: Any, status: int = 200) -> None:
    network.get(url, body=json.dumps(data), status=status, content_type="application/json")
