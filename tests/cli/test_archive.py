"""`readinglist archive` as its user sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import responses

from tests.cli.conftest import Run, read, write
from tests.links.truth.lies import PROSE, page
from tests.support.services import services

CDX = "https://web.archive.org/cdx/search/cdx"
HEAD = ["timestamp", "original", "statuscode", "mimetype"]
URL = "https://example.org/kernels"
CATALOG = f"""\
references:
- id: kernels
  title: Kernels
  URL: {URL}
  verified: 2024-03-10  # by hand
- id: copied
  title: Copied
  URL: https://example.org/copied
  archive-url: https://web.archive.org/web/2020/https://example.org/copied
- id: paper
  title: A paper
  DOI: 10.1145/3600006.3613165
"""


@pytest.fixture
def network(here: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[responses.RequestsMock]:
    monkeypatch.setattr("readinglist.links.quirks.QUIRKS", ())
    monkeypatch.setattr("readinglist.links.quirks.paces", dict)
    write("readinglist.toml", "[check]\ninterval = 0\n")
    write("catalog.yaml", CATALOG)
    with services() as made:
        yield made


def has(network: responses.RequestsMock, *timestamps: str) -> None:
    network.get(CDX, json=[HEAD, *([each, URL, "200", "text/html"] for each in timestamps)])
    for each in timestamps:
        shown = page("Kernels", "Kernels", PROSE)
        network.get(f"https://web.archive.org/web/{each}id_/{URL}", body=shown, content_type="text/html")


def test_the_copy_nearest_to_the_day_of_a_person_s_look_is_written(run: Run, network: responses.RequestsMock) -> None:
    has(network, "20240301000000", "20260101000000")
    told = run("archive", "--write")
    assert (told.status, told.stdout, told.stderr) == (
        0,
        f"kernels: https://web.archive.org/web/20240301000000/{URL}\n",
        "changed catalog.yaml\n1 entry without a copy: 1 found in the archive\n",
    )
    assert read() == CATALOG.replace(
        f"  URL: {URL}\n",
        f"  URL: {URL}\n  archive-url: https://web.archive.org/web/20240301000000/{URL}\n  archive-date: 2024-03-01\n",
    )
    assert run("archive").stderr == "0 entries without a copy: 0 found in the archive\n"


def test_without_write_nothing_changes(run: Run, network: responses.RequestsMock) -> None:
    has(network, "20240301000000")
    told = run("archive", "--format", "json")
    assert json.loads(told.stdout) == [
        {
            "id": "kernels",
            "url": URL,
            "wanted": "2024-03-10",
            "archive-url": f"https://web.archive.org/web/20240301000000/{URL}",
            "archive-date": "2024-03-01",
            "passed_over": [],
            "trouble": None,
        }
    ]
    assert read() == CATALOG


def test_a_dry_run_shows_the_change(run: Run, network: responses.RequestsMock) -> None:
    has(network, "20240301000000")
    assert "+  archive-date: 2024-03-01" in run("archive", "--write", "--dry-run").stdout
    assert read() == CATALOG


def test_a_page_without_a_copy_is_saved_once_and_then_written(run: Run, network: responses.RequestsMock) -> None:
    network.get(CDX, json=[])
    save = network.get(
        f"https://web.archive.org/save/{URL}", headers={"content-location": f"/web/20270101000000/{URL}"}
    )
    told = run("archive", "--save", "--write")
    assert told.stdout == f"kernels: https://web.archive.org/web/20270101000000/{URL}\n"
    assert "  archive-date: 2027-01-01\n" in read()
    assert json.loads(read("captures.jsonl"))["state"] == "saved"
    write("catalog.yaml", CATALOG)
    assert run("archive", "--save").stdout == told.stdout
    assert save.call_count == 1


def test_a_page_that_is_gone_is_not_saved(run: Run, network: responses.RequestsMock) -> None:
    network.get(CDX, json=[])
    day = "2026-01-01"
    record = {"url": URL, "verdict": "gone", "reason": "not-found", "checked": day, "first_seen": day}
    write("ledger.jsonl", json.dumps(record) + "\n")
    assert run("archive", "--save").stdout == f"kernels: no copy ({URL})\n"


def test_a_silent_archive_says_nothing_of_a_page(run: Run, network: responses.RequestsMock) -> None:
    network.get(CDX, status=503)
    network.get("https://archive.org/wayback/available", status=503)
    told = run("archive", "--write")
    assert (told.status, told.stdout) == (0, f"kernels: status 503 ({URL})\n")
    assert read() == CATALOG


def test_an_archive_that_is_silent_three_times_is_out_of_order(run: Run, network: responses.RequestsMock) -> None:
    entries = "".join(f"- id: e{n}\n  title: E\n  URL: https://example.org/{n}\n" for n in range(5))
    write("catalog.yaml", f"references:\n{entries}")
    network.get(CDX, status=503)
    network.get("https://archive.org/wayback/available", status=503)
    told = run("archive")
    assert (told.status, told.stderr) == (
        2, "error: the Internet Archive does not answer (status 503); try again later\n",
    )  # fmt: skip
