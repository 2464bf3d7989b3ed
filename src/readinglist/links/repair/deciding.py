"""From what was seen to a proposal: a redirect, another spelling that answers, or a name in a register. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.links.authorities._authority import State, Word, authority_for
from readinglist.links.repair.canonical import canonical, moved_host
from readinglist.links.repair.proposal import Proposal, is_respelled, kind_of, repository_of, respelled
from readinglist.links.repair.seeing import View, likeness
from readinglist.links.repair.witnesses import Known, doubts, lasting, refusals, same_work
from readinglist.links.verdict import Judgement

_ALIKE = 0.9
_RELATED = 0.5
_NEVER_ASKED = {"doi", "arxiv"}  # the register knows, and their pages ask to be left alone


def decide(url: str, view: View, others: Sequence[View], known: Known) -> Proposal:
    """Return what an address should become: `view` is of it without its trackers, `others` of other spellings of it."""
    stripped = canonical(url)
    found = _renamed(url, view, known) or _redirected(url, view, known) or _otherwise(url, view, others)
    if found:
        return found
    if stripped and view.believed:
        return Proposal(
            url, stripped.url, "tracking", 0.95, (stripped.why, "without it the page answers"), certain=True
        )
    return Proposal(url, evidence=(told(view.judgement),))


def is_registered(url: str) -> bool:
    """Return whether an address is of a DOI or of a paper on arXiv: its register is asked, and not its page."""
    found = authority_for(url)
    return bool(found and found[0].name in _NEVER_ASKED)


def rightly_spelled(url: str, word: Word | None) -> Proposal:
    """Propose the right form of an address of a DOI or a paper; it is proven where the register has that."""
    right = canonical(url)
    said = (word.detail,) if word and word.detail else ()
    if right is None:
        return Proposal(url, evidence=said)
    there = word is not None and word.state in {State.THERE, State.WITHDRAWN}
    return Proposal(url, right.url, right.kind, 0.99 if there else 0.8, (right.why, *said), certain=there)


def _renamed(url: str, view: View, known: Known) -> Proposal | None:
    """Propose the name that a repository has by now."""
    word = known.word
    if word is None or word.new_url is None:
        return None
    led = view.judgement.new_url if view.believed else None
    agreed = led is not None and repository_of(led) == repository_of(word.new_url)
    new = respelled(view.url, led) if led and agreed else word.new_url
    seen = f"a permanent redirect leads to {led}" if led else told(view.judgement)
    doubtful = list(doubts(view, new, known)) if led else []
    certain = agreed and is_respelled(new, word.new_url) and not doubtful
    return Proposal(url, new, kind_of(url, new), 0.98 if certain else 0.9, (word.detail, seen, *doubtful), certain)


def _redirected(url: str, view: View, known: Known) -> Proposal | None:
    """Propose where permanent redirects lead, if it is the same work by all that can be seen."""
    if not view.judgement.new_url or not view.believed:
        return None
    new = respelled(view.url, view.judgement.new_url)
    if new == url:
        return None
    if against := next(refusals(view, new, known), None):
        return Proposal(url, evidence=(f"a permanent redirect leads to {new}", against))
    stays, same, doubtful = (list(each(view, view.judgement.new_url, known)) for each in (lasting, same_work, doubts))
    certain = bool(stays and same) and not doubtful
    confidence = 0.98 if certain else round(0.5 + 0.1 * bool(stays) + 0.3 * bool(same) - 0.2 * bool(doubtful), 2)
    return Proposal(
        url, new, kind_of(url, new), confidence, ("a permanent redirect leads there", *stays, *same, *doubtful), certain
    )


def _otherwise(url: str, view: View, others: Sequence[View]) -> Proposal | None:
    """Propose another spelling of the address that answers: by https as the same page, or at all."""
    for other in others:
        if not other.believed:
            continue
        new = _final(other)
        if view.believed:
            alike = likeness(view.page, other.page)
            same_kind = alike is None and view.kind == other.kind
            if not same_kind and (alike or 0) < _RELATED:
                continue
            share = f"{alike:.0%} of its words are the same" if alike is not None else f"it is {other.kind} too"
            certain = alike is not None and alike >= _ALIKE and is_respelled(url, new)
            return Proposal(url, new, kind_of(url, new), 0.97 if certain else 0.8, ("it answers", share), certain)
        moved = moved_host(url)
        why = moved.why if moved and moved.url == other.url else "it answers"
        return Proposal(url, new, kind_of(url, new), 0.7, (told(view.judgement), why))
    return None


def _final(other: View) -> str:
    return respelled(other.url, other.judgement.new_url) if other.judgement.new_url else other.url


def told(judgement: Judgement) -> str:
    """Return how an address answers, in short."""
    return f"{judgement.verdict.value}: {judgement.detail or judgement.reason}"
