"""Pages that the Internet Archive is asked to save: a queue on disk, so that nothing is ever asked for twice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from readinglist.errors import CannotRead
from readinglist.links.archive.capture import Capture
from readinglist.store import locked, write_whole

State = Literal["wanted", "asked", "saved", "refused"]
_STATES = {"wanted", "asked", "saved", "refused"}


@dataclass(frozen=True, slots=True)
class Save:
    """One page that is to be saved."""

    url: str
    state: State = "wanted"
    asked: float = 0.0
    """When it was asked for, in seconds since 1970; written down before it is, so a kill cannot hide it."""
    job: str = ""
    """By which name the archive answers how far it is."""
    timestamp: str = ""
    """That of the capture, once it is there."""
    why: str = ""
    """Why it was refused."""

    @property
    def capture(self) -> Capture | None:
        """The capture, once it is there."""
        return Capture(self.timestamp, self.url) if self.state == "saved" else None


class Queue:
    """The saves of a list, one a line beside its ledger; each change is on disk before anything else happens."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.saves = {save.url: save for save in _read(file)}

    def want(self, urls: Iterable[str]) -> None:
        """Put pages into the queue that are not in it."""
        new = [Save(url) for url in dict.fromkeys(urls) if url not in self.saves]
        if new:
            self._write(new)

    def note(self, save: Save, **changes: Any) -> Save:
        """Write down how far a save is."""
        changed = replace(save, **changes)
        self._write([changed])
        return changed

    def of(self, *states: State) -> list[Save]:
        """Return the saves in these states, in the order in which they were wanted."""
        return [save for save in self.saves.values() if save.state in states]

    @property
    def last_asked(self) -> float:
        """When a page was last asked for."""
        return max((save.asked for save in self.saves.values()), default=0.0)

    def _write(self, changed: Iterable[Save]) -> None:
        with locked(self.file.parent):
            self.saves = {**{save.url: save for save in _read(self.file)}, **{save.url: save for save in changed}}
            write_whole(self.file, "".join(f"{_line(save)}\n" for save in self.saves.values()))


def _line(save: Save) -> str:
    data = {name: value for name, value in asdict(save).items() if value}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _read(file: Path) -> list[Save]:
    try:
        text = file.read_text("utf-8", "replace")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {error.strerror or error}") from error
    return [save for line in text.split("\n") if (save := _save(line))]


def _save(line: str) -> Save | None:
    """Return the save that a line holds; None for a torn line, or anything else."""
    try:
        save = Save(**json.loads(line))
    except (ValueError, TypeError):
        return None
    sound = isinstance(save.url, str) and save.state in _STATES and isinstance(save.asked, int | float)
    return save if sound and (save.state != "saved" or re.fullmatch(r"\d{14}", save.timestamp)) else None
