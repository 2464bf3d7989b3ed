"""The server that shows the site: on this machine alone, every file as it is now."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from threading import Thread

import pytest

from readinglist.errors import ReadingListError
from readinglist.serving import server

FILES = {"index.html": "<p>é", "feed.atom": "<feed/>", "citations/apa.md": "A"}


def file(name: str) -> str | None:
    if name == "broken.json":
        raise ReadingListError("catalog.yaml:3:1: this is no entry")
    return FILES.get(name)


@pytest.fixture
def port() -> Iterator[int]:
    with server(file, 0) as running:
        thread = Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running.server_port
        running.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET", host: str | None = None) -> tuple[int, str | None, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, headers={"Host": host or f"localhost:{port}"})
    answer = connection.getresponse()
    told = (answer.status, answer.getheader("Content-Type"), answer.read().decode())
    connection.close()
    return told


def test_files_are_served_by_name_and_the_page_for_none(port: int) -> None:
    page = (200, "text/html; charset=utf-8", "<p>é")
    assert ask(port, "/") == ask(port, "/index.html?q=tpu") == page
    assert ask(port, "/feed.atom") == (200, "application/atom+xml; charset=utf-8", "<feed/>")
    assert ask(port, "/citations%2Fapa.md") == (200, "text/markdown; charset=utf-8", "A")
    assert ask(port, "/", "HEAD") == (200, "text/html; charset=utf-8", "")


def test_nothing_else_on_this_machine_is_served(port: int) -> None:
    assert ask(port, "/../pyproject.toml")[0] == ask(port, "/%2Fetc%2Fpasswd")[0] == 404
    assert ask(port, "/nope") == (404, "text/plain; charset=utf-8", "the site has no file 'nope'\n")


def test_a_list_that_cannot_be_shown_says_why(port: int) -> None:
    assert ask(port, "/broken.json") == (500, "text/plain; charset=utf-8", "catalog.yaml:3:1: this is no entry\n")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "localhost.evil.example:80", ""])
def test_a_name_of_another_site_is_refused(port: int, host: str) -> None:
    assert ask(port, "/", host=host or " ")[0] == 403


def test_a_port_that_is_taken_or_none_is_told(port: int) -> None:
    for wrong in (port, 99999):
        with pytest.raises(ReadingListError, match=f"port {wrong} cannot be used: .*; choose another with --port"):
            server(file, wrong)
