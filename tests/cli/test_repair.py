"""`readinglist repair` as its user sees it, against a server on loopback."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import Run, read, write
from tests.links.truth.lies import HTML, PROSE, page
from tests.support.server import Server, Visit, serving

LEADS = {"/old": "/new/paged-attention", "/gone": "/", "/moved": "/elsewhere", "/slash": "/slash/"}
CATALOG = """\
references:
- id: kwon
  title: Paged attention
  URL: {url}/old  # seen in March
- id: gone
  title: Systolic arrays
  URL: {url}/papers/gone.html
- id: moved
  title: Kernels
  URL: {url}/moved
"""


def behave(visit: Visit) -> None:
    path = visit.heard.path
    if path in LEADS:
        visit.answer(301, f"Location: {LEADS[path]}")
    elif path == "/new/paged-attention":
        visit.answer(
            200, HTML, body=page("Paged attention", "Paged attention", PROSE, f"<link rel=canonical href={path}>")
        )
    elif path == "/papers/gone.html":
        visit.answer(301, "Location: /")
    elif path in {"/", "/elsewhere", "/slash/"}:
        visit.answer(200, HTML, body=page("Kernels", "Kernels", PROSE))
    else:
        visit.answer(404)


@pytest.fixture
def server(here: object) -> object:
    with serving(behave) as made:
        write("readinglist.toml", "[check]\nallow-private = true\ninterval = 0\nretries = []\n")
        write("catalog.yaml", CATALOG.format(url=made.url))
        yield made


def told(output: str, server: Server) -> str:
    return output.replace(server.url, "http://x")


def test_a_patch_shows_everything_that_is_proposed_with_its_evidence(run: Run, server: Server) -> None:
    result = run("repair")
    assert (result.status, result.stderr) == (0, "3 addresses: 2 could be repaired, 1 of them proven\n")
    assert (
        told(result.stdout, server)
        == """\
# catalog.yaml:4:8: http://x/old -> http://x/new/paged-attention (moved, proven)
#   a permanent redirect leads there
#   the page calls the new address its own
#   the page is called as the list calls it
# catalog.yaml:10:8: http://x/moved -> http://x/elsewhere (moved, 80% sure)
#   a permanent redirect leads there
#   the page is called as the list calls it
--- a/catalog.yaml
+++ b/catalog.yaml
@@ -1,10 +1,10 @@
 references:
 - id: kwon
   title: Paged attention
-  URL: http://x/old  # seen in March
+  URL: http://x/new/paged-attention  # seen in March
 - id: gone
   title: Systolic arrays
   URL: http://x/papers/gone.html
 - id: moved
   title: Kernels
-  URL: http://x/moved
+  URL: http://x/elsewhere
"""
    )
    assert told(read(), server) == CATALOG.format(url="http://x")


def test_only_what_is_proven_is_written_and_the_rest_stays_a_patch(run: Run, server: Server) -> None:
    result = run("repair", "--write")
    assert result.stderr == "changed catalog.yaml\n3 addresses: 2 could be repaired, 1 of them proven\n"
    assert told(read(), server) == CATALOG.format(url="http://x").replace("/old ", "/new/paged-attention ")
    assert "+  URL: http://x/elsewhere" in told(result.stdout, server)
    assert "paged-attention" not in re.sub("(?m)^ .*", "", result.stdout)


def test_a_dry_run_writes_nothing(run: Run, server: Server) -> None:
    run("repair", "--write", "--dry-run")
    assert told(read(), server) == CATALOG.format(url="http://x")


def test_a_query_chooses_entries(run: Run, server: Server) -> None:
    assert run("repair", "id:gone").stderr == "1 address: 0 could be repaired, 0 of them proven\n"
    assert {heard.path for heard in server.heard} <= {"/papers/gone.html", "/"} | {
        heard.path for heard in server.heard if "no-such-page" in heard.path
    }


def test_a_plain_list_gives_an_object_for_each_address(run: Run, server: Server) -> None:
    write("urls.txt", f"{server.url}/slash\n\n{server.url}/papers/gone.html\n{server.url}/nowhere\n")
    result = run("repair", "--urls", "urls.txt", "--format", "json")
    assert json.loads(told(result.stdout, server)) == [
        {
            "url": "http://x/slash",
            "proposal": "http://x/slash/",
            "kind": "slash",
            "confidence": 0.8,
            "evidence": ["a permanent redirect leads there", "it is the same address but for its spelling"],
            "certain": False,
        },
        {
            "url": "http://x/papers/gone.html",
            "proposal": None,
            "kind": None,
            "confidence": 0.0,
            "evidence": ["soft-404: leads to http://x/"],
            "certain": False,
        },
        {
            "url": "http://x/nowhere",
            "proposal": None,
            "kind": None,
            "confidence": 0.0,
            "evidence": ["gone: answers 404"],
            "certain": False,
        },
    ]


def test_the_patch_of_a_plain_list(run: Run, server: Server) -> None:
    write("urls.txt", f"{server.url}/slash\n")
    lines = told(run("repair", "--urls", "urls.txt").stdout, server).splitlines()
    assert lines[-2:] == ["-http://x/slash", "+http://x/slash/"]


def test_the_next_day_a_redirect_alone_is_believed(run: Run, server: Server) -> None:
    run("repair")
    ledger = read("ledger.jsonl")
    day = re.search(r'"moved_since":"([^"]+)"', ledger)
    assert day
    write("ledger.jsonl", ledger.replace(day[1], "2026-01-05"))
    assert run("repair", "--write").stderr.endswith("3 addresses: 2 could be repaired, 2 of them proven\n")
    assert f"{server.url}/elsewhere" in read()


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["--urls", "none.txt"], "error: none.txt: cannot be read: No such file or directory\n"),
        (
            ["--urls", "urls.txt", "--write"],
            "error: --urls only proposes, and takes no query; leave --write and the query out\n",
        ),
    ],
)
def test_bad_options_are_refused(run: Run, words: list[str], error: str, server: Server) -> None:
    result = run("repair", *words)
    assert (result.status, result.stderr) == (2, error)
