"""Programs that some tests need: found, never installed; a test that finds one missing says so."""

import os
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest


def need(*tools: str) -> None:
    """Skip the test that calls this where a tool is not installed, and say which; where all must be there, fail."""
    absent = [tool for tool in tools if not shutil.which(tool)]
    if not absent:
        return
    told = f"not installed: {', '.join(absent)}; .ci/run names the Debian packages"
    if os.environ.get("READINGLIST_ALL_TOOLS"):
        pytest.fail(told)
    pytest.skip(told)


def pandoc(*words: str, text: str | None = None, where: Path | None = None) -> str:
    """Return what the newest pandoc there is prints: the one of the dev extra, or one of the machine's own."""
    command = [pypandoc.get_pandoc_path(), *words]
    return subprocess.run(command, input=text, cwd=where, capture_output=True, check=True, text=True).stdout
