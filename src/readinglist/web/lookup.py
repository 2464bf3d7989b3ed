"""Names into addresses: each looked up once a run, within the deadline, by few threads that may be left behind."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Sequence
from queue import SimpleQueue

from readinglist.web.deadline import Deadline
from readinglist.web.messages import NoAnswer, Trouble

LookUp = Callable[[str], Sequence[str]]

_LITERAL = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f.]*:[0-9a-f:.]*(?:%[\w.~-]+)?", re.ASCII)
_NO_SUCH = {getattr(socket, name) for name in ("EAI_NONAME", "EAI_NODATA") if hasattr(socket, name)}
_ALWAYS_THERE = ("example.com", "iana.org")


def ask_the_system(host: str) -> list[str]:
    """Return the addresses of a name in the order in which they should be tried."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class _Search:
    """One look-up: under way, or done with addresses or a trouble."""

    __slots__ = ("addresses", "done", "trouble")

    def __init__(self) -> None:
        self.done = threading.Event()
        self.addresses: tuple[str, ...] = ()
        self.trouble: tuple[Trouble, str] | None = None


class Names:
    """The names of a run.

    A look-up cannot be interrupted, so it runs in a thread of its own kind, and who waits for it waits no
    longer than a deadline allows.
    """

    def __init__(self, look_up: LookUp = ask_the_system, threads: int = 64) -> None:
        self._look_up = look_up
        self._threads = threads
        self._started = 0
        self._idle = 0
        self._lock = threading.Lock()
        self._searches: dict[str, _Search] = {}
        self._queue: SimpleQueue[tuple[str, _Search]] = SimpleQueue()

    def addresses(self, host: str, deadline: Deadline, afresh: bool = False) -> tuple[str, ...]:
        """Return where a host can be reached; raise `NoAnswer` where the name leads nowhere or nobody says."""
        if _LITERAL.fullmatch(host):
            return (host,)
        if host.endswith(".invalid") or host == "invalid":  # RFC 6761: never a name
            raise NoAnswer(Trouble.NO_SUCH_HOST, f"there is no host named '{host}'")
        search = self._search(host, afresh)
        if not search.done.wait(deadline.left()):
            raise NoAnswer(Trouble.DNS, f"nobody said within {deadline.seconds:g} s where '{host}' is")
        if search.trouble:
            raise NoAnswer(*search.trouble)
        return search.addresses

    def can_be_asked(self, seconds: float = 5) -> bool:
        """Return whether names that always exist are found, so whether anybody answers at all."""
        for name in _ALWAYS_THERE:
            try:
                return bool(self.addresses(name, Deadline(seconds), afresh=True))
            except NoAnswer:
                continue
        return False

    def _search(self, host: str, afresh: bool) -> _Search:
        with self._lock:
            search = self._searches.get(host)
            if search is None or (afresh and search.done.is_set()):
                search = self._searches[host] = _Search()
                self._queue.put((host, search))
                if self._idle < self._queue.qsize() and self._started < self._threads:
                    self._started += 1
                    threading.Thread(target=self._serve, name="look-up", daemon=True).start()
        return search

    def _serve(self) -> None:
        while True:
            with self._lock:
                self._idle += 1
            host, search = self._queue.get()
            with self._lock:
                self._idle -= 1
            try:
                search.addresses = tuple(self._look_up(host))
                if not search.addresses:
                    search.trouble = (Trouble.NO_SUCH_HOST, f"there is no host named '{host}'")
            except Exception as error:
                search.trouble = _trouble(host, error)
            search.done.set()


def _trouble(host: str, error: Exception) -> tuple[Trouble, str]:
    if isinstance(error, socket.gaierror) and error.errno in _NO_SUCH:
        return Trouble.NO_SUCH_HOST, f"there is no host named '{host}'"
    return Trouble.DNS, f"cannot find out where '{host}' is: {getattr(error, 'strerror', None) or error}"
