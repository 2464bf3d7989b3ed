"""Cookies for the length of one question: some pages redirect for ever until theirs comes back."""

from __future__ import annotations

import re

from readinglist.web.address import Address

_CONTROL = re.compile(r"[\x00-\x1f]")


class Cookies:
    """What hosts set on the way of one question; forgotten with it."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[str, bool]] = {}

    def take(self, address: Address, header: str) -> None:
        """Keep what a host sets: for itself, or for a domain that it belongs to."""
        for line in header.split("\n"):
            pair, _, rest = line.partition(";")
            name, equals, value = pair.strip().partition("=")
            if not equals or not name or _CONTROL.search(pair) or len(self._kept) >= 50:
                continue
            attributes = {
                key.strip().lower(): given.strip() for key, _, given in (a.partition("=") for a in rest.split(";"))
            }
            domain = attributes.get("domain", "").lower().strip(".")
            belongs = "." in domain and address.host.endswith("." + domain)
            key = ("." + domain if belongs else address.host, name)
            self._kept[key] = (value, "secure" in attributes)

    def header(self, address: Address) -> str:
        """Return what to send back to a host; empty, if nothing."""
        pairs = [
            f"{name}={value}"
            for (domain, name), (value, secure) in self._kept.items()
            if (domain == address.host or (domain[0] == "." and address.host.endswith(domain)))
            and (address.scheme == "https" or not secure)
        ]
        return "; ".join(pairs)[:8000]
