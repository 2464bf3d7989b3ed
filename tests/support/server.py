"""A server made by hand of sockets and threads, so that it can be as hostile as it likes; loopback only."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Heard:
    """A request as the server saw it, and when."""

    host: str
    method: str
    path: str
    headers: dict[str, str]
    at: float


class Visit:
    """One request, and the socket to answer it on; `send` never complains about a client that has left."""

    def __init__(self, connection: socket.socket, heard: Heard, ends: threading.Event) -> None:
        self.connection, self.heard, self.ends = connection, heard, ends
        self.open = True

    def send(self, data: bytes) -> bool:
        """Send something; return whether anybody is there to take it."""
        try:
            self.connection.sendall(data)
        except OSError:
            self.open = False
        return self.open and not self.ends.is_set()

    def answer(self, status: int, *headers: str, body: bytes = b"here", reason: str = "Whatever") -> None:
        """Send a whole, well-formed answer."""
        lines = [f"HTTP/1.1 {status} {reason}", *headers]
        if not any(line.lower().startswith(("content-length", "transfer-encoding")) for line in headers):
            lines.append(f"Content-Length: {len(body)}")
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        self.send(head if self.heard.method == "HEAD" or status in {204, 304} else head + body)

    def pause(self, seconds: float) -> bool:
        """Wait; return whether it is worth going on."""
        return not self.ends.wait(seconds) and self.open

    def hang(self) -> None:
        """Say nothing more, until the test is over."""
        self.ends.wait(30)
        self.open = False

    def close(self) -> None:
        """End the connection as one does."""
        self.open = False

    def reset(self) -> None:
        """End it as one does not."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.open = False


Behaviour = Callable[[Visit], None]


@dataclass
class Server:
    """Behaves as it is told, and remembers what it saw."""

    behave: Behaviour
    address: str = "127.0.0.1"
    tls: ssl.SSLContext | None = None
    port: int = 0
    heard: list[Heard] = field(default_factory=list)
    connections: int = 0
    most_at_once: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def __post_init__(self) -> None:
        self._now: dict[str, int] = defaultdict(int)
        self._ends = threading.Event()
        self._lock = threading.Lock()
        self._listener = socket.socket(socket.AF_INET6 if ":" in self.address else socket.AF_INET)
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind((self.address, self.port))
        self._listener.listen(512)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Where it is."""
        host = f"[{self.address}]" if ":" in self.address else self.address
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}"

    def count(self, path: str) -> int:
        """Return how often a path was asked for."""
        return sum(heard.path == path for heard in self.heard)

    def stop(self) -> None:
        """Let nobody wait any longer."""
        self._ends.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while not self._ends.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        here = connection.getsockname()[0]
        with self._lock:
            self._now[here] += 1
            self.most_at_once[here] = max(self.most_at_once[here], self._now[here])
        try:
            with contextlib.suppress(OSError):
                if self.tls:
                    connection = self.tls.wrap_socket(connection, server_side=True)
                self._converse(connection, here)
        finally:
            connection.close()
            with self._lock:
                self._now[here] -= 1

    def _converse(self, connection: socket.socket, here: str) -> None:
        rest = b""
        while not self._ends.is_set():
            while b"\r\n\r\n" not in rest:
                piece = connection.recv(65536)
                if not piece:
                    return
                rest += piece
            head, _, rest = rest.partition(b"\r\n\r\n")
            visit = Visit(connection, _heard(here, head), self._ends)
            with self._lock:
                self.heard.append(visit.heard)
            self.behave(visit)
            if not visit.open:
                return


def _heard(here: str, head: bytes) -> Heard:
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    return Heard(here, method, path, headers, time.monotonic())


@contextmanager
def serving(behave: Behaviour, address: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """Run a server for the length of a block."""
    server = Server(behave, address, tls)
    try:
        yield server
    finally:
        server.stop()


@contextmanager
def serving_hosts(behave: Behaviour, hosts: int) -> Iterator[list[Server]]:
    """Run a server on as many loopback addresses, all on one port, for the length of a block."""
    servers = [Server(behave, "127.0.0.2")]
    try:
        for number in range(3, hosts + 2):
            servers.append(Server(behave, f"127.0.0.{number}", port=servers[0].port))
        yield servers
    finally:
        for server in servers:
            server.stop()
