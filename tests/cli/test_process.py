"""What only a process of its own can show: signals, pipes, encodings, and what is loaded."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from readinglist import __version__
from tests.cli.conftest import CATALOG, Result, Run, clean_environment, read, says, write

READINGLIST = [sys.executable, "-m", "readinglist"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and permissions are POSIX's")


def test_python_m_readinglist_is_the_same_command(spawn: Run, run: Run) -> None:
    assert spawn("list") == run("list")
    assert spawn("--version") == spawn("-V") == says(f"readinglist {__version__}")
    assert spawn("-q", "--version") == says(f"readinglist {__version__}")


def test_without_a_command_the_help_is_shown(spawn: Run) -> None:
    helped = spawn("--help")
    assert helped.stdout.startswith("Usage: readinglist [OPTIONS] COMMAND [ARGS]...\n")
    assert spawn() == Result(2, "", helped.stdout)


def many_entries(number: int = 20_000) -> str:
    return "references:\n" + "".join(f"- id: e{at}\n  title: Entry {at}\n" for at in range(number))


@posix
@pytest.mark.parametrize("command", ["list", "lint --select missing-date", "lint --select missing-date --format json"])
def test_a_closed_pipe_is_no_traceback(here: Path, command: str) -> None:
    write("catalog.yaml", many_entries())
    with subprocess.Popen(
        [*READINGLIST, *command.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment()
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_no_traceback(here: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*READINGLIST, "list"], stdout=full, stderr=subprocess.PIPE, check=False, env=clean_environment()
        )
    assert (done.returncode, done.stderr) == (2, b"error: the output: No space left on device\n")


@posix
def test_control_c_gives_130_and_leaves_files_whole(here: Path) -> None:
    import fcntl

    held = os.open(here, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)  # the command waits for this lock, ready to write
    with subprocess.Popen(
        [*READINGLIST, "--verbose", "set", "ko2025tpu", "issued=2024"],
        stderr=subprocess.PIPE,
        env=clean_environment(),
    ) as process:
        try:
            assert process.stderr
            process.stderr.readline()  # it has started, and says which configuration it uses
            time.sleep(1)
            process.send_signal(signal.SIGINT)
            _, complaint = process.communicate(timeout=30)
        finally:
            os.close(held)
    assert process.returncode == 130
    assert complaint.endswith(b"\nerror: interrupted; no file was left half-written\n")
    assert read() == CATALOG
    assert [file.name for file in here.iterdir()] == ["catalog.yaml"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_knows_few_characters_gets_the_rest_escaped(spawn: Run, encoding: str) -> None:
    write("catalog.yaml", "references:\n- id: a\n  title: Łódź 読む\n")
    result = spawn("list", PYTHONIOENCODING=encoding)
    assert result.status == 0
    assert result.stdout.isascii() or encoding != "ascii"
    assert "\\u8aad" in result.stdout
    assert spawn("show", "読む", PYTHONIOENCODING=encoding).status == 2


def test_colour_is_for_terminals_alone_and_can_be_declined(here: Path) -> None:
    write("catalog.yaml", "references:\n- id: a\n  title: One\n- id: a\n  title: Two\n")
    lint = ["lint", "--select", "duplicate-id"]
    assert b"\x1b" not in _on_a_terminal(["lint", "--no-color", *lint[1:]])
    assert b"\x1b" not in _on_a_terminal(["--no-color", *lint])
    assert b"\x1b" not in _on_a_terminal(lint, NO_COLOR="1")
    assert b"\x1b[1;31merror[duplicate-id]\x1b[0m" in _on_a_terminal(lint)
    assert b"\x1b" not in subprocess.run([*READINGLIST, *lint], capture_output=True, check=False).stdout


def _on_a_terminal(args: list[str], **environment: str) -> bytes:
    """Return what a command writes to a terminal."""
    pty = pytest.importorskip("pty")
    try:
        ours, theirs = pty.openpty()
    except OSError as error:
        pytest.skip(f"this machine has no terminals to hand out: {error}")
    env = clean_environment() | environment
    subprocess.run([*READINGLIST, *args], stdout=theirs, stderr=theirs, check=False, env=env)
    os.close(theirs)
    found = b""
    try:
        while more := os.read(ours, 65536):
            found += more
    except OSError:  # how Linux says that nobody is there any more
        pass
    finally:
        os.close(ours)
    return found


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_file_stays_as_it_is(run: Run) -> None:
    Path("catalog.yaml").chmod(stat.S_IRUSR)
    result = run("set", "ko2025tpu", "issued=2024")
    told = "error: catalog.yaml: cannot be written: it is read-only; change its permissions first\n"
    assert result == Result(2, "", told)
    assert read() == CATALOG


HEAVY = {"pydantic", "requests", "pybtex", "yaml", "readinglist.model", "readinglist.rules"}


@pytest.mark.parametrize(
    ("args", "environment", "heavy"),
    [
        (["--help"], {}, HEAVY),
        (["lint", "--help"], {}, HEAVY),
        ([], {"_READINGLIST_COMPLETE": "bash_complete", "COMP_WORDS": "readinglist li", "COMP_CWORD": "1"}, HEAVY),
        ([], {"_READINGLIST_COMPLETE": "bash_complete", "COMP_WORDS": "readinglist show k", "COMP_CWORD": "2"}, HEAVY),
        (["--version"], {}, HEAVY | {"click", "typing", "re", "pathlib"}),
        (["check", "--offline", "--files", "list.md"], {}, {"pydantic", "requests", "yaml", "lxml", "pybtex"}),
    ],
    ids=["help", "help of a command", "completion of a command", "completion of an id", "version", "links of a file"],
)
def test_what_must_be_quick_loads_nothing_heavy(
    here: Path, args: list[str], environment: dict[str, str], heavy: set[str]
) -> None:
    write("list.md", "[a page](https://example.org/)\n")
    code = (
        "import atexit, sys\n"
        "before = set(sys.modules)\n"
        "atexit.register(lambda: sys.stderr.write(' '.join(set(sys.modules) - before)))\n"
        "sys.argv[0] = 'readinglist'\n"
        "from readinglist.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, check=False, env=clean_environment() | environment
    )
    assert done.stdout
    assert "readinglist" in done.stderr.decode().split()
    assert sorted(heavy.intersection(done.stderr.decode().split())) == []
