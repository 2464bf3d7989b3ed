"""Every hostile server: the right verdict, within the deadline, in little memory, and none disturbs another."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from readinglist.links.asking import ask_page
from readinglist.links.plan import Ways
from readinglist.links.rounds import pages_of
from readinglist.web.client import Client, Manners
from readinglist.web.pacing import Pace, Pacer
from tests.support.server import serving, serving_hosts
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


def test_the_whole_command_survives_them_all(tmp_path: Path) -> None:
    """Each case on a host of its own, all in one run: every verdict right, in time and in little memory."""
    names = sorted(CASES)
    settings = (
        "[check]\nallow-private = true\ninterval = 0\nretries = []\ntimeout = 1.5\nworkers = 32\nlongest-wait = 2\n"
    )
    (tmp_path / "readinglist.toml").write_text(settings)
    with serving_hosts(behave, len(names)) as servers:
        urls = {
            f"{server.url}/{name}{'#' * bool(CASES[name].fragment)}{CASES[name].fragment}": name
            for name, server in zip(names, servers, strict=True)
        }
        (tmp_path / "one.txt").write_text(f"{servers[names.index('status-200')].url}/status-200\n")
        (tmp_path / "all.txt").write_text("\n".join([*urls, "http://[bad/", "http://a..b/", "nonsense", ""]))
        usual_mb, _, _ = run_check(tmp_path, "one.txt")
        peak, seconds, told = run_check(tmp_path, "all.txt")
    seen = {urls[each["url"]]: f"{each['verdict']} {each['reason']}" for each in told if each["url"] in urls}
    assert seen == {name: CASES[name].verdict for name in names}
    assert [each["verdict"] for each in told[-3:]] == ["gone"] * 3
    assert seconds < 25
    assert peak - usual_mb <= 20


# A process begins with the peak of the one that it was split off from, so a small one stands between.
MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""


def run_check(folder: Path, listed: str) -> tuple[float, float, list[dict[str, str]]]:
    """Return how many MB a check took at most, how many seconds, and what it said."""
    words = [sys.executable, "-m", "readinglist", "check", "-", "--format", "json", "--quiet"]
    began = time.monotonic()
    with (folder / listed).open() as stdin:
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, *words], cwd=folder, stdin=stdin, capture_output=True, text=True
        )
    return int(done.stderr) / 1024, time.monotonic() - began, json.loads(done.stdout)
