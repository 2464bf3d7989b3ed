"""Proxies, where the user has set them: from the environment, as every other program reads it."""

from __future__ import annotations

import base64
from urllib.parse import unquote

from readinglist.web.address import Address, parse_address
from readinglist.web.deadline import Deadline
from readinglist.web.guard import is_public
from readinglist.web.lookup import Names
from readinglist.web.messages import NoAnswer, Trouble
from readinglist.web.reply import read_reply
from readinglist.web.wire import Wire, connect


class Proxies:
    """Which proxy stands before which host: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`."""

    def __init__(self, names: Names, by_scheme: dict[str, str] | None = None, allow_private: bool = False) -> None:
        from urllib.request import getproxies

        found = getproxies() if by_scheme is None else by_scheme
        self._by_scheme = {scheme: proxy for scheme, proxy in found.items() if scheme in {"http", "https", "all"}}
        self._names = names
        self._allow_private = allow_private

    def for_address(self, address: Address) -> Address | None:
        """Return the proxy to go through, or None where the way is direct.

        A proxy looks names up itself, so only an address that is written as such can be refused here.
        """
        if not self._by_scheme:
            return None
        from urllib.request import proxy_bypass

        proxy = self._by_scheme.get(address.scheme) or self._by_scheme.get("all")
        if not proxy or proxy_bypass(address.host):
            return None
        literal = address.host.replace(".", "").isdigit() or ":" in address.host or address.host == "localhost"
        if literal and not self._allow_private and not is_public(address.host):
            raise NoAnswer(Trouble.PRIVATE, f"{address.host} is not a public address")
        return parse_address(proxy if "://" in proxy else f"http://{proxy}")

    def reach(self, proxy: Address, deadline: Deadline) -> Wire:
        """Return a connection to the proxy itself."""
        if proxy.scheme != "http":
            raise NoAnswer(Trouble.BAD_ADDRESS, "a proxy must be an http:// address")
        return connect(self._names.addresses(proxy.host, deadline), proxy.port, deadline)


def proof(proxy: Address) -> list[str]:
    """Return the header line that a proxy with a password wants to see."""
    told = base64.b64encode(unquote(proxy.user).encode()).decode()
    return [f"Proxy-Authorization: Basic {told}"] if proxy.user else []


def tunnel(wire: Wire, proxy: Address, address: Address, deadline: Deadline) -> None:
    """Have a proxy open a way to an address, or close the connection and say why not."""
    where = f"[{address.host}]" if ":" in address.host else address.host
    lines = [f"CONNECT {where}:{address.port} HTTP/1.1", f"Host: {where}:{address.port}", *proof(proxy), "", ""]
    try:
        wire.send("\r\n".join(lines).encode("latin-1"), deadline)
        status = read_reply(wire, "HEAD", deadline).status
        if not 200 <= status < 300:
            raise NoAnswer(Trouble.REFUSED, f"the proxy answered {status}")
    except BaseException:
        wire.close()
        raise
