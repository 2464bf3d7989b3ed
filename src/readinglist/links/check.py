"""Check links: what is remembered is believed for a while, the rest is asked."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from readinglist.ledger.file import Ledger
from readinglist.links.memory import is_due, recalled
from readinglist.links.plan import Plan, Watch
from readinglist.links.verdict import Judgement, Verdict
from readinglist.web.credentials import without_password

if TYPE_CHECKING:
    from readinglist.web.client import Client

_HOST = re.compile(r"(?:\w+://)?(?:[^/?#]*@)?([^/?#]*)")
_SCHEME = re.compile(r"([a-z][a-z0-9+-]*):(?!\d+(?:/|$))", re.IGNORECASE | re.ASCII)
_ASKED_OR_ACCUSED = {"http", "https", "javascript", "data", "file", "vbscript"}


def check_links(
    urls: Iterable[str],
    connect: Callable[[], Client],
    ledger: Ledger,
    plan: Plan,
    watch: Watch = lambda _: None,
    dois: Mapping[str, str] | None = None,
) -> dict[str, Judgement]:
    """Return a judgement for each address, in their order; raise `NoNetwork` where nobody answers at all.

    `connect` gives the client; where nothing is due, nobody needs one, and no HTTP library is loaded. What is
    learned goes into the ledger as soon as it is certain, so an interruption loses nothing. `dois` names, for
    addresses, that of the DOI of the same work: who is registered does not suffer from a publisher's wall.
    """
    urls = list(urls)
    found: dict[str, Judgement] = {}
    due: list[str] = []
    for url in urls:
        known = ledger.get(without_password(url))
        if early := _without_asking(url):
            found[url] = early
        elif known and (plan.offline or not (plan.strict or is_due(known, plan.today, plan.max_age_days))):
            found[url] = recalled(known)
        elif plan.offline:
            found[url] = Judgement(Verdict.UNKNOWN, "never-asked", "the ledger does not know it")
        else:
            due.append(url)
    if due:
        from readinglist.links.consulting import Consultation
        from readinglist.links.registers import Registers
        from readinglist.links.rounds import Rounds

        client = connect()
        try:
            registers = Registers(Consultation(client), ledger, plan)
            due = _in_order(due, ledger)
            found.update(registers.settle(due, watch))
            Rounds(client, ledger, plan, watch, found, len(urls)).run([url for url in due if url not in found])
            found.update(registers.vouch(found, dois or {}))
        finally:
            client.close()
    return {url: found[url] for url in urls}


def _in_order(urls: Sequence[str], ledger: Ledger) -> list[str]:
    """Return addresses as they are to be asked: the oldest first, and of a day those of the host that takes longest."""
    hosts = {url: _host(url) for url in urls}
    links = Counter(hosts.values())

    def turn(url: str) -> tuple[str, int]:
        known = ledger.get(without_password(url))
        return known.checked if known else "", -links[hosts[url]]

    return sorted(urls, key=turn)


def _without_asking(url: str) -> Judgement | None:
    scheme = _SCHEME.match(url)
    if scheme and (name := scheme[1].lower()) not in _ASKED_OR_ACCUSED:
        return Judgement(Verdict.OK, "skipped-scheme", f"'{name}:' is not asked")
    return None


def wanted_of(urls: Iterable[str], number: int, of: int, skip: Iterable[str] = ()) -> list[str]:
    """Return the addresses of a shard that no pattern leaves out."""
    patterns = tuple(skip)
    own = [url for url in urls if in_shard(url, number, of)] if of > 1 else list(urls)
    return [url for url in own if not any(fnmatchcase(url, pattern) for pattern in patterns)] if patterns else own


def in_shard(url: str, number: int, of: int) -> bool:
    """Return whether an address belongs to a shard; all addresses of a host do together."""
    return zlib.crc32(_host(url).encode("utf-8", "replace")) % of == number - 1


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].lower() if found else ""
