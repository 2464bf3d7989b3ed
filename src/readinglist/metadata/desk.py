"""Where sources are asked: from the cache, or politely over the web; whatever happens, an outcome comes back."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from readinglist.metadata.cache import Cache, Kept, plain_url
from readinglist.metadata.outcome import (
    Blocked,
    Known,
    Mismatch,
    NotFound,
    Outcome,
    RateLimited,
    Unavailable,
    Unreadable,
)
from readinglist.metadata.subject import Subject
from readinglist.metadata.turns import Turns
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question, Silence, Trouble

_DAY = 86400.0
_TRIES = 3
_SOON = 60.0  # seconds that one waits for a service that asks for a rest; who wants a longer one is left alone
_FIRST_PAUSE = 1.0
_MAY_PASS = {Trouble.DNS, Trouble.TIMEOUT, Trouble.RESET, Trouble.REFUSED, Trouble.NOT_HTTP}

Ask = Callable[[Question], "Answer | Silence"]


@dataclass(frozen=True, slots=True)
class Heard:
    """What one source says about one subject, and since when it is known."""

    source: Source
    subject: Subject
    outcome: Outcome
    url: str = ""
    at: float = 0.0
    note: str = ""
    """What a reader should know about this answer: that it is old, and why nobody was asked."""


@dataclass
class Desk:
    """Asks sources for one run."""

    ask: Ask
    cache: Cache
    turns: Turns
    keys: Keys = field(default_factory=Keys)
    offline: bool = False
    chance: Callable[[], float] = random.random
    asked: int = 0
    """How many questions went out."""

    def consult(self, source: Source, subject: Subject) -> Heard | None:
        """Return what a source says about a subject; None where it cannot know it."""
        question = source.question(subject, self.keys)
        if question is None:
            return None
        kept = self.cache.get(question)
        if kept and (self.offline or self._is_fresh(source, subject, kept)):
            return self._from_cache(source, subject, kept)
        if self.offline:
            return Heard(
                source, subject, Unavailable("not in the cache, and --offline asks nobody"), plain_url(question.url)
            )
        answer, outcome = self._ask(source, subject, _again(question, kept))
        if answer and answer.status == 304 and kept:
            answer = replace(kept.answer, headers={**kept.answer.headers, **answer.headers})
            outcome = read(source, subject, answer)
        now = self.turns.now()
        if answer and lifetime(source, outcome):
            self.cache.put(question, answer, now)
        elif kept and isinstance(outcome, RateLimited | Unavailable):
            old = self._from_cache(source, subject, kept)
            return replace(old, note=f"{old.note}; asked again in vain: {outcome.detail or 'no answer'}")
        return Heard(source, subject, self._without_keys(outcome), plain_url(question.url), now)

    def consult_many(self, source: Source, subjects: Sequence[Subject]) -> None:
        """Ask about many subjects at once, as far as a source can; `consult` then finds what it said."""
        if not (batch := source.batch) or self.offline:
            return
        due = [each for each in dict.fromkeys(subjects) if self._is_due(source, each)]
        for start in range(0, len(due), source.batch_size):
            some = due[start : start + source.batch_size]
            if len(some) > 1:
                self._ask_batch(source, some, batch(some, self.keys))

    def _ask_batch(self, source: Source, subjects: Sequence[Subject], common: Question) -> None:
        answer, _ = self._ask(source, subjects[0], common)
        for subject in subjects if answer else ():
            question = source.question(subject, self.keys)
            if answer and question and isinstance(read(source, subject, answer), Known | NotFound):
                self.cache.put(question, answer, self.turns.now())

    def _is_due(self, source: Source, subject: Subject) -> bool:
        question = source.question(subject, self.keys)
        kept = self.cache.get(question) if question else None
        return question is not None and not (kept and self._is_fresh(source, subject, kept))

    def _is_fresh(self, source: Source, subject: Subject, kept: Kept) -> bool:
        days = lifetime(source, read(source, subject, kept.answer))
        return 0 <= self.turns.now() - kept.at < days * _DAY

    def _from_cache(self, source: Source, subject: Subject, kept: Kept) -> Heard:
        age = (self.turns.now() - kept.at) / _DAY
        outcome = read(source, subject, kept.answer)
        note = f"from the cache, {age:.0f} days old" if age >= max(lifetime(source, outcome), 1) else ""
        return Heard(source, subject, outcome, kept.answer.url, kept.at, note)

    def _ask(self, source: Source, subject: Subject, question: Question) -> tuple[Answer | None, Outcome]:
        """Ask until there is an answer that is none of a service in trouble; a few times, and never too soon."""
        host = urlsplit(question.url).hostname or ""
        pace = source.paces.get(host)
        outcome: Outcome = Unavailable("never asked")
        for attempt in range(_TRIES):
            if closed := self.turns.wait(host, pace.interval if pace else 0.0, _SOON):
                return None, RateLimited(f"{host} wants to be left alone", closed)
            self.asked += 1
            answer = self.ask(question)
            if isinstance(answer, Silence):
                outcome, again = _of_silence(answer), answer.trouble in _MAY_PASS
            else:
                outcome = Known(()) if answer.status == 304 else read(source, subject, answer)
                if not isinstance(outcome, RateLimited | Unavailable):
                    return answer, outcome
                again = True
            if isinstance(outcome, RateLimited):
                self.turns.close(host, outcome.seconds if outcome.seconds is not None else _pause(attempt, 1.0) * 5)
            if not again or attempt == _TRIES - 1:
                break
            if not isinstance(outcome, RateLimited):
                self.turns.sleep(_pause(attempt, self.chance()))
        return None, outcome

    def _without_keys(self, outcome: Outcome) -> Outcome:
        """Return an outcome whose words hold no key, should a service have sent one back."""
        return outcome if isinstance(outcome, Known) else replace(outcome, detail=self.keys.hidden(outcome.detail))


def read(source: Source, subject: Subject, answer: Answer) -> Outcome:
    """Return what a source makes of an answer; one that stumbles over it has not understood it."""
    try:
        return source.read(subject, answer)
    except Exception as error:  # a source is anybody's file, and an answer anything at all
        return Unreadable(f"the source '{source.name}' stumbled: {type(error).__name__}: {error}")


def lifetime(source: Source, outcome: Outcome) -> float:
    """Return for how many days an answer is believed: as long as the source says, a refusal for a day."""
    match outcome:
        case Known():
            return source.days
        case NotFound() | Mismatch() | Blocked() | Unreadable():
            return min(1.0, source.days)
        case _:
            return 0.0


def _again(question: Question, kept: Kept | None) -> Question:
    """Return a question that is answered with 304 where nothing changed."""
    headers: Mapping[str, str] = kept.answer.headers if kept else {}
    since = {"If-None-Match": headers.get("etag"), "If-Modified-Since": headers.get("last-modified")}
    return replace(question, headers={**question.headers, **{name: value for name, value in since.items() if value}})


def _of_silence(silence: Silence) -> Outcome:
    told = silence.detail or silence.trouble.value
    if silence.trouble is Trouble.HOST_ASKS_TO_WAIT:
        return RateLimited(told)
    if silence.trouble in {Trouble.BAD_ADDRESS, Trouble.BAD_SCHEME, Trouble.PRIVATE}:
        return Blocked(told)
    if silence.trouble is Trouble.NO_SUCH_HOST:
        return Unavailable(f"no such host: {told}")
    return Unavailable(told)


def _pause(attempt: int, share: float) -> float:
    """Return how long to wait after an attempt: any time up to a limit that doubles."""
    return _FIRST_PAUSE * float(2**attempt) * share
