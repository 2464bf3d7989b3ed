"""An HTTP/1 reply off the wire: read as browsers do, bounded in every direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from readinglist.web.deadline import Deadline
from readinglist.web.messages import NoAnswer, Trouble
from readinglist.web.wire import Wire

MAX_HEAD = 256 * 1024
MAX_INTERIM = 50
_DRAIN = 16 * 1024

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})(?![^\s])")
_END = re.compile(rb"\r?\n\r?\n")
_BLANK = b"\r\n\r\n"


class Reply:
    """A status, headers, and a body that is read as far as it is wanted."""

    __slots__ = ("_bodiless", "headers", "keep", "status", "wire")

    def __init__(self, wire: Wire, status: int, headers: Mapping[str, str], method: str, keep: bool) -> None:
        self.wire = wire
        self.status = status
        self.headers = headers
        self._bodiless = method == "HEAD" or status in {204, 304} or headers.get("content-length") == "0"
        self.keep = keep and status != 101

    def pieces(self, deadline: Deadline, /) -> Iterator[bytes]:
        """Yield the body as it was sent, piece by piece; afterwards `keep` says whether the wire is clean."""
        if self._bodiless:
            return
        encoding, length = self.headers.get("transfer-encoding", "").lower(), self.headers.get("content-length", "")
        keep, self.keep = self.keep, False
        if "chunked" in encoding:
            yield from _chunks(self.wire, deadline)
        elif length.isascii() and length.isdigit() and len(length) < 19:
            yield from _exactly(self.wire, int(length), deadline)
        else:
            while piece := self.wire.receive(deadline):
                yield piece
            keep = False
        self.keep, self._bodiless = keep, True

    def finish(self, deadline: Deadline, /) -> bool:
        """Read away a short rest of the body; return whether the connection can be used again."""
        if not self._bodiless:
            length = self.headers.get("content-length", "")
            if not self.keep or not length.isdigit() or len(length) > 5 or int(length) > _DRAIN:
                return False
            try:
                for _ in self.pieces(deadline):
                    pass
            except NoAnswer:
                return False
        return self.keep and not self.wire.ahead

    def drop(self) -> None:
        """Give the connection up."""
        self.wire.close()


class Recorded(Reply):
    """A reply that somebody wrote down before; nothing is connected."""

    __slots__ = ("_content",)

    def __init__(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        self.status = status
        self.headers = {name.lower(): value for name, value in headers.items() if name.lower() != "content-encoding"}
        self.keep = False
        self._content = content

    def pieces(self, _: Deadline, /) -> Iterator[bytes]:
        """Yield the body at once."""
        yield self._content

    def finish(self, _: Deadline, /) -> bool:
        """There is no connection to use again."""
        return False

    def drop(self) -> None:
        """There is no connection to give up."""


def read_reply(wire: Wire, method: str, deadline: Deadline) -> Reply:
    """Return the reply to a request; what comes before it (1xx) is skipped, but not for ever."""
    for _ in range(MAX_INTERIM):
        head = _head(wire, deadline)
        found = _STATUS.match(head)
        if not found:
            raise NoAnswer(Trouble.NOT_HTTP, f"begins with {head[:40]!r}")
        status = int(found[1])
        if status < 100:
            raise NoAnswer(Trouble.NOT_HTTP, f"begins with {head[:40]!r}")
        if status >= 200 or status == 101:
            headers = _headers(head)
            connection = headers.get("connection", "").lower()
            keep = head[:8] != b"HTTP/1.0" or "keep-alive" in connection
            return Reply(wire, status, headers, method, keep and "close" not in connection)
    raise NoAnswer(Trouble.NOT_HTTP, f"more than {MAX_INTERIM} interim answers and no final one")


def _head(wire: Wire, deadline: Deadline) -> bytes:
    data = wire.receive(deadline).lstrip(b"\r\n")
    at = data.find(_BLANK)
    if at >= 0 and b"\n\n" not in data[:at]:
        wire.ahead = data[at + 4 :]
        return data[:at]
    return _long_head(wire, bytearray(data), deadline)


def _long_head(wire: Wire, data: bytearray, deadline: Deadline) -> bytes:
    searched = 0
    while True:
        if found := _END.search(data, max(0, searched - 3)):
            wire.ahead = bytes(data[found.end() :])
            return bytes(data[: found.start()])
        if len(data) >= 5 and not data.startswith(b"HTTP/"):
            return bytes(data[:80])
        if len(data) > MAX_HEAD:
            raise NoAnswer(Trouble.TOO_LARGE, f"its headers are longer than {MAX_HEAD // 1024} KB")
        searched = len(data)
        piece = wire.receive(deadline)
        if not piece:
            if not data:
                raise NoAnswer(Trouble.RESET, "the connection was closed without an answer")
            if b"\n" in data and _STATUS.match(data):
                raise NoAnswer(Trouble.RESET, "the connection was closed amid the headers")
            return bytes(data)
        data += piece if data else piece.lstrip(b"\r\n")


def _headers(head: bytes) -> dict[str, str]:
    """Return headers by their names in small letters; doubles are joined, cookies by a line end."""
    headers: dict[str, str] = {}
    name = ""
    for line in head.decode("latin-1").split("\n")[1:]:
        if line[:1] in {" ", "\t"} and name:
            headers[name] += " " + line.strip()
            continue
        name, colon, value = line.partition(":")
        if not colon:
            name = ""
            continue
        name, value = name.strip().lower(), value.strip()
        if name in headers:
            value = _joined(name, headers[name], value)
        headers[name] = value
    if "," in headers.get("content-length", ""):
        lengths = {each.strip() for each in headers["content-length"].split(",")}
        headers["content-length"] = lengths.pop() if len(lengths) == 1 else "conflicting"
    return headers


def _joined(name: str, before: str, value: str) -> str:
    if name in {"location", "retry-after"}:
        return before
    return f"{before}\n{value}" if name == "set-cookie" else f"{before}, {value}"


def _exactly(wire: Wire, length: int, deadline: Deadline) -> Iterator[bytes]:
    while length:
        piece = wire.receive(deadline)
        if not piece:
            raise NoAnswer(Trouble.RESET, "the connection was closed amid the body")
        if len(piece) > length:
            wire.ahead = piece[length:]
            piece = piece[:length]
        length -= len(piece)
        yield piece


def _chunks(wire: Wire, deadline: Deadline) -> Iterator[bytes]:
    while True:
        size = _line(wire, deadline).partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9A-Fa-f]{1,15}", size):
            raise NoAnswer(Trouble.NOT_HTTP, "a chunk of the body has no length")
        if int(size, 16) == 0:
            break
        yield from _exactly(wire, int(size, 16), deadline)
        _line(wire, deadline)
    for _ in range(100):
        if not _line(wire, deadline):
            return
    raise NoAnswer(Trouble.TOO_LARGE, "too many trailers")


def _line(wire: Wire, deadline: Deadline) -> bytes:
    data = b""
    while b"\n" not in data:
        if len(data) > 4096:
            raise NoAnswer(Trouble.TOO_LARGE, "a line of the body's frame has no end")
        piece = wire.receive(deadline)
        if not piece:
            raise NoAnswer(Trouble.RESET, "the connection was closed amid the body")
        data += piece
    line, _, wire.ahead = data.partition(b"\n")
    return line.rstrip(b"\r")
