"""How long the command takes to start, beside a bare interpreter: `.venv/bin/python benchmarks/startup.py`.

The command is the one that is installed beside the interpreter that runs this. A command that fails is
left out and named.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from catalog_text import catalog_text
from measure import Work, in_turn, print_table

COMMAND = str(Path(sys.executable).with_name("readinglist"))
PAPIS = str(Path(sys.executable).with_name("papis"))
COMPLETING = {"_READINGLIST_COMPLETE": "bash_complete", "COMP_WORDS": "readinglist l", "COMP_CWORD": "1"}
ENTRIES = 15


def main(runs: int) -> None:
    """Print how long each command takes, as a multiple of `python -c pass`."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        catalog = Path(folder, "catalog.yaml")
        catalog.write_text(catalog_text(ENTRIES), "utf-8")
        links = Path(folder, "list.md")
        links.write_text("[a page](https://example.org/)\n", "utf-8")
        peers = {name: work for name, work in _peers(catalog, links).items() if _works(name, work)}
        print_table(f"start-up, {runs} rounds", in_turn(peers, runs, time.perf_counter))


def _peers(catalog: Path, links: Path) -> dict[str, Work]:
    return {
        "python -c pass": _run([sys.executable, "-c", "pass"]),
        "readinglist --version": _run([COMMAND, "--version"]),
        "readinglist --help": _run([COMMAND, "--help"]),
        "papis --help": _run([PAPIS, "--help"]),
        "completion of a command's name": _run([COMMAND], COMPLETING),
        f"readinglist lint, {ENTRIES} entries": _run([COMMAND, "lint", str(catalog)]),
        "readinglist check --offline, 1 link": _run([COMMAND, "check", "--offline", "--files", str(links)]),
    }


def _run(command: Sequence[str], settings: Mapping[str, str] | None = None) -> Work:
    environment = {**os.environ, **(settings or {})}

    def work() -> int:
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if b"Traceback" in done.stderr:
            raise OSError(done.stderr.decode(errors="replace").strip().splitlines()[-1])
        return done.returncode

    return work


def _works(name: str, work: Work) -> bool:
    """Return whether a command can be measured; findings (status 1) are no failure."""
    try:
        if work() in {0, 1}:
            return True
        reason = "it could not do its work"
    except OSError as error:
        reason = str(error)
    print(f"left out: {name}: {reason}", file=sys.stderr)
    return False


if __name__ == "__main__":
    main(runs=int(sys.argv[1]) if len(sys.argv) > 1 else 15)
