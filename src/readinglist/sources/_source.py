"""The shape of a source: pure functions around one exchange, so that a recorded answer is its whole test."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from readinglist.metadata.outcome import Outcome
    from readinglist.metadata.subject import Kind, Subject
    from readinglist.web.messages import Answer, Question
    from readinglist.web.pacing import Pace


@dataclass(frozen=True, slots=True)
class Keys:
    """What a person configured for asking politely: a contact address, and keys by source."""

    contact: str = ""
    by_source: Mapping[str, str] = field(default_factory=dict)
    """By the name of the source; one that has none configured is not in it."""

    def hidden(self, text: str) -> str:
        """Return a text without any of the keys in it."""
        for key in sorted(self.by_source.values(), key=len, reverse=True):
            text = text.replace(key, "***")
        return text


@dataclass(frozen=True, slots=True)
class Source:
    """One service: for which kinds of subject it is asked, what is asked, and how the answer reads.

    `question` returns None for a subject that the service cannot know. `read` is never given anything but an answer
    with its status, headers and body, and never raises.
    """

    name: str
    kinds: Sequence[Kind]
    question: Callable[[Subject, Keys], Question | None]
    read: Callable[[Subject, Answer], Outcome]
    rank: int
    """Which of two sources is asked and believed first; the lower. The next is asked while something is missing."""
    paces: Mapping[str, Pace] = field(default_factory=dict)
    """How its hosts want to be asked, by host."""
    days: float = 30
    """How long an answer stays true enough not to ask again."""
    agency: str = ""
    """The registration agency, as doi.org names it, whose DOIs it knows: `Crossref`. Empty: it is asked for any."""
    variable: str = ""
    """The variable of the environment that holds a key for it, if it takes one: `GITHUB_TOKEN`."""
    batch: Callable[[Sequence[Subject], Keys], Question] | None = None
    """One question about many subjects; `read` then finds its own subject in the common answer."""
    batch_size: int = 1
