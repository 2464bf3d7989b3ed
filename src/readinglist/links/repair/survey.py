"""Everything is looked at once, then what could stand in for the addresses that need it."""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from readinglist.ledger.file import Ledger
from readinglist.links.asking import Asked, ask_page
from readinglist.links.consulting import Consultation
from readinglist.links.memory import remembered
from readinglist.links.plan import NoNetwork, Page, Plan, Progress, Watch
from readinglist.links.repair.canonical import canonical, moved_host
from readinglist.links.repair.deciding import decide, is_registered, rightly_spelled
from readinglist.links.repair.proposal import Proposal
from readinglist.links.repair.seeing import View, view_of
from readinglist.links.repair.witnesses import Known
from readinglist.links.rounds import pages_of
from readinglist.links.schedule import Schedule
from readinglist.links.verdict import Verdict, judge, may_pass
from readinglist.model.addresses import without_tracking
from readinglist.web.client import Client
from readinglist.web.credentials import without_password
from readinglist.web.messages import Answer, NoAnswer, Silence, Trouble

_MAY_BE_SPELLED_OTHERWISE = {Verdict.GONE, Verdict.UNREACHABLE, Verdict.UNKNOWN, Verdict.SOFT_404}
_HTTP = re.compile(r"http://(?![^/?#]*:\d)", re.IGNORECASE)


def repaired(
    urls: Iterable[str],
    client: Client,
    ledger: Ledger,
    plan: Plan,
    titles: Mapping[str, str] | None = None,
    consultation: Consultation | None = None,
    watch: Watch = lambda _: None,
) -> dict[str, Proposal]:
    """Return a proposal for each address, in their order; `titles` says what the list calls the works."""
    wanted = list(dict.fromkeys(urls))
    before = {url: ledger.get(without_password(without_tracking(url))) for url in wanted}
    asked = {url: without_tracking(url) for url in wanted if not is_registered(url)}
    survey = Survey(client, ledger, plan, watch)
    views = survey.look(asked.values(), remember=True)
    others = {url: tuple(other_spellings(views[page])) for url, page in asked.items()}
    more = survey.look(each for some in others.values() for each in some)
    doubtful = (without_tracking(url) for url in wanted if _needs_a_word(url, views.get(asked.get(url, ""))))
    words = (consultation or Consultation(client)).words(dict.fromkeys(doubtful))

    def proposal(url: str) -> Proposal:
        word = words.get(without_tracking(url))
        if url not in asked:
            return rightly_spelled(url, word)
        known = Known(plan.today, before[url], (titles or {}).get(url), word)
        return decide(url, views[asked[url]], [more[each] for each in others[url]], known)

    return {url: proposal(url) for url in wanted}


def _needs_a_word(url: str, view: View | None) -> bool:
    """Return whether an authority is to be asked: about a misspelled address, a page that moved, or a missing one."""
    if view is None:
        return canonical(url) is not None
    return not view.believed or view.judgement.new_url is not None


def other_spellings(view: View) -> Iterator[str]:
    """Yield under which other addresses a page might be: by https, at its host's new name, and if it is missing,
    with and without `www.` and a last slash."""
    url = view.url
    if view.believed and view.judgement.new_url:
        return
    if moved := moved_host(url):
        yield moved.url
    if _HTTP.match(url):
        yield "https" + url[4:]
    if view.judgement.verdict not in _MAY_BE_SPELLED_OTHERWISE:
        return
    scheme, host, path, rest = re.fullmatch(r"(\w+://)([^/?#]*)([^?#]*)(.*)", url, re.DOTALL).groups()  # type: ignore[union-attr]
    if view.judgement.reason == "not-found" and path.strip("/") and not re.search(r"\.\w{1,5}$", path):
        yield scheme + host + (path.rstrip("/") if path.endswith("/") else f"{path}/") + rest
    if host.lower().startswith("www."):
        yield scheme + host[4:] + path + rest
    elif host.count(".") == 1:
        yield f"{scheme}www.{host}{path}{rest}"
    if scheme == "https://" and view.judgement.reason.startswith(("tls-", "refused")):
        yield f"http://{host}{path}{rest}"


class Survey:
    """Looks at addresses, each once, and remembers what a check would remember."""

    def __init__(self, client: Client, ledger: Ledger, plan: Plan, watch: Watch = lambda _: None) -> None:
        self.client, self.ledger, self.plan, self.watch = client, ledger, plan, watch
        self._views: dict[str, View] = {}
        self._wanted = 0
        self._again: list[Page] = []
        self._answered = self._remembers = False
        self._lock = threading.Lock()

    def look(self, urls: Iterable[str], *, remember: bool = False) -> dict[str, View]:
        """Return what was seen at addresses; raise `NoNetwork` where nobody answers at all.

        With `remember`, what a check would keep of them is kept: a redirect seen on two days is better believed.
        """
        self._remembers = remember
        wanted = list(dict.fromkeys(urls))
        self._wanted += sum(url not in self._views for url in wanted)
        pages, malformed = pages_of(url for url in wanted if url not in self._views)
        self._views.update((url, View(url, judgement)) for url, judgement in malformed.items())
        self._pass(pages)
        for pause in self.plan.retries[:1]:
            if self._again:
                self.client.pacer.sleep(pause)
            again, self._again = self._again, []
            self._pass(again)
        if pages and not self._answered and not self.client.reached_anybody and not self.client.names.can_be_asked():
            raise NoNetwork("no network: nothing answered, not even the name servers; nothing was learned")
        return {url: self._views[url] for url in wanted}

    def _pass(self, pages: Sequence[Page]) -> None:
        schedule = Schedule(pages, self.client.pacer, self._ask, self._refuse)
        schedule.run(self.plan.workers, lambda: self._tell(schedule.waiting_for))

    def _tell(self, waiting: Sequence[str]) -> None:
        with self._lock:
            done, counts = len(self._views), Counter(each.judgement.verdict.value for each in self._views.values())
        self.watch(Progress(done, max(done, self._wanted), counts, waiting))

    def _ask(self, page: Page, lane: str) -> None:
        known = self.ledger.get(without_password(page.links[0]))
        afresh = page.links[0] in self._views
        try:
            asked = ask_page(self.client, self.plan.ways, page, holding=lane, afresh=afresh, known=known, look=True)
        except Exception as error:  # one address never touches another
            silence = Silence(page.url, Trouble.INTERNAL, f"{type(error).__name__}: {error}")
            asked = Asked(silence, {url: judge(url, silence) for url in page.links})
        with self._lock:
            self._answered |= isinstance(asked.outcome, Answer)
            if any(map(may_pass, asked.judgements.values())):
                self._again.append(page)
            self._views.update((url, view_of(url, asked)) for url in page.links)
        if self._remembers:
            self._remember(asked)

    def _remember(self, asked: Asked) -> None:
        for url, judgement in asked.judgements.items():
            name = without_password(url)
            known = self.ledger.get(name)
            if judgement.verdict.alive:
                _, record = remembered(name, judgement, known, self.plan.today, sight=asked.sight)
                self.ledger.note(record)

    def _refuse(self, page: Page, why: NoAnswer) -> None:
        outcome = Silence(page.url, why.trouble, why.detail)
        with self._lock:
            self._views.update((url, View(url, judge(url, outcome))) for url in page.links)
