"""Judgements as findings at every place, and as objects, one for each address."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from readinglist.errors import UnknownName
from readinglist.links.verdict import Judgement, Verdict
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.web.credentials import without_password

if TYPE_CHECKING:
    from readinglist.links.reasons import Reason
    from readinglist.model.catalog import Catalog

_QUIET = {"answered", "registered", "redirected", "skipped-scheme"}
_ONE_FINDING_FROM = 5

Judgements = Mapping[str, Judgement]
Places = Mapping[str, Sequence[Place]]


def checked_names(fail_on: Iterable[str]) -> frozenset[str]:
    """Return the verdicts and reasons to fail on; raise `UnknownName` for one that nothing is called."""
    usual = {each.value for each in Verdict} | {"any", "never"}
    names = frozenset(name.strip() for name in fail_on if name.strip())
    for name in sorted(names - usual):
        if name not in _reasons():
            raise UnknownName("verdict or reason", name, usual | {*_reasons()})
    return names


def _reasons() -> Mapping[str, Reason]:
    from readinglist.links.reasons import all_reasons  # not before there is something to tell

    return all_reasons()


def fails(judgement: Judgement, fail_on: Collection[str]) -> bool:
    """Return whether a judgement is one to fail on."""
    if judgement.verdict.value in fail_on or judgement.reason in fail_on:
        return True
    return "any" in fail_on and judgement.reason not in _QUIET


def findings_of(judgements: Judgements, places: Places, catalog: Catalog, fail_on: Collection[str]) -> list[Finding]:
    """Return a finding for every place of every address that something is to be said about; an error, to fail on.

    A host that fails for five or more addresses in the same way is one finding, at the first of them.
    """
    found: list[Finding] = []
    for (host, _), urls in _grouped(judgements).items():
        if host:
            found.append(_of_a_host(host, urls, judgements, places, fail_on))
            continue
        for url in urls:
            found += (_finding(url, judgements[url], place, fail_on) for place in places[url])
    return [each for each in found if not _is_ignored(each, catalog)]


def _grouped(judgements: Judgements) -> dict[tuple[str, str], list[str]]:
    """Return the addresses to speak of: those of a host that fails as a whole together, the others under no host."""
    groups: dict[tuple[str, str], list[str]] = {}
    for url, each in judgements.items():
        if each.reason not in _QUIET:
            host = urlsplit(url).netloc.rpartition("@")[2] if each.verdict is Verdict.UNREACHABLE else ""
            groups.setdefault((host, each.reason), []).append(url)
    together: dict[tuple[str, str], list[str]] = {("", ""): []}
    for (host, reason), urls in groups.items():
        if host and len(urls) >= _ONE_FINDING_FROM:
            together[host, reason] = urls
        else:
            together["", ""] += urls
    return together


def _of_a_host(
    host: str, urls: Sequence[str], judgements: Judgements, places: Places, fail_on: Collection[str]
) -> Finding:
    first = judgements[urls[0]]
    detail = without_password(first.detail)
    severity = Severity.ERROR if fails(first, fail_on) else Severity.WARNING
    message = f"{host} fails for {len(urls)} links" + (f": {detail}" if detail else "")
    return Finding(places[urls[0]][0], message, rule=first.reason, severity=severity)


def _finding(url: str, judgement: Judgement, place: Place, fail_on: Collection[str]) -> Finding:
    severity = Severity.ERROR if fails(judgement, fail_on) else _mild(judgement)
    return Finding(place, f"{without_password(url)} {_told(judgement)}", rule=judgement.reason, severity=severity)


def _mild(judgement: Judgement) -> Severity:
    known = _reasons().get(judgement.reason)
    severity = known.severity if known else Severity.WARNING
    return Severity.WARNING if severity is Severity.ERROR else severity


_WORDS = {
    Verdict.GONE: "is gone",
    Verdict.BLOCKED: "cannot be seen",
    Verdict.UNREACHABLE: "cannot be reached",
    Verdict.UNKNOWN: "is doubtful",
    Verdict.MOVED: "works, but has moved",
    Verdict.SOFT_404: "answers, but not with the page",
    Verdict.PARKED: "is a domain without its site",
    Verdict.DRIFTED: "is another page now",
    Verdict.ARCHIVED_UPSTREAM: "is there, and no longer kept up",
}


def _told(judgement: Judgement) -> str:
    if judgement.verdict is Verdict.MOVED and judgement.new_url and judgement.reason in {"moved", "renamed"}:
        return f"moved to {without_password(judgement.new_url)}"
    words = _WORDS.get(judgement.verdict, "works")
    since = ""
    if judgement.since and not judgement.verdict.alive:
        ago = "since" if judgement.reason in {"not-found", "not-registered", "no-such-host"} else "last seen"
        since = f", {ago} {judgement.since}"
    return f"{words}: {without_password(judgement.detail) or _promise(judgement.reason)}{since}"


def _promise(reason: str) -> str:
    known = _reasons().get(reason)
    return known.promise.rstrip(".") if known else reason


def _is_ignored(found: Finding, catalog: Catalog) -> bool:
    entry = catalog.entry_at(found.place)
    return bool(entry and entry.check and found.rule in entry.check.ignore)


def as_objects(judgements: Judgements, places: Places, catalog: Catalog) -> Iterator[dict[str, object]]:
    """Yield one object for each address; the order of its keys never changes."""
    for url, judgement in judgements.items():
        yield {
            "url": without_password(url),
            "verdict": judgement.verdict.value,
            "reason": judgement.reason,
            "detail": without_password(judgement.detail),
            "status": judgement.status,
            "final_url": judgement.final_url,
            "new_url": judgement.new_url,
            "chain": [{"url": hop.url, "status": hop.status} for hop in judgement.chain],
            "since": judgement.since,
            "remembered": judgement.remembered,
            "places": [_place(place, catalog) for place in places[url]],
        }


def _place(place: Place, catalog: Catalog) -> dict[str, object]:
    at = catalog.position(place)
    entry = catalog.entry_at(place)
    return {
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "id": entry.id if entry else None,
        "field": place.field or None,
    }


def summary(judgements: Judgements) -> str:
    """Return one line that counts: `120 links: 113 ok, 4 moved, 3 gone`."""
    counts = dict.fromkeys(Verdict, 0)
    for judgement in judgements.values():
        counts[judgement.verdict] += 1
    told = ", ".join(f"{number} {verdict.value}" for verdict, number in counts.items() if number)
    return f"{len(judgements)} link{'s' * (len(judgements) != 1)}" + (f": {told}" if told else "")
