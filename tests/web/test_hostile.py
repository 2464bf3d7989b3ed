"""Every hostile server: the right verdict, within the deadline, in little memory, and none disturbs another."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

from readinglist.links.asking import ask_page
from readinglist.links.plan import Ways
from readinglist.links.rounds import pages_of
from readinglist.web.client import Client, Manners
from readinglist.web.pacing import Pace, Pacer
from tests.support.server import serving
from tests.web.cases import CASES, behave

SECONDS = 1.0
GRACE = 0.5


@dataclass(frozen=True)
class Seen:
    verdict: str
    seconds: float
    detail: str


@dataclass(frozen=True)
class Outcomes:
    by_name: dict[str, Seen]
    grown_mb: float


@pytest.fixture(scope="module")
def outcomes() -> Iterator[Outcomes]:
    """All cases, checked side by side."""
    with serving(behave) as server:
        look(f"{server.url}/status-200")
        before = peak_mb()
        with ThreadPoolExecutor(24) as pool:
            urls = {name: f"{server.url}/{name}#{case.fragment}".rstrip("#") for name, case in CASES.items()}
            found = dict(zip(urls, pool.map(look, urls.values()), strict=True))
        yield Outcomes(found, peak_mb() - before)


def look(url: str) -> Seen:
    client = Client(Manners(seconds=SECONDS, allow_private=True, proxies={}), Pacer(Pace(50, 0)))
    (page,), _ = pages_of([url])
    began = time.monotonic()
    judgement = ask_page(client, Ways(SECONDS), page).judgements[url]
    took = time.monotonic() - began
    client.close()
    return Seen(f"{judgement.verdict.value} {judgement.reason}", took, judgement.detail)


def peak_mb() -> float:
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / scale


@pytest.mark.parametrize("name", sorted(CASES))
def test_verdict(name: str, outcomes: Outcomes) -> None:
    seen = outcomes.by_name[name]
    assert seen.verdict == CASES[name].verdict, seen.detail


@pytest.mark.parametrize("name", sorted(CASES))
def test_it_ends_within_the_deadline(name: str, outcomes: Outcomes) -> None:
    assert outcomes.by_name[name].seconds < SECONDS + GRACE


def test_there_are_as_many_cases_as_the_field_was_measured_with() -> None:
    assert len(CASES) >= 88


def test_memory_stays_small(outcomes: Outcomes) -> None:
    assert outcomes.grown_mb <= 20 + 24  # 20 MB for us; the server's 24 threads and their buffers are in here too
