"""What was found out, for people and for programs: each value with who says so, where, and how sure that is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from readinglist.ledger.origin import Origin
from readinglist.metadata.agreement import people_text
from readinglist.metadata.claim import Claim
from readinglist.metadata.desk import Heard
from readinglist.metadata.gathering import Gathered
from readinglist.metadata.matching import Match
from readinglist.metadata.merging import Record
from readinglist.metadata.outcome import Failure, Known
from readinglist.metadata.proposing import Proposal
from readinglist.model.entry import NAME_FIELDS
from readinglist.model.visible import visible
from readinglist.web.pacing import span_text

if TYPE_CHECKING:
    from readinglist.metadata.upgrading import Upgrade

_WIDEST = 100
_WORDS = {
    "NotFound": "does not know it",
    "Blocked": "lets no program in",
    "RateLimited": "has been asked too often",
    "AuthRequired": "wants a key",
    "Unavailable": "did not answer",
    "Unreadable": "sent what nobody can read",
    "Mismatch": "answered about another work",
}


def record_lines(record: Record) -> Iterator[str]:
    """Yield a line for each field of a record, and one for each source that says otherwise."""
    width = max((len(name) for name in record.stated), default=0)
    for name, stated in record.stated.items():
        yield visible(f"{name:>{width}}: {short(name, stated.value)}  [{_whence(stated.claim)}]")
        for claim in stated.conflicting:
            yield visible(f"{'':>{width}}  but {short(name, claim.value)}  [{_whence(claim)}]")


def trouble_lines(gathered: Gathered) -> Iterator[str]:
    """Yield a line for each source that said nothing of use, and for each answer that is old."""
    for heard in gathered.heard:
        if not isinstance(heard.outcome, Known):
            yield visible(f"{heard.source.name} {why(heard.outcome)} ({heard.subject.value})")
        if heard.note:
            yield visible(f"{heard.source.name}: {heard.note}")


def why(failure: Failure) -> str:
    """Return in words why a source said nothing of use."""
    told = _WORDS[type(failure).__name__]
    seconds = getattr(failure, "seconds", None)
    if seconds:
        told += f", and may be asked again in {span_text(seconds)}"
    return f"{told}: {failure.detail}" if failure.detail else told


def proposal_lines(proposals: Iterable[Proposal]) -> Iterator[str]:
    """Yield a line for each proposal, with its reason; and for each source that says otherwise."""
    for each in proposals:
        name, stated = each.field, each.stated
        yield visible(f"  {_MARKS[each.what]} {_change(each)}  [{_whence(stated.claim)}, {day_of(stated.heard)}]")
        for claim in stated.conflicting:
            yield visible(f"    but {short(name, claim.value)}  [{_whence(claim)}]")


_MARKS = {"fill": "+", "perhaps": "?", "better": "~", "differs": "!"}


def _change(proposal: Proposal) -> str:
    name, new = proposal.field, short(proposal.field, proposal.new)
    match proposal.what:
        case "fill":
            return f"{name}: {new}"
        case "perhaps":
            return f"{name}: perhaps {new}; --update {name} takes it"
        case "better":
            return f"{name}: {short(name, proposal.old)} -> {new}; --update {name} takes it"
    return f"{name}: here {short(name, proposal.old)}, there {new}; --update {name} takes that"


def upgrade_lines(upgrade: Upgrade) -> Iterator[str]:
    """Yield what became of a preprint: the version that is proposed, with its reasons; or those that may be it."""
    for match in upgrade.decision.proposed[:1]:
        yield visible(f"{upgrade.entry.id}: published as {_version(match)}")
        yield from proposal_lines(upgrade.proposals)
        yield from (visible(f"  - {name}") for name in upgrade.removed)
    for match in (*upgrade.decision.proposed[1:], *upgrade.decision.possible):
        yield visible(f"{upgrade.entry.id}: perhaps also {_version(match)}")


def upgrade_object(upgrade: Upgrade) -> dict[str, Any]:
    """Return what became of a preprint, for programs."""
    decision = upgrade.decision
    by_verdict = {"proposed": decision.proposed, "possible": decision.possible, "refused": decision.refused}
    return {
        "id": upgrade.entry.id,
        **{verdict: [_match(each) for each in matches] for verdict, matches in by_verdict.items()},
        "proposals": [_proposal(each) for each in upgrade.proposals],
        "removed": list(upgrade.removed),
    }


def _match(match: Match) -> dict[str, Any]:
    version = match.version
    return {
        "title": version.title,
        "venue": version.venue,
        "year": version.year,
        "names": list(version.names),
        "known-to": list(version.sources),
        "score": match.score,
        "reasons": list(match.reasons),
        "refused": match.refused or None,
    }


def _version(match: Match) -> str:
    version = match.version
    where = ", ".join(filter(None, (version.venue, str(version.year or ""))))
    return f"'{version.title}'{f', {where}' if where else ''} [{', '.join(version.names)}]: {match}"


def explained(fields: Mapping[str, Any], record: Record, gathered: Gathered, origin: Origin) -> Iterator[str]:
    """Yield where every field of an entry comes from, and all that is said about it."""
    for name in [*(name for name in fields if name != "id"), *(name for name in record.stated if name not in fields)]:
        value, stated = fields.get(name), record.stated.get(name)
        yield visible(f"{name}: {short(name, value) if value is not None else 'not in the entry'}")
        if value is not None:
            fetched = origin.of(name, value)
            yield visible(
                f"  in the catalog: {f'fetched from {fetched[0]} on {fetched[1]}' if fetched else 'written by hand'}"
            )
        for claim, heard in [(stated.claim, stated.heard), *stated.others] if stated else []:
            believed = " (believed)" if stated and claim is stated.claim else ""
            yield visible(f"  {short(name, claim.value)}{believed}  [{_whence(claim)}, {day_of(heard)}, {heard.url}]")
    yield from (f"note: {line}" for line in trouble_lines(gathered))


def as_object(entry: str, proposals: Iterable[Proposal], gathered: Gathered) -> dict[str, Any]:
    """Return what was found out about an entry, for programs."""
    return {
        "id": entry,
        "asked": [
            {"source": each.source.name, "about": each.subject.value, "outcome": _outcome(each)}
            for each in gathered.heard
        ],
        "proposals": [_proposal(each) for each in proposals],
    }


def _proposal(each: Proposal) -> dict[str, Any]:
    return {
        "field": each.field,
        "what": each.what,
        "old": each.old,
        "new": each.new,
        **_claim(each.stated.claim, each.stated.heard),
        "conflicts": [
            {"value": claim.value, "source": claim.source, "locator": claim.locator}
            for claim in each.stated.conflicting
        ],
    }


def _claim(claim: Claim, heard: Heard) -> dict[str, Any]:
    return {
        "source": claim.source,
        "locator": claim.locator,
        "confidence": claim.confidence,
        "url": heard.url,
        "retrieved": day_of(heard),
    }


def _outcome(heard: Heard) -> str:
    return "known" if isinstance(heard.outcome, Known) else why(heard.outcome)


def short(name: str, value: Any) -> str:
    """Return a value on one line that is not too long to read."""
    if name in NAME_FIELDS:
        text = people_text(value)
    elif isinstance(value, list | tuple):
        text = ", ".join(map(str, value))
    else:
        text = str(value)
    return text if len(text) <= _WIDEST or name == "author" else f"{text[:_WIDEST]}…"


def day_of(heard: Heard) -> str:
    """Return the day on which an answer was given."""
    return datetime.datetime.fromtimestamp(heard.at, datetime.UTC).date().isoformat()


def _whence(claim: Claim) -> str:
    return f"{claim.source} {claim.locator}, {claim.confidence:.2f}"
