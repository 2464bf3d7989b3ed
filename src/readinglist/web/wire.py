"""A connection: bytes out, bytes in, each wait bounded by a deadline."""

from __future__ import annotations

import contextlib
import errno
import select
import socket
import ssl
from collections.abc import Sequence

from readinglist.web.deadline import Deadline
from readinglist.web.messages import NoAnswer, Trouble

_PIECE = 16384
_UNROUTABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}


class Wire:
    """A socket with what was read ahead.

    The socket itself never waits: each wait of Python's own for one, and each new limit for it, hands the
    interpreter to another thread and back, and a check has hundreds of those.
    """

    __slots__ = ("_coming", "ahead", "socket")

    def __init__(self, connected: socket.socket) -> None:
        connected.setblocking(False)
        self.socket = connected
        self.ahead = b""
        self._coming = select.poll()
        self._coming.register(connected, select.POLLIN)

    def send(self, message: bytes, deadline: Deadline) -> None:
        """Send all of a message."""
        while message:
            try:
                message = message[self.socket.send(message) :]
            except OSError as error:
                self._wait(error, select.POLLOUT, deadline)

    def receive(self, deadline: Deadline) -> bytes:
        """Return some bytes: those read ahead, or what comes next; nothing at the end."""
        if ahead := self.ahead:
            self.ahead = b""
            return ahead
        if not (isinstance(self.socket, ssl.SSLSocket) and self.socket.pending()):
            self._wait_for_some(deadline)
        while True:
            try:
                return self.socket.recv(_PIECE)
            except ssl.SSLEOFError:
                return b""
            except OSError as error:
                self._wait(error, select.POLLIN, deadline)

    def _wait(self, why: OSError, usual: int, deadline: Deadline) -> None:
        """Wait until it can be gone on with; raise what is no reason to wait."""
        if isinstance(why, ssl.SSLWantReadError):
            usual = select.POLLIN
        elif isinstance(why, ssl.SSLWantWriteError):
            usual = select.POLLOUT
        elif not isinstance(why, BlockingIOError):
            raise _told(why, deadline) from why
        if usual == select.POLLIN:
            return self._wait_for_some(deadline)
        free = select.poll()
        free.register(self.socket, select.POLLOUT)
        if not free.poll(1000 * deadline.left()):
            raise deadline.passed()
        return None

    def _wait_for_some(self, deadline: Deadline) -> None:
        if not self._coming.poll(1000 * deadline.left()):
            raise deadline.passed()

    def fresh(self) -> bool:
        """Return whether nothing came since the last answer was read: no stray bytes, no end."""
        return not self.ahead and self.socket.fileno() >= 0 and not self._coming.poll(0)

    def close(self) -> None:
        """Give the connection up."""
        with contextlib.suppress(OSError):
            self.socket.close()


def connect(addresses: Sequence[str], port: int, deadline: Deadline) -> Wire:
    """Return a connection to the first address that takes one; each may use its share of the time."""
    for number, address in enumerate(addresses):
        last = number == len(addresses) - 1
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        try:
            connected = socket.socket(family, socket.SOCK_STREAM)
        except OSError as error:
            if last:
                raise _told(error, deadline) from error
            continue
        try:
            connected.settimeout(deadline.left() / (len(addresses) - number))
            connected.connect((address, port))
        except OSError as error:
            connected.close()
            if last:
                raise _told(error, deadline) from error
        except BaseException:
            connected.close()
            raise
        else:
            return Wire(connected)
    raise NoAnswer(Trouble.NO_SUCH_HOST, "the name leads to no address")


def secure(wire: Wire, context: ssl.SSLContext, name: str, deadline: Deadline) -> None:
    """Encrypt a connection; the certificate must be for `name`, whatever address was connected to."""
    try:
        wire.socket.settimeout(deadline.left())
        wire.socket = context.wrap_socket(wire.socket, server_hostname=name, do_handshake_on_connect=False)
        wire.socket.settimeout(deadline.left())
        wire.socket.do_handshake()
        wire.socket.setblocking(False)
    except ssl.SSLCertVerificationError as error:
        wire.close()
        raise NoAnswer(_CERTIFICATE.get(error.verify_code, Trouble.TLS_UNTRUSTED), error.verify_message) from error
    except ssl.SSLError as error:
        wire.close()
        raise NoAnswer(Trouble.TLS_BROKEN, _plain(error)) from error
    except (OSError, ValueError) as error:
        wire.close()
        if isinstance(error, TimeoutError):
            raise NoAnswer(Trouble.TIMEOUT, "the TLS handshake was never finished") from error
        if isinstance(error, ValueError):
            raise NoAnswer(Trouble.BAD_ADDRESS, f"'{name}' cannot be a host's name") from error
        raise NoAnswer(Trouble.TLS_BROKEN, "the TLS handshake was broken off") from error


_EXPIRED, _NOT_YET, _WRONG_HOST, _WRONG_IP = 10, 9, 62, 64  # X509_V_ERR_… of OpenSSL
_CERTIFICATE = {
    _EXPIRED: Trouble.TLS_EXPIRED,
    _NOT_YET: Trouble.TLS_EXPIRED,
    _WRONG_HOST: Trouble.TLS_WRONG_HOST,
    _WRONG_IP: Trouble.TLS_WRONG_HOST,
}


def _plain(error: ssl.SSLError) -> str:
    return (error.reason or "handshake failed").replace("_", " ").lower()


def _told(error: OSError, deadline: Deadline) -> NoAnswer:
    if isinstance(error, TimeoutError):
        return deadline.passed()
    if isinstance(error, ConnectionRefusedError):
        return NoAnswer(Trouble.REFUSED, "the connection was refused")
    if isinstance(error, ssl.SSLError):
        return NoAnswer(Trouble.TLS_BROKEN, _plain(error))
    if error.errno in _UNROUTABLE:
        return NoAnswer(Trouble.UNROUTABLE, "no way leads to that address")
    return NoAnswer(Trouble.RESET, "the connection was broken off")
