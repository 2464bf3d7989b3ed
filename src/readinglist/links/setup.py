"""From settings to a client with manners, and to the ways in which pages are asked."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from readinglist import __version__
from readinglist.errors import BadConfig
from readinglist.links import quirks
from readinglist.links.plan import HostWays, Plan, Ways
from readinglist.settings import SPAN, Settings
from readinglist.web.pacing import Pace, Pacer

if TYPE_CHECKING:
    from readinglist.web.client import Client

_DAYS = {"h": 1 / 24, "d": 1.0, "w": 7.0}


def client_of(
    settings: Settings,
    *,
    allow_private: bool = False,
    tell: Callable[[str], None] | None = None,
    paces: Mapping[str, Pace] | None = None,
    agent: str = "",
) -> Client:
    """Return a client that behaves as the settings say, at these paces, and at those that authorities want.

    `agent` is who it says it is, if not the one that checks links.
    """
    from readinglist.links import consulting
    from readinglist.web.client import Client, Manners

    check = settings.check
    manners = Manners(
        agent=agent or user_agent(check.contact),
        seconds=check.timeout,
        allow_private=allow_private or check.allow_private,
        headers={host: own.headers for host, own in settings.hosts.items() if own.headers},
    )
    usual = Pace(check.connections, check.interval)
    by_host = {**consulting.paces(), **(paces or {}), **quirks.paces()}
    for host, own in settings.hosts.items():
        base = by_host.get(host, usual)
        interval = base.interval if own.interval is None else own.interval
        by_host[host] = Pace(own.connections or base.connections, interval)
    return Client(manners, Pacer(usual, by_host, longest_wait=check.longest_wait), tell=tell)


def plan_of(
    settings: Settings,
    today: datetime.date,
    *,
    max_age: str | None = None,
    offline: bool = False,
    strict: bool = False,
) -> Plan:
    """Return how a check goes about it."""
    check = settings.check
    return Plan(
        today=today,
        max_age_days=days(max_age if max_age is not None else check.max_age),
        retries=check.retries,
        workers=check.workers,
        strict=strict,
        offline=offline,
        ways=ways_of(settings),
        look_days=None if check.look == "never" else days(check.look),
    )


def user_agent(contact: str) -> str:
    """Return who we say we are; many walls refuse names with "bot", "link" or "curl" in them."""
    contact = re.sub(r"[^\x21-\x7e]|[();]", "", contact)
    return f"Mozilla/5.0 (compatible; readinglist/{__version__}{f'; +{contact}' if contact else ''})"


def ways_of(settings: Settings) -> Ways:
    """Return how pages are asked."""
    by_host = {
        host: HostWays(own.method == "get", frozenset(own.accept), own.timeout) for host, own in settings.hosts.items()
    }
    return Ways(settings.check.timeout, by_host)


def days(text: str) -> float:
    """Return a span such as `12h`, `7d`, `4w` or `0` in days."""
    found = SPAN.fullmatch(text.strip().lower())
    if not found:
        raise BadConfig(f"'{text}' is no span of time; write 12h, 7d or 4w")
    return float(found[1]) * _DAYS[found[2] or "d"]
