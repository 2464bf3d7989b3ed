"""The way from a request to a reply, underneath `requests`: an adapter whose connections are ours.

`requests.adapters.HTTPAdapter.send` stays as it is, so whatever stands in for it (the `responses` package, say)
stands in for us. What it sends through is not urllib3's pool but `_Errand`: one TLS context for all (urllib3
reads the bundle of certificates again for every connection, which is most of what HTTPS costs), connections to
addresses that passed the guard, and every read within the deadline.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

import requests
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest

from readinglist.web.address import Address
from readinglist.web.deadline import Deadline
from readinglist.web.guard import is_public
from readinglist.web.lookup import Names
from readinglist.web.messages import NoAnswer, Trouble
from readinglist.web.proxies import Proxies, proof, tunnel
from readinglist.web.reply import Reply, read_reply
from readinglist.web.wire import Wire, connect, secure

Origin = tuple[str, str, int]
_BUNDLES = ("READINGLIST_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")
_MAX_IDLE = 400


class Request(PreparedRequest):
    """A request that is ready to be sent: made once, never merged, parsed or copied again."""

    def __init__(
        self, address: Address, method: str, headers: Mapping[str, str], body: bytes | None, deadline: Deadline
    ) -> None:
        self.address = address
        self.deadline = deadline
        self.afresh = False
        self.method, self.url, self.headers, self.body = method, address.url, headers, body  # type: ignore[assignment]
        self.hooks = {"response": []}
        self._cookies = None
        self._body_position = None


@dataclass(frozen=True, slots=True)
class Rules:
    """What connections may do."""

    allow_private: bool = False
    tls: Any = None
    """An `ssl.SSLContext`, or None for the usual one."""


class Adapter(HTTPAdapter):
    """Sends requests over few, guarded, reused connections."""

    def __init__(self, names: Names, proxies: Proxies, rules: Rules) -> None:
        self.names, self.proxies, self.rules = names, proxies, rules
        self.opened = 0
        self._idle: OrderedDict[Origin, list[Wire]] = OrderedDict()
        self._idle_count = 0
        self._lock = threading.Lock()
        self._tls = rules.tls
        super().__init__()

    def init_poolmanager(self, *_: Any, **__: Any) -> None:
        """Make no pool: the connections are our own."""

    def get_connection_with_tls_context(self, request: Any, *_: Any, **__: Any) -> Any:
        """Return what carries this one request."""
        return _Errand(self, request)

    def cert_verify(self, *_: Any) -> None:
        """Set nothing: the one TLS context always verifies."""

    def request_url(self, request: Any, *_: Any) -> str:
        """Return what the request line names."""
        return cast("Request", request).address.path

    def build_response(self, req: PreparedRequest, resp: Any) -> requests.Response:
        """Return a response that holds our reply as `raw`; a foreign one is built as ever."""
        if not isinstance(resp, Reply):
            return super().build_response(req, resp)
        response = requests.Response.__new__(requests.Response)
        response.status_code, response.raw = resp.status, resp
        return response

    def close(self) -> None:
        """Close every connection that is idle."""
        with self._lock:
            wires = [wire for line in self._idle.values() for wire in line]
            self._idle.clear()
            self._idle_count = 0
        for wire in wires:
            wire.close()

    def close_lane(self, lane: str) -> None:
        """Close every connection to a host that is idle."""
        with self._lock:
            origins = [origin for origin in _origins(lane) if origin in self._idle]
            wires = [wire for origin in origins for wire in self._idle.pop(origin)]
            self._idle_count -= len(wires)
        for wire in wires:
            wire.close()

    def take(self, origin: Origin) -> Wire | None:
        """Return an idle connection that is still good."""
        while True:
            with self._lock:
                line = self._idle.get(origin)
                if not line:
                    return None
                wire = line.pop()
                self._idle_count -= 1
                if not line:
                    del self._idle[origin]
            if wire.fresh():
                return wire
            wire.close()

    def give_back(self, origin: Origin, wire: Wire) -> None:
        """Keep a connection for the next request; the one that waited longest makes room."""
        oldest: Wire | None = None
        with self._lock:
            self._idle.setdefault(origin, []).append(wire)
            self._idle_count += 1
            if self._idle_count > _MAX_IDLE:
                longest, line = next(iter(self._idle.items()))
                oldest = line.pop(0)
                self._idle_count -= 1
                if not line:
                    del self._idle[longest]
        if oldest:
            oldest.close()

    def open(self, address: Address, deadline: Deadline, afresh: bool) -> Wire:
        """Return a new connection, encrypted where the address says so."""
        proxy = self.proxies.for_address(address)
        if proxy:
            wire = self.proxies.reach(proxy, deadline)
        else:
            wire = connect(self._guarded(address, deadline, afresh), address.port, deadline)
        self.opened += 1
        if proxy and address.scheme == "https":
            tunnel(wire, proxy, address, deadline)
        if address.scheme == "https":
            secure(wire, self.tls(), address.host, deadline)
        return wire

    def _guarded(self, address: Address, deadline: Deadline, afresh: bool) -> tuple[str, ...]:
        found = self.names.addresses(address.host, deadline, afresh)
        if self.rules.allow_private:
            return found
        public = tuple(each for each in found if is_public(each))
        if found and not public:
            raise NoAnswer(Trouble.PRIVATE, f"{address.host} is {found[0]}, which is not a public address")
        return public

    def tls(self) -> Any:
        """Return the one TLS context, made when it is first needed."""
        with self._lock:
            if self._tls is None:
                self._tls = tls_context(_bundle())
            return self._tls


def _origins(lane: str) -> list[Origin]:
    """Return every origin whose politeness counts under this name."""
    host, _, port = lane.rpartition(":")
    places = [(lane, 80), (lane, 443), *([(host, int(port))] if host and port.isdigit() else [])]
    return [(scheme, *place) for scheme in ("http", "https") for place in places]


def _bundle() -> str:
    """Return where the authorities that are trusted stand: where the environment says, or with certifi."""
    import certifi

    return next((file for name in _BUNDLES if (file := os.environ.get(name))), None) or certifi.where()


def tls_context(bundle: str) -> Any:
    """Return a context that trusts the authorities in a file or folder, as browsers do."""
    import ssl

    context = ssl.create_default_context(
        cafile=None if os.path.isdir(bundle) else bundle,  # noqa: PTH112 — it is given as text
        capath=bundle if os.path.isdir(bundle) else None,  # noqa: PTH112
    )
    context.verify_flags &= (
        ~ssl.VERIFY_X509_STRICT
    )  # from Python 3.13 on, more is asked of certificates than by browsers
    context.set_alpn_protocols(["http/1.1"])
    return context


class _Errand:
    """One request's stand-in for a pool of urllib3: `urlopen` is all that `HTTPAdapter.send` asks of it."""

    __slots__ = ("adapter", "request")

    def __init__(self, adapter: Adapter, request: Request) -> None:
        self.adapter = adapter
        self.request = request

    def urlopen(self, **_: Any) -> Reply:
        """Send the request and read the head of the reply.

        A connection that was used before may have been closed meanwhile, or hold stray bytes; whatever goes wrong
        with one before an answer is there is tried once more over a new one.
        """
        request, adapter = self.request, self.adapter
        message = _message(request, adapter.proxies.for_address(request.address))
        wire = None if request.afresh else adapter.take(request.address.origin)
        if wire:
            try:
                return _exchange(wire, message, request)
            except NoAnswer as silence:
                if silence.trouble is Trouble.TIMEOUT:
                    raise
        return _exchange(adapter.open(request.address, request.deadline, request.afresh), message, request)


def _exchange(wire: Wire, message: bytes, request: Request) -> Reply:
    try:
        wire.send(message, request.deadline)
        return read_reply(wire, request.method or "GET", request.deadline)
    except BaseException:
        wire.close()
        raise


def _message(request: Request, proxy: Address | None) -> bytes:
    address = request.address
    forwarded = proxy is not None and address.scheme == "http"
    lines = [f"{request.method} {address.url if forwarded else address.path} HTTP/1.1", f"Host: {address.netloc}"]
    lines += [f"{name}: {value}" for name, value in request.headers.items()]
    if proxy and forwarded:
        lines += proof(proxy)
    if request.body is not None:
        lines.append(f"Content-Length: {len(request.body)}")
    return "\r\n".join((*lines, "", "")).encode("latin-1") + (cast("bytes", request.body) or b"")
