"""`readinglist verify` as its user sees it."""

from __future__ import annotations

import json
import time

import pytest

from tests.cli.conftest import Run, read, write
from tests.links.truth.lies import HTML, PROSE, page
from tests.support.server import Server, Visit, serving

SETTINGS = "[check]\nallow-private = true\ninterval = 0\nretries = []\n"


@pytest.fixture
def server(here: object) -> object:
    """A page that calls itself missing, and is the right one all the same."""
    body = page("Page not found", "Page not found", "An art project.")
    with serving(lambda visit: visit.answer(200, HTML, body=body)) as made:
        write("readinglist.toml", SETTINGS)
        write("catalog.yaml", f"references:\n- id: art\n  title: Page not found\n  URL: {made.url}/art\n")
        yield made


def test_a_person_s_word_is_believed_until_the_page_is_another(server: Server, run: Run) -> None:
    assert "soft-404" in run("check").stderr
    told = run("verify", "art")
    assert (told.status, told.stderr) == (0, "changed catalog.yaml\n1 link: 1 ok\n")
    assert read().splitlines()[-1] == f"  verified: {time.strftime('%Y-%m-%d')}"
    assert run("check").stderr == "1 link: 1 ok\n"


def test_what_a_person_vouched_for_is_measured_anew(server: Server, run: Run) -> None:
    run("verify", "art")
    record = json.loads(read("ledger.jsonl"))
    assert (record["title"], record["vouched"]) == ("Page not found", time.strftime("%Y-%m-%d"))

    def behave(visit: Visit) -> None:
        visit.answer(200, HTML, body=page("Cakes and pies", "Cakes", PROSE))

    server.behave = behave
    write("readinglist.toml", SETTINGS + 'look = "0"\nmax-age = "0"\n')
    assert run("check").stderr == "1 link: 1 drifted\n"


def test_offline_only_the_day_is_written(server: Server, run: Run) -> None:
    assert run("verify", "art", "--offline").stderr == "changed catalog.yaml\n"
    assert server.heard == []


def test_an_entry_that_is_not_there_is_named(server: Server, run: Run) -> None:
    told = run("verify", "arts")
    assert (told.status, told.stderr) == (2, "error: no entry named 'arts'; did you mean 'art'?\n")
