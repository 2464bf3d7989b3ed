"""Round by round: everything once, then what failed in a way that may pass."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from readinglist.ledger.file import Ledger
from readinglist.links.asking import Asked, ask_page
from readinglist.links.memory import is_look_due, remembered
from readinglist.links.plan import NoNetwork, Page, Plan, Progress, Watch
from readinglist.links.schedule import Schedule
from readinglist.links.verdict import Judgement, Verdict, judge, may_pass
from readinglist.web.address import parse_address
from readinglist.web.client import Client
from readinglist.web.credentials import without_password
from readinglist.web.messages import Answer, NoAnswer, Silence, Trouble

if TYPE_CHECKING:
    from readinglist.links.looking import Sight

_NETWORK = {Trouble.NO_SUCH_HOST, Trouble.DNS, Trouble.UNROUTABLE, Trouble.TIMEOUT}
_SILENT_TIMES = 5
_LED_ELSEWHERE = {Verdict.MOVED, Verdict.REDIRECTED}
_NOT_ASKED = {"host-down", "private-address", "internal-error"}


def pages_of(urls: Iterable[str]) -> tuple[list[Page], dict[str, Judgement]]:
    """Return the pages that addresses lead to, and a judgement for each address that leads to none."""
    links: dict[str, list[str]] = {}
    for url in urls:
        links.setdefault(url.partition("#")[0], []).append(url)
    pages: list[Page] = []
    malformed: dict[str, Judgement] = {}
    for page, own in links.items():
        try:
            address = parse_address(page)
        except NoAnswer as silence:
            outcome = Silence(page, silence.trouble, silence.detail)
            malformed.update((url, judge(url, outcome)) for url in own)
        else:
            pages.append(Page(page, address.lane, address.host, tuple(own), has_sections=own != [page]))
    return pages, malformed


class Rounds:
    """One run over what is due."""

    def __init__(
        self, client: Client, ledger: Ledger, plan: Plan, watch: Watch, found: dict[str, Judgement], total: int
    ) -> None:
        self.client, self.ledger, self.plan, self.watch = client, ledger, plan, watch
        self.found, self.total = found, total
        self.again: dict[str, tuple[Page, Asked]] = {}
        self.answered = 0
        self.troubles: Counter[Trouble] = Counter()
        self.silent: Counter[str] = Counter()
        self.talking: set[str] = set()
        self.round = 0
        self.named: dict[int, bool] = {}
        self.began = time.monotonic()
        self.verdicts = Counter(each.verdict.value for each in found.values())
        self.lock = threading.Lock()
        self.schedule: Schedule[Page] | None = None

    def run(self, due: Sequence[str]) -> None:
        """Ask everything once, then what failed in a way that may pass, round by round."""
        pages, malformed = pages_of(due)
        self._pass(pages)
        if self._network_is_gone():
            raise NoNetwork("no network: nothing answered, not even the name servers; nothing was learned")
        for url, judgement in malformed.items():
            self._settle(url, judgement)
        for pause in self.plan.retries:
            if not self.again:
                break
            self._wait(pause)
            self.round += 1
            self._pass([page for page, _ in self._taken()])
        for page, asked in self._taken():
            self._settle_page(page, self._doubted(asked))
        led = (each for each in self.found.values() if each.verdict in _LED_ELSEWHERE and not each.remembered)
        if self.plan.look_days is not None and any(led):
            self._doubt_crowds()

    def _doubt_crowds(self) -> None:
        from readinglist.links.truth.crowding import crowded

        for url in crowded(self.found):
            told = "other pages of the list lead to the same address"
            doubted = replace(self.found[url], verdict=Verdict.SOFT_404, reason="same-landing", detail=told)
            self._settle(url, doubted)

    def _pass(self, pages: Sequence[Page]) -> None:
        self.schedule = Schedule(pages, self.client.pacer, self._ask, self._refuse, self.client.done_with)
        self.silent.clear()
        new = iter(pages)

        def look_on() -> None:
            """Load what reads pages, if one is to be read, while servers think about their answers; and tell."""
            if self.plan.look_days is not None and any(self._is_look_due(page) for page in new):
                import_module("readinglist.links.looking")
            self._tell()

        self.schedule.run(self.plan.workers, look_on)
        self._tell()

    def _is_look_due(self, page: Page) -> bool:
        known = self.ledger.get(without_password(page.links[0]))
        return is_look_due(known, self.plan.today, self.plan.look_days)

    def _taken(self) -> list[tuple[Page, Asked]]:
        again, self.again = self.again, {}
        return list(again.values())

    def _ask(self, page: Page, lane: str) -> None:
        if self.silent[lane] >= _SILENT_TIMES and lane not in self.talking:
            self.client.pacer.leave(lane)
            why = f"{page.host} did not answer {_SILENT_TIMES} times in a row"
            self._postpone(page, _all(page, Verdict.UNREACHABLE, "host-down", why))
            return
        try:
            known = self.ledger.get(without_password(page.links[0]))
            look, afresh = self._is_look_due(page), self.round > 0
            asked = ask_page(self.client, self.plan.ways, page, holding=lane, afresh=afresh, known=known, look=look)
        except Exception as error:  # one link never touches another
            asked = _all(page, Verdict.UNKNOWN, "internal-error", f"{type(error).__name__}: {error}")
        self._listen(lane, asked)
        judgements = asked.judgements.values()
        second_look = self.round > 0 and all(each.reason == "no-such-host" for each in judgements)
        if any(may_pass(each) for each in judgements) and not second_look:
            self._postpone(page, asked)
        else:
            self._settle_page(page, self._doubted(asked) if second_look else asked)

    def _refuse(self, page: Page, why: NoAnswer) -> None:
        outcome = Silence(page.url, why.trouble, why.detail)
        self._settle_page(page, Asked(outcome, {url: judge(url, outcome) for url in page.links}), learned=False)

    def _listen(self, lane: str, asked: Asked) -> None:
        with self.lock:
            if isinstance(asked.outcome, Answer) or asked.outcome.trouble not in _NETWORK:
                self.answered += 1
                self.talking.add(lane)
                self.silent[lane] = 0
            else:
                self.troubles[asked.outcome.trouble] += 1
                self.silent[lane] += asked.outcome.trouble is Trouble.TIMEOUT

    def _postpone(self, page: Page, asked: Asked) -> None:
        with self.lock:
            self.again[page.url] = (page, asked)

    def _settle_page(self, page: Page, asked: Asked, *, learned: bool = True) -> None:
        for url in page.links:
            judgement = asked.judgements[url]
            self._settle(url, judgement, asked.sight, learned=learned and judgement.reason not in _NOT_ASKED)

    def _settle(self, url: str, judgement: Judgement, sight: Sight | None = None, *, learned: bool = True) -> None:
        """Take a verdict as final; what was learned by asking is remembered."""
        if learned:
            name = without_password(url)
            known = self.ledger.get(name)
            today, strict = self.plan.today, self.plan.strict
            judgement, record = remembered(name, judgement, known, today, strict=strict, sight=sight)
            self.ledger.note(record)
        with self.lock:
            self.found[url] = judgement
            self.verdicts[judgement.verdict.value] += 1

    def _doubted(self, asked: Asked) -> Asked:
        """Believe that a host does not exist only while names that surely exist are found."""
        if not any(each.reason == "no-such-host" for each in asked.judgements.values()):
            return asked
        certain = isinstance(asked.outcome, Silence) and ".invalid/" in f"{asked.outcome.url.partition('//')[2]}/"
        if certain or self._names_are_found():
            return asked
        judgements = {
            url: replace(each, verdict=Verdict.UNREACHABLE, reason="dns-failure", detail="the name servers are silent")
            for url, each in asked.judgements.items()
        }
        return replace(asked, judgements=judgements)

    def _names_are_found(self) -> bool:
        """Return whether names are found at all; looked at once a round."""
        if self.round not in self.named:
            self.named[self.round] = self.client.names.can_be_asked()
        return self.named[self.round]

    def _network_is_gone(self) -> bool:
        if self.answered or not self.troubles or self.client.reached_anybody:
            return False
        return not self._names_are_found() or set(self.troubles) == {Trouble.UNROUTABLE}

    def _wait(self, seconds: float) -> None:
        end = self.client.pacer.clock() + seconds
        while (left := end - self.client.pacer.clock()) > 0:
            self.client.pacer.sleep(min(left, 0.5))
            self._tell()

    def _tell(self) -> None:
        waiting = self.schedule.waiting_for if self.schedule else []
        with self.lock:
            done, verdicts = len(self.found), dict(self.verdicts)
        seconds = time.monotonic() - self.began
        self.watch(Progress(done, self.total, verdicts, waiting, seconds, self.round + 1))


def _all(page: Page, verdict: Verdict, reason: str, detail: str) -> Asked:
    judgement = Judgement(verdict, reason, detail)
    return Asked(Silence(page.url, Trouble.INTERNAL, detail), dict.fromkeys(page.links, judgement))
