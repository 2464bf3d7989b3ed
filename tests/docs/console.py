"""Do what a page tells its reader to do: save its files, type its commands."""

from __future__ import annotations

import io
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from readinglist.cli import run
from tests.docs.blocks import blocks


def printed(text: str) -> str:
    """Run the commands of a block; return them with what a terminal shows."""
    return "".join(f"$ {command}\n{_typed(command)[1]}" for command in commands(text))


def statuses(text: str) -> list[int]:
    """Run the commands of a block; return their exit statuses."""
    return [_typed(command)[0] for command in commands(text)]


def commands(text: str) -> list[str]:
    """Return the commands of a block."""
    return [line[2:] for line in text.splitlines() if line.startswith("$ ")]


def _typed(command: str) -> tuple[int, str]:
    name, *args = shlex.split(command)
    assert name == "readinglist"
    terminal = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="", write_through=True)
    with redirect_stdout(terminal), redirect_stderr(terminal):
        status = run(args)
    terminal.seek(0)
    return status, terminal.read()


def follow(page: Path) -> int:
    """Do in this folder what a page says, from top to bottom; return how many blocks printed what stands in them."""
    count = 0
    for block in blocks(pages=iter([page])):
        if block.mark == "file" and block.file:
            Path(block.file).parent.mkdir(parents=True, exist_ok=True)
            Path(block.file).write_text(block.text, "utf-8")
        elif block.kind == "console":
            assert printed(block.text) == block.text, block.where
            count += 1
    return count
