"""A git repository in a folder, whose commits are made on the day that a test says."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

_SETTINGS = (
    "user.name=A Curator",
    "user.email=curator@example.org",
    "commit.gpgsign=false",
    "init.defaultBranch=main",
    "merge.conflictStyle=merge",
    "core.autocrlf=false",
)


@dataclass(frozen=True)
class Repository:
    """What a test does with git."""

    folder: Path

    def git(self, *words: str, day: str = "2026-01-01") -> str:
        """Run git here, as if it were noon of a day."""
        moment = f"{day}T12:00:00+00:00"
        environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
        }
        settings = [word for each in _SETTINGS for word in ("-c", each)]
        done = subprocess.run(
            ["git", "-C", str(self.folder), *settings, *words],
            check=True,
            capture_output=True,
            text=True,
            env=environment,
        )
        return done.stdout.strip()

    def commit(self, title: str, day: str, **files: str) -> str:
        """Commit everything, after files of these names (`catalog` is catalog.yaml) got these texts."""
        for name, text in files.items():
            (self.folder / f"{name}.yaml").write_text(text, "utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", title, day=day)
        return self.git("rev-parse", "HEAD")


def repository(folder: Path) -> Repository:
    """Begin a repository in a folder."""
    made = Repository(folder)
    made.git("init", "-q")
    return made
