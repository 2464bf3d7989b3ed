"""How far a check is, in words."""

from __future__ import annotations

import io
import sys

import pytest

from readinglist.cli._progress import Bar, line
from readinglist.links.plan import Progress

HALF = Progress(50, 100, {"ok": 45, "gone": 3, "blocked": 2}, ["a.example", "b.example"], 10, 2)
SAYS = "50 of 100, 5/s, round 2: 2 blocked, 3 gone; waiting for a.example, b.example"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_in_words() -> None:
    assert line(HALF) == SAYS
    assert line(Progress(0, 9, {})) == "0 of 9"


def test_a_terminal_gets_one_line_that_renews_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("COLUMNS", "200")
    with Bar(quiet=False) as bar:
        bar.show(HALF)
    assert terminal.getvalue() == f"\r\x1b[K{SAYS}\r\x1b[K"


def test_the_line_makes_room_for_what_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Bar(quiet=False) as bar:
        bar.show(Progress(0, 2, {}))
        bar.clear()
        terminal.write("told\n")
    assert terminal.getvalue() == "\r\x1b[K0 of 2\r\x1b[Ktold\n\r\x1b[K"


def test_others_get_a_plain_line_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Bar(quiet=False) as bar:
        bar.show(HALF)
        monkeypatch.setattr("readinglist.cli._progress._EVERY", 0)
        bar.show(HALF)
    assert capsys.readouterr() == ("", f"{SAYS}\n")


def test_quiet_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("readinglist.cli._progress._EVERY", 0)
    with Bar(quiet=True) as bar:
        bar.show(HALF)
    assert capsys.readouterr() == ("", "")
