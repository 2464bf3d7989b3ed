"""The ladder: the rungs in their order, and what they mean together with what the neighbours of a page say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from readinglist.links.truth.hint import Hint
from readinglist.links.truth.landing import is_deep, landing
from readinglist.links.truth.parking import parking
from readinglist.links.truth.parts import parts_of
from readinglist.links.truth.phrases import missing
from readinglist.links.truth.seen import Seen
from readinglist.links.verdict import Verdict

_HARDLY_ANY = 25  # words
_ALIKE = 0.9


def wall(seen: Seen) -> Hint | None:
    """Return that a challenge, a login or a question for consent stands in the place of the page."""
    return Hint(Verdict.BLOCKED, "bot-wall", seen.wall, certain=True) if seen.wall else None


def own_name(seen: Seen) -> Hint | None:
    """Return that a page calls the home page its own address; alone that proves nothing."""
    if not seen.canonical:
        return None
    asked = parts_of(seen.asked)
    own = [parts for each in seen.canonical if (parts := parts_of(each)).hostname]
    if not own or not is_deep(asked.path, asked.query):
        return None
    if any(is_deep(parts.path, parts.query) for parts in own):
        return None
    return Hint(Verdict.SOFT_404, "answers-everything", "it calls the home page its own address")


def shell(seen: Seen) -> Hint | None:
    """Return that hardly anything is there without the page's programs; alone that proves nothing."""
    if len(seen.words) >= _HARDLY_ANY or not seen.scripts:
        return None
    asked = parts_of(seen.asked)
    if not is_deep(asked.path, asked.query):
        return None
    return Hint(Verdict.UNKNOWN, "script-built", "what it shows is made by its programs, whatever the address")


RUNGS: Sequence[Callable[[Seen], Hint | None]] = (wall, parking, landing, missing, own_name, shell)


def look(seen: Seen) -> Hint | None:
    """Return the first doubt about a page, a certain one before a likely one; None where all looks well."""
    hints = [hint for rung in RUNGS if (hint := rung(seen))]
    return next((hint for hint in hints if hint.certain), hints[0] if hints else None)


def decide(hint: Hint, page: Seen, sibling: Seen | None) -> Hint | None:
    """Return what a likely doubt comes to, given what answered for an address beside the page that nobody made.

    `None` for the sibling says that its server knows what it has: the address was not there, as it should be.
    """
    if hint.certain:
        return hint
    if sibling is None or not alike(page, sibling):
        return None
    return Hint(
        hint.verdict, hint.reason, f"{hint.detail}, and an address that nobody made answers alike", certain=True
    )


def alike(one: Seen, other: Seen) -> bool:
    """Return whether two addresses show the same page."""
    if one.left and other.left and one.final == other.final:
        return True
    first, second = set(one.words), set(other.words)
    if not first or not second:
        return not first and not second and one.names == other.names
    return len(first & second) / len(first | second) >= _ALIKE
