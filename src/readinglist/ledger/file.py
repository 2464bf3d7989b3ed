"""ledger.jsonl and its journals: whole at every moment, whoever is killed and however many check at once.

The file is sorted by address, one record a line, so that git merges what two branches learned. During a run each
record goes into a journal of this run's own, at once; at the end the journal is folded into the file under a lock.
A journal whose run was killed is read by the next run, up to its last whole line.
"""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from readinglist.errors import CannotRead, CannotWrite
from readinglist.ledger import origin
from readinglist.ledger.origin import Origin
from readinglist.ledger.record import Record, line_of, merged, record_of
from readinglist.store import hold, locked, write_whole

Line = Record | Origin


class Ledger:
    """What is remembered of links, and where the fields of entries come from: read at once, written as it is learned.

    With no file it remembers for the length of a run.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self._lock = threading.Lock()
        self._own: dict[str, tuple[Line, str]] = {}
        self._journal: BinaryIO | None = None
        self._read_as: object = None
        self._records: dict[str, Line] = {}
        if file:
            self._read_as = _state(file)  # before the reading: what changes meanwhile is read again in the end
            self._records = _read(file)
            for journal in _journals(file):
                _fold(self._records, _lines(journal))

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.settle()

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[Record]:
        return (record for record in self._records.values() if isinstance(record, Record))

    def get(self, url: str) -> Record | None:
        """Return what is remembered of an address."""
        found = self._records.get(url)
        return found if isinstance(found, Record) else None

    def origin(self, entry: str) -> Origin:
        """Return where the fields of an entry come from."""
        found = self._records.get(origin.key_of(entry))
        return found if isinstance(found, Origin) else Origin(entry, {})

    def note(self, record: Line) -> None:
        """Remember a record; it is on disk when this returns, in the journal."""
        with self._lock:
            self._records[record.key] = record
            if self.file:
                journal = self._journal or self._open_journal(self.file)
                line = _text(record)
                journal.write(line.encode() + b"\n")
                self._own[record.key] = record, line

    def settle(self) -> None:
        """Fold what this run learned, and what killed ones left behind, into the file."""
        with self._lock:
            if not self.file or not self._journal:
                return
            with locked(self.file.parent):
                left = [journal for journal in _journals(self.file) if _is_left(journal)]
                records = _read(self.file) if _state(self.file) != self._read_as else self._records
                for journal in left:
                    _fold(records, _lines(journal))
                _fold(records, (record for record, _ in self._own.values()))
                write_whole(self.file, "".join(f"{self._line_of(records[key])}\n" for key in sorted(records)))
                self._journal.close()
                for journal in (*left, Path(self._journal.name)):
                    journal.unlink(missing_ok=True)
                self._journal, self._own = None, {}
                self._records, self._read_as = records, _state(self.file)

    def _line_of(self, record: Line) -> str:
        """Return a record as it stands in the file; what this run noted, it has written down before."""
        own, line = self._own.get(record.key, (None, ""))
        return line if own is record else _text(record)

    def _open_journal(self, file: Path) -> BinaryIO:
        """Begin a journal and hold it, all under the lock: what nobody holds, belongs to a run that was killed."""
        name = file.with_name(f".{file.name}.{os.getpid()}-{os.urandom(4).hex()}.journal")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with locked(file.parent):
                self._journal = name.open("xb", buffering=0)
                hold(self._journal)
        except OSError as error:
            raise CannotWrite(f"{file}: cannot be written: {error.strerror or error}") from error
        return self._journal


def _text(record: Line) -> str:
    return line_of(record) if isinstance(record, Record) else origin.line_of(record)


def _read(file: Path) -> dict[str, Line]:
    records: dict[str, Line] = {}
    if file.exists():
        _fold(records, _lines(file))
    return records


def _lines(file: Path) -> Iterator[Line]:
    """Yield the records of a file; a line that git or a crash left torn is passed over."""
    try:
        text = file.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {error.strerror or error}") from error
    for line in text.decode("utf-8", "replace").split("\n"):
        if record := _line(line):
            yield record


def _line(text: str) -> Line | None:
    if not text.startswith('{"entry"'):
        return record_of(text)
    try:
        return origin.origin_of(json.loads(text))
    except ValueError:
        return None


def _fold(records: dict[str, Line], more: Iterable[Line]) -> None:
    for record in more:
        known = records.get(record.key)
        if known is record:
            continue
        if isinstance(known, Record) and isinstance(record, Record) and known != record:
            records[record.key] = merged(known, record)
        elif isinstance(known, Origin) and isinstance(record, Origin):
            records[record.key] = origin.joined(known, record)
        else:
            records[record.key] = record


def _journals(file: Path) -> list[Path]:
    return sorted(file.parent.glob(f".{file.name}.*.journal"))


def _is_left(journal: Path) -> bool:
    with contextlib.suppress(OSError), journal.open("r+b") as stream:
        return hold(stream)
    return False


def _state(file: Path) -> object:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
