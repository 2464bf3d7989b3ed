"""`site`: the page in a folder, as a fragment, or shown on this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.cli.conftest import Run, write


def test_the_site_is_written_into_a_folder_and_not_touched_again(run: Run, here: Path) -> None:
    assert run("site", "--output", "public").stderr.splitlines() == [
        "wrote public/index.html",
        "wrote public/feed.atom",
        "wrote public/feed.json",
        "wrote public/list.json",
        "wrote public/list.md",
        "wrote public/references.bib",
        "6 written",
    ]
    assert run("site", "--output", "public").stderr == "0 written\n"
    page = (here / "public/index.html").read_text()
    assert re.findall(r'<a href="([^"#]*)">(Atom|JSON|BibTeX)</a>', page) == [
        ("feed.atom", "Atom"), ("list.json", "JSON"), ("references.bib", "BibTeX"),
    ]  # fmt: skip


def test_a_file_of_somebody_else_is_not_replaced_unasked(run: Run, here: Path) -> None:
    (here / "public").mkdir()
    (here / "public/index.html").write_text("mine")
    found = run("site", "-o", "public")
    assert (found.status, found.stderr) == (
        2,
        "error: public/index.html: not what readinglist wrote there; move it away, or say --force to replace it\n",
    )
    assert run("site", "-o", "public", "--force").status == 0


def test_the_exports_of_the_configuration_are_part_of_the_site(run: Run, here: Path) -> None:
    write(
        "readinglist.toml",
        '[page]\nurl = "https://example.org/"\n[exports."page.html"]\nformat = "html"\nlanguage = "de"\n',
    )
    told = run("site", "-o", "public").stderr
    assert told.splitlines()[0] == "wrote public/page.html"
    assert "index.html" not in told
    assert '<html class="readinglist-page" lang="de"' in (here / "public/page.html").read_text()
    assert 'href="https://example.org/feed.atom"' in (here / "public/page.html").read_text()


def test_a_fragment_is_printed(run: Run) -> None:
    found = run("site", "--fragment")
    assert (found.status, found.stderr) == (0, "")
    assert found.stdout.startswith("<style>\n")
    assert "<html" not in found.stdout
    assert found.stdout.endswith("</script>\n")


def test_the_site_is_shown_and_read_anew_until_it_is_ended(here: Path) -> None:
    command = [sys.executable, "-m", "readinglist", "site", "--port", "0"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as shown:
        assert shown.stderr
        told = shown.stderr.readline()
        found = re.fullmatch(r"http://localhost:(\d+)/ shows the list; Ctrl-C ends it\n", told)
        assert found, told
        address = f"http://127.0.0.1:{found[1]}/"
        assert "TPU Deep Dive" in urllib.request.urlopen(address, timeout=20).read().decode()
        write("catalog.yaml", "references: [{id: x, title: Something new}]\n")
        assert "Something new" in urllib.request.urlopen(address, timeout=20).read().decode()
        shown.send_signal(signal.SIGINT)
        assert shown.wait(20) == 0
