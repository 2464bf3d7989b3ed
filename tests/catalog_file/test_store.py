"""Files are whole at every moment, keep their permissions and links, and nobody's entry is lost."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readinglist.errors import CannotWrite
from readinglist.reading_list import ReadingList
from readinglist.store import locked, write_whole
from tests.conftest import SOAK

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither modes nor signals")

KILLS = 150 if SOAK else 15
ADDS = 300 if SOAK else 15

WRITER = """
import itertools, sys
from pathlib import Path
from readinglist.store import locked, write_whole
file = Path(sys.argv[1])
print("ready", flush=True)
for number in itertools.count():
    with locked(file.parent):
        write_whole(file, str(number % 10) * 200_000)
"""

ADDER = """
import sys
from readinglist.reading_list import ReadingList
here = ReadingList.open(sys.argv[1])
for number in range(int(sys.argv[3])):
    here.add({"id": f"{sys.argv[2]}{number}", "title": f"Entry {number} of {sys.argv[2]}"})
"""


@POSIX
def test_a_link_stays_a_link_and_a_file_keeps_its_mode(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)

    write_whole(link, "new")

    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@POSIX
def test_a_new_file_has_the_mode_that_the_user_asks_for(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "new.yaml", "new")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "new.yaml").stat().st_mode) == 0o640


def test_a_read_only_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "catalog.yaml"
    file.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere

    with pytest.raises(CannotWrite) as refusal:
        write_whole(file, "new")

    assert str(refusal.value).startswith(f"{file}: cannot be written: it is read-only")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_killed_writer_left_is_swept_up_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".readinglist-abc.tmp").write_text("half a fi")

    with locked(tmp_path):
        pass

    assert list(tmp_path.glob(".readinglist-*.tmp")) == []


@POSIX
def test_a_writer_that_is_killed_leaves_a_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "catalog.yaml"
    file.write_text("0" * 200_000)
    dice = random.Random(1)
    for _ in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout
            writer.stdout.readline()
            time.sleep(dice.random() * 0.03)
            writer.send_signal(signal.SIGKILL)
        text = file.read_text()
        assert len(text) == 200_000
        assert len(set(text)) == 1


def test_four_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    catalog = tmp_path / "catalog.yaml"
    catalog.write_text("references:\n- id: first\n")
    writers = [
        subprocess.Popen([sys.executable, "-c", ADDER, str(tmp_path), name, str(ADDS)]) for name in ("a", "b", "c", "d")
    ]

    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]

    entries = {entry.id for entry in ReadingList.open(tmp_path).read()}
    assert entries == {"first"} | {f"{name}{number}" for name in "abcd" for number in range(ADDS)}
