"""Files that are whole at every moment: one writer at a time, and the new file takes the old one's place at once."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from readinglist.errors import CannotWrite, why

_TEMPORARY = ".readinglist-"


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keep every other writer of this folder waiting; what a killed one left behind is swept up."""
    with _exclusive(folder):
        for leftover in folder.glob(f"{_TEMPORARY}*.tmp"):
            leftover.unlink(missing_ok=True)
        yield


def write_whole(file: Path, text: str) -> None:
    """Give a file this text, all or nothing; links, permissions and owner stay as they are.

    A file that exists and may not be written is refused, though replacing it would be possible.
    """
    target = Path(os.path.realpath(file))
    try:
        old = target.stat() if target.exists() else None
        if old and not os.access(target, os.W_OK):
            raise CannotWrite(f"{file}: cannot be written: it is read-only; change its permissions first")
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "surrogateescape"))
                _like(stream.fileno(), old)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        _settle(target.parent)
    except OSError as error:
        raise CannotWrite(f"{file}: cannot be written: {why(error)}") from error


def _like(handle: int, old: os.stat_result | None) -> None:
    """Give a new file the permissions and, where that is allowed, the owner of the one it replaces."""
    if sys.platform == "win32":
        return
    if old is None:
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(handle, 0o666 & ~mask)
        return
    os.fchmod(handle, stat.S_IMODE(old.st_mode))
    with contextlib.suppress(PermissionError):
        os.fchown(handle, old.st_uid, old.st_gid)


def _settle(folder: Path) -> None:
    """Ask the disk to remember the new name too."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":

    def hold(stream: BinaryIO) -> bool:
        """Take an open file for this process for as long as it lives; return whether nobody else has it."""
        import msvcrt

        stream.seek(1 << 30)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def _exclusive(folder: Path) -> Iterator[None]:
        """Lock the first byte of a lock file: Windows cannot lock a folder."""
        import msvcrt
        import time

        with (folder / ".readinglist.lock").open("a+b") as stream:
            while True:
                try:
                    stream.seek(0)
                    msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
                    break
                except OSError:
                    time.sleep(0.05)
            try:
                yield
            finally:
                stream.seek(0)
                msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def hold(stream: BinaryIO) -> bool:
        """Take an open file for this process for as long as it lives; return whether nobody else has it."""
        import fcntl

        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def _exclusive(folder: Path) -> Iterator[None]:
        """Lock the folder itself, so that no lock file is left lying in somebody's repository."""
        import fcntl

        try:
            handle = os.open(folder, os.O_RDONLY)
        except OSError as error:
            raise CannotWrite(f"{folder}: cannot be opened: {why(error)}") from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)
