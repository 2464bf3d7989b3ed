"""Which addresses may be connected to: public ones, looked at after the name was resolved and before each connection.

A name is resolved once and the connection goes to that very address, so that a second, different answer of the
name server (DNS rebinding) changes nothing; redirects pass here at every hop.
"""

from __future__ import annotations

import ipaddress
from functools import lru_cache

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

# `is_global` lets these through: multicast, protocol assignments, 6to4 relays, translators into IPv4, site-local.
_NOT_PUBLIC_EITHER = tuple(
    ipaddress.ip_network(text)
    for text in (
        "192.0.0.0/24",
        "192.88.99.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "::/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "fec0::/10",
        "ff00::/8",
    )
)


@lru_cache(maxsize=4096)
def is_public(text: str) -> bool:
    """Return whether an IP address belongs to the public internet; an address mapped into IPv6 is looked at itself."""
    try:
        address: IP = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    address = mapped or address
    special = any(address in network for network in _NOT_PUBLIC_EITHER if network.version == address.version)
    return address.is_global and not special and "%" not in text
