"""Proposals as objects, as lines, and as the patch of a plain list."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from readinglist.links.repair.proposal import Proposal
from readinglist.web.credentials import without_password


def as_object(found: Proposal) -> dict[str, object]:
    """Return a proposal as data; the order of its keys never changes."""
    return {
        "url": without_password(found.url),
        "proposal": found.new and without_password(found.new),
        "kind": found.kind,
        "confidence": found.confidence,
        "evidence": [without_password(each) for each in found.evidence],
        "certain": found.certain,
    }


def lines(found: Proposal, where: str = "") -> Iterator[str]:
    """Yield a proposal for people, with what speaks for it; nothing where there is none."""
    if found.new:
        sure = "proven" if found.certain else f"{found.confidence:.0%} sure"
        at = f"{where}: " if where else ""
        yield f"# {at}{without_password(found.url)} -> {without_password(found.new)} ({found.kind}, {sure})"
        yield from (f"#   {without_password(each)}" for each in found.evidence)


def diff(file: str, text: str, proposals: Mapping[str, Proposal]) -> Iterator[str]:
    """Yield the patch that gives a list of addresses, one a line, what is proposed for them."""
    before = text.splitlines()
    after = [_replaced(line, proposals) for line in before]
    yield from difflib.unified_diff(before, after, f"a/{file}", f"b/{file}", lineterm="")


def _replaced(line: str, proposals: Mapping[str, Proposal]) -> str:
    url = line.strip()
    found = proposals.get(url)
    return line.replace(url, found.new, 1) if found and found.new else line


def summary(proposals: Iterable[Proposal]) -> str:
    """Return one line that counts: `120 addresses: 14 could be repaired, 9 of them proven`."""
    found = list(proposals)
    better = [each for each in found if each.new]
    proven = sum(each.certain for each in better)
    return f"{len(found)} address{'es' * (len(found) != 1)}: {len(better)} could be repaired, {proven} of them proven"
