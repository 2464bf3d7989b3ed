"""What git remembers of a folder; it is read and never changed."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from readinglist.errors import CannotRead


def git(folder: Path, *words: str) -> str:
    """Return what git answers in a folder; raise `CannotRead` with its reason where it cannot."""
    answer = ask_git(folder, *words)
    if isinstance(answer, str):
        return answer
    why = (answer.stderr.decode("utf-8", "replace").strip().splitlines() or [_unknown(words)])[-1]
    raise CannotRead(f"git cannot say what has changed: {why}")


def git_or_none(folder: Path, *words: str) -> str | None:
    """Return what git answers in a folder, or None where it cannot."""
    answer = ask_git(folder, *words)
    return answer if isinstance(answer, str) else None


def ask_git(folder: Path, *words: str) -> str | subprocess.CompletedProcess[bytes]:
    """Return what git answers, or how it failed."""
    done = _run(folder, words, b"")
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else done


def commit_of(folder: Path, name: str) -> str:
    """Return the full name of the commit that is meant; raise `CannotRead` where there is none."""
    return git(folder, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{name}^{{commit}}").strip()


def fork_of(folder: Path, name: str) -> str:
    """Return the commit at which the present state and another one parted."""
    commit = commit_of(folder, name)
    return (git_or_none(folder, "merge-base", "--", commit, "HEAD") or commit).strip()


def files_at(folder: Path, commit: str) -> dict[str, str]:
    """Return the files below a folder in a commit, by their path from there, with the name of their contents."""
    rows = git(folder, "ls-tree", "-r", "-z", "--end-of-options", commit).split("\0")
    parted = (row.partition("\t") for row in rows if row)
    return {name: about.split()[2] for about, _, name in parted if about.split()[1] == "blob"}


def contents(folder: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """Yield the contents that git keeps under these names."""
    answer = _run(folder, ["cat-file", "--batch"], "".join(f"{blob}\n" for blob in blobs).encode()).stdout
    at = 0
    for _ in blobs:
        head, _, _ = answer[at : at + 200].partition(b"\n")
        size = int(head.split()[2])
        at += len(head) + 1
        yield answer[at : at + size]
        at += size + 1


def _run(folder: Path, words: Sequence[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - words of ours and names of files
            ["git", "-C", str(folder), *words],  # noqa: S607
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise CannotRead(f"git cannot be run: {error.strerror or error}") from error


def _unknown(words: Sequence[str]) -> str:
    return f"it knows nothing of '{words[-1].removesuffix('^{commit}')}'"
