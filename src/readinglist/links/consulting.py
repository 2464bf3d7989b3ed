"""Authorities are asked about addresses: many at once where they allow it, and no longer than they answer."""

from __future__ import annotations

import os
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from readinglist.links.authorities._authority import Authority, State, Word, all_authorities, authority_for
from readinglist.links.schedule import Schedule
from readinglist.sources._source import Keys
from readinglist.web.address import parse_address
from readinglist.web.client import Client
from readinglist.web.messages import NoAnswer, Question, Silence
from readinglist.web.pacing import Pace

_SILENT_TIMES = 3
_WORKERS = 8


class Errand(NamedTuple):
    """One question to an authority, about one or many addresses."""

    authority: Authority
    names: Mapping[str, str]
    """Address -> the name under which the authority knows it."""
    question: Question
    lane: str


def keys_from(environment: Mapping[str, str] = os.environ) -> Keys:
    """Return the keys that the environment holds for authorities."""
    named = {each.name: environment.get(each.variable, "").strip() for each in all_authorities() if each.variable}
    return Keys("", {name: key for name, key in named.items() if key and key.isprintable()})


def paces() -> dict[str, Pace]:
    """Return how the hosts of all authorities want to be asked."""
    return {host: pace for each in all_authorities() for host, pace in each.paces.items()}


class Consultation:
    """One run's questions to authorities; one that has had enough is left alone for the rest of it."""

    def __init__(self, client: Client, keys: Keys | None = None) -> None:
        self.client, self.keys = client, keys_from() if keys is None else keys
        self._shut: dict[str, str] = {}
        self._silences: Counter[str] = Counter()
        self._words: dict[str, Word] = {}
        self._lock = threading.Lock()

    def words(
        self, urls: Iterable[str], watch: Callable[[int, Sequence[str]], None] = lambda _, __: None
    ) -> dict[str, Word]:
        """Return what the authorities say of addresses; one that nobody keeps a register of is not in it.

        `watch` is told now and then how many are answered, and which hosts are waited for.
        """
        wanted = list(urls)
        errands = list(self._errands(url for url in wanted if url not in self._words))
        schedule = Schedule(errands, self.client.pacer, self._ask, self._refuse)
        schedule.run(_WORKERS, lambda: watch(len(self._words), schedule.waiting_for))
        return {url: self._words[url] for url in wanted if url in self._words}

    def _errands(self, urls: Iterable[str]) -> Iterator[Errand]:
        by_authority: dict[str, tuple[Authority, dict[str, str]]] = {}
        for url in urls:
            if found := authority_for(url):
                by_authority.setdefault(found[0].name, (found[0], {}))[1][url] = found[1]
        for authority, names in by_authority.values():
            distinct = list(dict.fromkeys(names.values()))
            for start in range(0, len(distinct), authority.together):
                some = distinct[start : start + authority.together]
                question = authority.question(some, self.keys)
                own = {url: name for url, name in names.items() if name in some}
                yield Errand(authority, own, question, parse_address(question.url).lane)

    def _ask(self, errand: Errand, lane: str) -> None:
        if errand.authority.name in self._shut:
            self.client.pacer.leave(lane)
            return self._note(errand, Word(State.SHUT, self._shut[errand.authority.name]))
        answer = self.client.ask(errand.question, lane)
        if isinstance(answer, Silence):
            return self._silent(errand, self.keys.hidden(answer.detail or answer.trouble.value))
        for url, name in errand.names.items():
            try:
                word = errand.authority.read(url, name, answer)
            except Exception as error:  # an authority is anybody's file, and an answer anything at all
                word = Word(State.SILENT, f"'{errand.authority.name}' stumbled: {type(error).__name__}: {error}")
            self._keep(url, word)
            if word.last:
                self._shut[errand.authority.name] = "it answers nothing more for now"
        return None

    def _silent(self, errand: Errand, why: str) -> None:
        name = errand.authority.name
        with self._lock:
            self._silences[name] += 1
            if self._silences[name] >= _SILENT_TIMES:
                self._shut[name] = why
        self._note(errand, Word(State.SILENT, why))

    def _refuse(self, errand: Errand, why: NoAnswer) -> None:
        self._note(errand, Word(State.SHUT, why.detail))

    def _note(self, errand: Errand, word: Word) -> None:
        for url in errand.names:
            self._keep(url, word)

    def _keep(self, url: str, word: Word) -> None:
        with self._lock:
            self._words[url] = word
