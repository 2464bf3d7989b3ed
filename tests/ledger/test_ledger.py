"""The ledger: the same bytes everywhere, whole after a kill, and nothing lost between two checks."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readinglist.ledger.file import Ledger
from readinglist.ledger.record import Record, line_of, merged, record_of

KILLS = 100 if os.environ.get("READINGLIST_SOAK") else 8
DAYS = st.dates().map(str)
TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
RECORDS = st.builds(
    Record,
    url=st.just("https://example.org/"),
    verdict=TEXT,
    reason=TEXT,
    checked=DAYS,
    first_seen=DAYS,
    last_ok=st.none() | DAYS,
    status=st.none() | st.integers(100, 999),
    final_url=st.none() | TEXT,
    failures=st.integers(0, 9),
    failing_since=st.none() | DAYS,
)


def record(url: str, checked: str = "2026-01-01", **more: object) -> Record:
    return Record(url, "ok", "answered", checked, "2026-01-01", **more)  # type: ignore[arg-type]


@given(RECORDS)
def test_a_line_says_all_of_a_record(made: Record) -> None:
    assert record_of(line_of(made)) == made
    assert "\n" not in line_of(made)


@given(RECORDS, RECORDS, RECORDS)
def test_histories_merge_in_any_order(a: Record, b: Record, c: Record) -> None:
    assert merged(a, b) == merged(b, a)
    assert merged(a, a) == a
    assert merged(merged(a, b), c).checked == merged(a, merged(b, c)).checked


def test_the_file_is_sorted_one_record_a_line(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    with Ledger(file) as ledger:
        ledger.note(record("https://b.example/", status=200))
        ledger.note(record("https://a.example/ä", last_ok="2026-01-01"))
        assert len(list(tmp_path.glob(".*.journal"))) == 1
    assert file.read_text("utf-8") == (
        '{"url":"https://a.example/ä","verdict":"ok","reason":"answered","checked":"2026-01-01",'
        '"first_seen":"2026-01-01","last_ok":"2026-01-01"}\n'
        '{"url":"https://b.example/","verdict":"ok","reason":"answered","checked":"2026-01-01",'
        '"first_seen":"2026-01-01","status":200}\n'
    )
    assert [each.name for each in tmp_path.iterdir()] == ["ledger.jsonl"]


def test_nothing_learned_nothing_written(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.jsonl"):
        pass
    assert not list(tmp_path.iterdir())


def test_without_a_file_it_remembers_for_a_run() -> None:
    with Ledger(None) as ledger:
        ledger.note(record("https://a.example/"))
        assert ledger.get("https://a.example/")


def test_conflict_markers_doubles_and_torn_lines_are_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    old, new = record("https://a.example/"), record("https://a.example/", "2026-02-02")
    lines = ["<<<<<<< ours", line_of(new), "=======", line_of(old), ">>>>>>> theirs", "[]", '{"url":1}', '{"url":"htt']
    file.write_text("\n".join(lines), "utf-8")
    assert [*Ledger(file)] == [new]


def test_the_journal_of_a_killed_run_is_read_and_swept_up(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    left = tmp_path / ".ledger.jsonl.1-dead.journal"
    left.write_text(line_of(record("https://a.example/")) + "\n" + line_of(record("https://b.example/"))[:40], "utf-8")
    with Ledger(file) as ledger:
        assert [each.url for each in ledger] == ["https://a.example/"]
        ledger.note(record("https://c.example/"))
    assert not left.exists()
    assert [each.url for each in Ledger(file)] == ["https://a.example/", "https://c.example/"]


def test_two_runs_in_one_process_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    one, other = Ledger(file), Ledger(file)
    one.note(record("https://a.example/"))
    other.note(record("https://b.example/"))
    one.settle()
    other.note(record("https://c.example/"))
    other.settle()
    assert [each.url[8] for each in Ledger(file)] == ["a", "b", "c"]


WRITER = """
import os, sys
from pathlib import Path
from readinglist.ledger.file import Ledger
from readinglist.ledger.record import Record
name, number = sys.argv[2], int(sys.argv[3])
ledger = Ledger(Path(sys.argv[1]))
os.write(1, b"started\\n")
for at in range(number):
    ledger.note(Record(f"https://example.org/{name}/{at}", "ok", "answered", "2026-01-01", "2026-01-01"))
    os.write(1, b"%d\\n" % at)
    if at % 50 == 49:
        ledger.settle()
ledger.settle()
"""


def writer(file: Path, name: str, number: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, str(file), name, str(number)], stdout=subprocess.PIPE)


def test_killed_at_any_moment_it_loads_and_has_lost_no_record(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    known: set[str] = set()
    moments = random.Random(6)
    for run in range(KILLS):
        process = writer(file, str(run), 1_000_000)
        assert process.stdout
        process.stdout.readline()
        time.sleep(moments.uniform(0, 0.12))
        process.kill()
        acknowledged = [line for line in process.stdout.read().split(b"\n")[:-1] if line]
        process.stdout.close()
        process.wait()
        known |= {f"https://example.org/{run}/{int(line)}" for line in acknowledged}
        assert known <= {each.url for each in Ledger(file)}
    assert known


def test_two_checks_at_once_lose_no_record(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    processes = [writer(file, name, 300) for name in ("a", "b", "c")]
    for process in processes:
        process.communicate()
        assert process.returncode == 0
    assert len(Ledger(file)) == 900
    assert not list(tmp_path.glob(".*.journal"))
