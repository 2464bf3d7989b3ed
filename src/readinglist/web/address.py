"""Addresses as they are asked for: parsed once, strictly where it matters and leniently where browsers are."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin

from readinglist.web.messages import NoAnswer, Trouble

_PORTS = {"http": 80, "https": 443}
_PLAIN = re.compile(r"(https?)://([a-z0-9][a-z0-9.-]*)(?::([1-9][0-9]{0,4}))?(/[!$-;=?-Z_a-z~]*)?", re.ASCII)
_ANY = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^#]*)", re.DOTALL)
_AUTHORITY = re.compile(r"(?:(.*)@)?(\[[0-9A-Fa-f:.]+(?:%25[\w.~-]+)?\]|[^\[\]:@]*)(?::(\d*))?", re.DOTALL)
_UNSAFE = re.compile(r"[^!#$%&'()*+,/:;=?@\[\]~\w.-]", re.ASCII)
_LONGEST_PORT = 10  # digits; some have zeros in front
_BREAKS = str.maketrans("", "", "\t\r\n")


class Address(NamedTuple):
    """An http or https address in the form in which it is sent."""

    scheme: str
    host: str
    port: int
    path: str
    netloc: str
    """Host and port as a Host header names them."""
    url: str
    """The address in one piece, without who asks and without a fragment."""
    lane: str
    """The name under which politeness counts: the host, and its port where that is unusual."""
    user: str = ""

    @property
    def origin(self) -> tuple[str, str, int]:
        """What decides which connection can be used."""
        return self.scheme, self.host, self.port

    def is_at(self, home: Address) -> bool:
        """Return whether what one may tell `home` may be told here too: the same host, no less well protected."""
        return self.lane == home.lane and (self.scheme == "https" or home.scheme == "http")


def _address(scheme: str, host: str, port: int, path: str, user: str = "") -> Address:
    named = f"[{host}]" if ":" in host else host
    netloc = named if port == _PORTS[scheme] else f"{named}:{port}"
    lane = host if port in (80, 443) else f"{host}:{port}"
    return Address(scheme, host, port, path, netloc, f"{scheme}://{netloc}{path}", lane, user)


def parse_address(url: str) -> Address:
    """Return the address that a URL states; raise `NoAnswer` where none could be asked."""
    head, _, _ = url.partition("#")
    if (plain := _PLAIN.fullmatch(head)) and len(plain[2]) < 64 and ".." not in plain[2] and plain[2][-1] != ".":
        scheme, host, port, path = plain.groups()
        if not port or int(port) < 65536:
            return _address(scheme, host, int(port) if port else _PORTS[scheme], path or "/")
    return _parse_any(head)


def _parse_any(url: str) -> Address:
    url = _with_slashes(url.strip().translate(_BREAKS))
    found = _ANY.fullmatch(url)
    if not found:
        raise NoAnswer(Trouble.BAD_ADDRESS, "has no scheme such as https:")
    scheme = found[1].lower()
    if scheme not in _PORTS:
        raise NoAnswer(Trouble.BAD_SCHEME, f"'{scheme}:' is not asked over the web")
    parts = _AUTHORITY.fullmatch(found[2] or "")
    if not parts or not parts[2]:
        raise NoAnswer(Trouble.BAD_ADDRESS, "names no host")
    port = _port(parts[3]) if parts[3] else _PORTS[scheme]
    path = _escaped(found[3] or "/")
    return _address(scheme, _host(parts[2]), port, path if path[0] == "/" else "/" + path, unquote(parts[1] or ""))


def _port(digits: str) -> int:
    port = int(digits) if len(digits) <= _LONGEST_PORT else 0
    if not 0 < port < 65536:
        raise NoAnswer(Trouble.BAD_ADDRESS, f"{digits[:20]} is no port")
    return port


def _with_slashes(url: str) -> str:
    """Return an address whose backslashes are what every browser takes them for, up to where its query begins."""
    path, mark, query = url.partition("?")
    return path.replace("\\", "/") + mark + query


def _escaped(text: str) -> str:
    """Return a path with everything escaped that may not travel; an escape that is there stays, even a wrong one."""
    return _UNSAFE.sub(lambda sign: quote(sign[0].encode("utf-8", "surrogateescape"), safe=""), text)


def _host(text: str) -> str:
    if text[0] == "[":
        return text[1:-1].replace("%25", "%").lower()
    host = unquote(text).lower().rstrip(".")
    if not host.isascii():
        host = _in_ascii(host)
    labels = host.split(".")
    if not host or len(host) > 253 or any(not label or len(label) > 63 for label in labels):
        raise NoAnswer(Trouble.BAD_ADDRESS, "the host's name has an empty or overlong part")
    if not re.fullmatch(r"[a-z0-9_.-]+", host):
        raise NoAnswer(Trouble.BAD_ADDRESS, "the host's name holds a sign that no name can have")
    return host


def _in_ascii(host: str) -> str:
    import idna

    try:
        return idna.encode(host, uts46=True, transitional=False).decode("ascii")
    except idna.IDNAError as error:
        raise NoAnswer(Trouble.BAD_ADDRESS, f"'{host}' cannot be a host's name") from error


def joined(base: Address, location: str) -> str:
    """Return where a Location header leads; raise `NoAnswer` where that is nowhere.

    Header text arrives one character a byte; what is UTF-8 is read as such, other bytes are escaped.
    """
    raw = location.strip().translate(_BREAKS).encode("latin-1", "replace")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = quote(raw, safe="%!#$&'()*+,/:;=?@[]~")
    try:
        return urljoin(base.url, _with_slashes(text.partition("#")[0]).replace(" ", "%20"))
    except ValueError as error:
        raise NoAnswer(Trouble.BAD_REDIRECT, f"leads to '{text[:200]}', which is no address") from error
