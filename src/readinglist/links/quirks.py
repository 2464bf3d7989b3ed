"""Hosts that are not like others: a short table, each row with its reason and the day it was last true."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.web.pacing import Pace


class Quirk(NamedTuple):
    """What is done differently for a host, why, and since when."""

    host: str
    reason: str
    dated: str
    redirect_is_proof: bool = False
    """The redirect itself shows that the link is good; where it leads is another matter."""
    get: bool = False
    """HEAD says nothing here."""
    pace: Pace | None = None


_DOI = "doi.org answers 404 for what is not registered; publishers answer 403 to whoever is no reader"

QUIRKS = (
    Quirk("doi.org", _DOI, "2026-11-01", redirect_is_proof=True),
    Quirk("dx.doi.org", _DOI, "2026-11-01", redirect_is_proof=True),
    Quirk("hdl.handle.net", "the handle system, as doi.org", "2026-11-01", redirect_is_proof=True),
    Quirk("arxiv.org", "its terms ask for three seconds between requests", "2026-11-01", pace=Pace(1, 3.0)),
    Quirk("export.arxiv.org", "its terms ask for three seconds between requests", "2026-11-01", pace=Pace(1, 3.0)),
    Quirk("web.archive.org", "refuses connections after about 15 requests a minute", "2026-11-01", pace=Pace(1, 4.0)),
    Quirk("github.com", "answers 429 to bursts of requests without a token", "2026-11-01", pace=Pace(2, 0.5)),
    Quirk("www.amazon.com", "HEAD is answered 405, and connections are dropped after it", "2026-11-01", get=True),
)

_BY_HOST = {quirk.host: quirk for quirk in QUIRKS}


def quirk_of(host: str) -> Quirk | None:
    """Return what is special about a host, if anything is."""
    return _BY_HOST.get(host)


def paces() -> dict[str, Pace]:
    """Return the hosts that want to be asked at a pace of their own."""
    return {quirk.host: quirk.pace for quirk in QUIRKS if quirk.pace}
