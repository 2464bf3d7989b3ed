"""`readinglist check` as its user sees it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.links.telling import summary
from tests.cli.conftest import Run, clean_environment, read, write
from tests.support.server import Server, Visit, serving

SETTINGS = '[check]\nlook = "never"\nallow-private = true\ninterval = 0\nretries = []\ntimeout = 2\n'


def behave(visit: Visit) -> None:
    match visit.heard.path.partition("?")[0]:
        case "/gone":
            visit.answer(404)
        case "/wall":
            visit.answer(403)
        case "/ill":
            visit.answer(500)
        case "/old":
            visit.answer(301, "Location: /new")
        case "/hang":
            visit.hang()
        case _:
            visit.answer(200, "Content-Type: text/html", body=b"<h1 id=top-of-it>")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(behave) as made:
        yield made


@pytest.fixture
def listed(here: Path, server: Server) -> None:
    """A list with every kind of link."""
    write("readinglist.toml", SETTINGS)
    write(
        "catalog.yaml",
        f"""\
references:
- id: fine
  title: A
  URL: {server.url}/fine
- id: gone
  title: B
  URL: {server.url}/gone
  code: {server.url}/old
- id: ill
  title: C
  URL: {server.url}/ill
  link: {server.url}/wall
  annote: It is [here]({server.url}/gone).
- id: part
  title: D
  URL: {server.url}/fine#nowhere
