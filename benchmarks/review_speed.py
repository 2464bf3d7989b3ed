"""How long `readinglist review` takes for one entry changed in 5,000: `.venv/bin/python benchmarks/review_speed.py`.

The bar is three seconds. The command is run as a person runs it, in a repository made for it, with a ledger that
knows every link; the time of the clock and that of the processor are printed, as other work slows the one alone.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from catalog_text import catalog_text

ENTRIES, RUNS, MOST_SECONDS = 5_000, 3, 3.0
COMMAND = str(Path(sys.executable).with_name("readinglist"))
WORK = [COMMAND, "review", "--since", "main"]


def main() -> int:
    """Print the best of three runs; return 1 where the bar is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder, catalog_text(ENTRIES))
        took = [_run(folder) for _ in range(RUNS)]
    clock, processor = min(took)
    print(f"review of one entry changed in {ENTRIES}: {clock:.2f} s by the clock, {processor:.2f} s of the processor")
    return int(processor > MOST_SECONDS)


def _prepare(folder: Path, text: str) -> None:
    """Make a repository whose main branch has the list, and change one entry of it in the folder."""
    (folder / "catalog.yaml").write_text(text, "utf-8")
    links = re.findall(r"^  url: (.*)$", text, re.MULTILINE)
    alive = ({"url": url, "verdict": "alive", "reason": "ok", "checked": "2026-11-20"} for url in links)
    (folder / "ledger.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in alive), "utf-8")
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "Begin"]):
        who = ["-c", "user.name=A Curator", "-c", "user.email=curator@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", str(folder), *who, *words], check=True)
    changed = text.replace("  reading: to-read\n", "  reading: read\n", 1)
    (folder / "catalog.yaml").write_text(changed, "utf-8")


def _run(folder: Path) -> tuple[float, float]:
    """Return the seconds of one review, by the clock and of the processor."""
    before, start = os.times(), time.perf_counter()
    told = subprocess.run(WORK, cwd=folder, check=True, capture_output=True, text=True).stdout
    clock, after = time.perf_counter() - start, os.times()
    if not told.startswith("1 changed"):
        raise SystemExit(f"this was no review of one entry: {told[:200]}")
    used = after.children_user - before.children_user + after.children_system - before.children_system
    return clock, used


if __name__ == "__main__":
    sys.exit(main())