""",
    )


@pytest.mark.usefixtures("listed")
def test_every_place_of_a_bad_address_is_told_and_it_is_asked_once(run: Run, server: Server) -> None:
    told = run("check")
    assert told.status == 1
    assert told.stdout.replace(server.url, "URL") == (
        "catalog.yaml:7:8: error[not-found]: URL/gone is gone: answers 404, since {today}\n"
        "catalog.yaml:8:9: info[moved]: URL/old moved to URL/new\n"
        "catalog.yaml:11:8: warning[server-error]: URL/ill cannot be reached: answers 500\n"
        "catalog.yaml:12:9: info[forbidden]: URL/wall cannot be seen: answers 403\n"
        "catalog.yaml:13:11: error[not-found]: URL/gone is gone: answers 404, since {today}\n"
        "catalog.yaml:16:8: warning[fragment-missing]: URL/fine#nowhere works: the page has no section 'nowhere'\n"
        "2 errors, 2 warnings, 2 info in 1 file\n"
    ).format(today=time.strftime("%Y-%m-%d"))
    assert told.stderr == "6 links: 2 ok, 1 moved, 1 blocked, 1 unreachable, 1 gone\n"
    assert server.count("/fine") == 1
    assert [heard.method for heard in server.heard if heard.path == "/gone"] == ["HEAD", "GET"]


@pytest.mark.usefixtures("listed")
def test_json_has_one_object_for_each_address(run: Run, server: Server) -> None:
    told = {each["url"].removeprefix(server.url): each for each in json.loads(run("check", "--format", "json").stdout)}
    assert list(told) == ["/fine", "/gone", "/old", "/ill", "/wall", "/fine#nowhere"]
    assert [(place["line"], place["column"], place["id"], place["field"]) for place in told["/gone"]["places"]] == [
        (7, 8, "gone", "URL"),
        (13, 11, "ill", "annote"),
    ]
    old = told["/old"]
    assert (old["verdict"], old["reason"], old["status"], old["final_url"], old["new_url"]) == (
        "moved", "moved", 200, f"{server.url}/new", f"{server.url}/new",
    )  # fmt: skip
    assert [hop["status"] for hop in old["chain"]] == [301, 200]
    lines = run("check", "--format", "jsonl", "--offline").stdout.splitlines()
    assert [json.loads(line)["verdict"] for line in lines] == [each["verdict"] for each in told.values()]


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("format", ["github", "sarif", "junit", "markdown"])
def test_every_report_serves(run: Run, format: str) -> None:
    told = run("check", "--format", format)
    assert told.status == 1
    assert "not-found" in told.stdout


@pytest.mark.usefixtures("listed")
def test_sarif_brings_the_pages_of_the_reasons(run: Run) -> None:
    driver = json.loads(run("check", "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]
    pages = {rule["id"]: rule["shortDescription"]["text"] for rule in driver["rules"]}
    assert pages["not-found"] == "The page answers 404 or 410: it is not there."


@pytest.mark.usefixtures("listed")
def test_the_second_check_asks_only_what_failed(run: Run, server: Server) -> None:
    first = run("check")
    ledger = read("ledger.jsonl")
    server.heard.clear()
    second = run("check")
    assert {heard.path for heard in server.heard} == {"/gone", "/ill", "/wall"}
    assert read("ledger.jsonl") == ledger
    assert [line.partition(": ")[2][:9] for line in second.stdout.splitlines()] == [
        line.partition(": ")[2][:9] for line in first.stdout.splitlines()
    ]
    run("check", "--max-age", "0")
    assert server.count("/fine") == 1


@pytest.mark.usefixtures("listed")
def test_queries_and_what_to_fail_on(run: Run) -> None:
    assert run("check", "id:fine").status == 0
    assert run("check", "id:ill", "--fail-on", "never").status == 0
    assert run("check", "id:ill", "--fail-on", "unreachable,moved").status == 1
    assert run("check", "id:part", "--fail-on", "fragment-missing").status == 1
    assert run("check", "id:part", "--fail-on", "any").status == 1
    wrong = run("check", "--fail-on", "gon")
    assert (wrong.status, wrong.stderr) == (2, "error: no verdict or reason named 'gon'; did you mean 'gone'?\n")


def test_a_host_that_fails_as_a_whole_fails_where_that_is_asked(run: Run, here: Path, server: Server) -> None:
    write("readinglist.toml", SETTINGS)
    write("list.md", "".join(f"{server.url}/ill?{number}\n" for number in range(6)))
    told = run("check", "--files", "list.md", "--fail-on", "unreachable")
    assert told.status == 1
    assert len(told.stdout.splitlines()) == 2
    assert run("check", "--files", "list.md").status == 0


@pytest.mark.usefixtures("listed")
def test_a_reason_is_ignored_where_the_entry_says_so(run: Run) -> None:
    write("catalog.yaml", read().replace("title: B", "title: B\n  check: {ignore: [not-found]}"))
    told = run("check", "id:gone")
    assert "not-found" not in told.stdout
    assert told.status == 0
    assert run("check").status == 1


def test_addresses_files_and_standard_input(run: Run, here: Path, server: Server) -> None:
    Path("catalog.yaml").unlink()
    options = ("--allow-private", "--format", "jsonl", "--quiet")

    def places(*words: str, stdin: str = "") -> list[tuple[str, str, int, int]]:
        told = [json.loads(line) for line in run("check", *options, *words, stdin=stdin).stdout.splitlines()]
        return [
            (each["url"].removeprefix(server.url), place["file"], place["line"], place["column"])
            for each in told
            for place in each["places"]
        ]

    assert places("--url", f"{server.url}/a", f"{server.url}/b") == [
        ("/a", "command line", 1, 1),
        ("/b", "command line", 2, 1),
    ]
    assert places("-", stdin=f"{server.url}/a\n\n {server.url}/b\n") == [("/a", "-", 1, 1), ("/b", "-", 3, 2)]
    write("list.md", f"# List\n\n* [a]({server.url}/a)\n* {server.url}/b, {server.url}/a\n")
    write("page.html", f'<a href="{server.url}/b">')
    assert places("--files", "list.md", "page.html") == [
        ("/a", "list.md", 3, 7),
        ("/a", "list.md", 4, 5 + len(server.url) + 2),
        ("/b", "list.md", 4, 3),
        ("/b", "page.html", 1, 10),
    ]
    assert run("check", "--allow-private", "--files", "list.md").stdout == "no findings in 1 file\n"
    assert not Path("ledger.jsonl").exists()


def test_private_addresses_are_not_asked_unless_allowed(run: Run, here: Path, server: Server) -> None:
    told = run("check", "--url", f"{server.url}/a")
    assert told.status == 0
    assert "[private-address]" in told.stdout
    assert not server.heard


def test_passwords_are_in_no_output(run: Run, here: Path, server: Server) -> None:
    url = f"{server.url}/gone".replace("://", "://me:s3cret@")
    for way in ("text", "json", "sarif"):
        told = run("check", "--allow-private", "--url", url, "--format", way)
        assert "s3cret" not in told.stdout + told.stderr
        assert "***@127.0.0.1" in told.stdout


def test_no_network(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> object:
        import socket

        raise socket.gaierror(socket.EAI_NONAME, "no")

    monkeypatch.setattr("socket.getaddrinfo", unknown)
    told = run("check", "--url", "https://example.org/")
    assert told.status == 2
    assert told.stderr == "error: no network: nothing answered, not even the name servers; nothing was learned\n"


@pytest.mark.usefixtures("listed")
def test_explain_shows_how_a_verdict_comes_about(run: Run, server: Server) -> None:
    told = run("check", "--explain", f"{server.url}/old", "--allow-private").stdout.replace(server.url, "URL")
    assert told == (
        "address: URL/old\n"
        "memory: never asked before\n"
        "127.0.0.1 is 127.0.0.1\n"
        "  HEAD URL/old: 301; location: /new\n"
        "  HEAD URL/new: 200; content-type: text/html\n"
        "this look: moved (moved) moved to URL/new\n"
        "verdict: moved (moved)\n"
        "moved: A permanent redirect names a new address.\n"
    )


def test_reasons_have_pages(run: Run) -> None:
    told = run("explain", "tls-expired")
    assert told.stdout == "tls-expired (warning)\n\nThe certificate is out of date.\n"
    assert "links/not-found" in run("explain").stdout


def git(*words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words], check=True, capture_output=True
    )


@pytest.mark.usefixtures("listed")
def test_changed_since_checks_what_the_branch_touched_and_strictly(run: Run, server: Server) -> None:
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "first")
    assert run("check", "--changed-since", "main").stdout == "no findings in 4 entries\n"
    git("switch", "-qc", "branch")
    write("catalog.yaml", read().replace("title: B", "title: Better"))
    write("more.md", f"[a]({server.url}/gone)\n")
    git("commit", "-qam", "second")
    server.heard.clear()
    told = run("check", "--changed-since", "main")
    assert told.status == 1
    assert {heard.path for heard in server.heard} == {"/gone", "/old", "/new"}
    assert run("check", "--changed-since", "main", "--files", "more.md").status == 1
    assert run("check", "--changed-since", "nowhere").status == 2


@pytest.mark.parametrize("words", [["--shard", "5/4"], ["--shard", "x"], ["--max-age", "soon"], ["--format", "xml"],
                                   ["--files", "missing.md"], ["--changed-since", "--output=x"]])  # fmt: skip
@pytest.mark.usefixtures("listed")
def test_bad_options_are_refused(run: Run, words: list[str]) -> None:
    told = run("check", *words)
    assert told.status == 2
    assert not told.stdout
    assert told.stderr


@pytest.mark.usefixtures("listed")
def test_shards_share_the_list_out(run: Run) -> None:
    told = [run("check", "--format", "jsonl", "--shard", f"{number}/3").stdout.splitlines() for number in (1, 2, 3)]
    assert sorted(map(len, told)) == [0, 0, 6]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_an_interruption_keeps_what_was_learned(here: Path, server: Server) -> None:
    write("readinglist.toml", SETTINGS.replace("timeout = 2", "timeout = 30"))
    write("list.md", f"{server.url}/hang\n" + "".join(f"{server.url}/{number}\n" for number in range(10)))
    words = [sys.executable, "-m", "readinglist", "check", "--files", "list.md"]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment())
    end = time.monotonic() + 15
    while len({heard.path for heard in server.heard}) < 11 and time.monotonic() < end:
        time.sleep(0.05)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=10)
    assert (process.returncode, stdout) == (130, b"")
    assert b"interrupted" in stderr
    assert len(read("ledger.jsonl").splitlines()) == 10
    assert not list(Path().glob(".*.journal"))


def test_the_summary_counts() -> None:
    assert summary({}) == "0 links"
