"""What a whole check of a thousand entries asks for, and what the next one asks again."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from urllib.parse import parse_qs, urlsplit

from readinglist.ledger.file import Ledger
from readinglist.links.check import check_links
from readinglist.links.plan import Plan
from readinglist.web.messages import Outcome, Question
from tests.links.repair.web import Shown, Web, work

TODAY = datetime.date(2026, 11, 21)
REPOSITORIES = [f"https://github.com/owner/r{number}" for number in range(300)]
PAPERS = [f"https://arxiv.org/abs/2309.{number:05}" for number in range(300)]
DOIS = [f"https://doi.org/10.1145/{number}" for number in range(200)]
SHELL = b"<html><head><title>App</title><script src=a.js></script></head><body><div id=root></div></body></html>"
PAGES = [f"https://site{number % 50}.test/docs/{number}" for number in range(200)]
URLS = [*REPOSITORIES, *PAPERS, *DOIS, *PAGES]


class Counting(Web):
    """A web in which every page is odd enough to be looked at twice, and every register answers."""

    def __init__(self) -> None:
        super().__init__({url: Shown(body=SHELL) if number % 2 else work(url) for number, url in enumerate(PAGES)})
        self.kinds: Counter[str] = Counter()

    def ask(self, question: Question, holding: str = "") -> Outcome:
        asked = urlsplit(question.url)
        shown = self._register(asked.hostname or "", asked.path, asked.query)
        probe = "no-such-page" in asked.path
        self.kinds["register" if shown else "probe" if probe else "page"] += 1
        if shown or probe:
            self.table[question.url] = shown or Shown(404)
        return super().ask(question, holding)

    def _register(self, host: str, path: str, query: str) -> Shown | None:
        if host == "api.github.com":
            return Shown(200, {}, json.dumps({"full_name": path.removeprefix("/repos/")}).encode())
        if host == "doi.org" and path.startswith("/api/"):
            return Shown(200, {}, b'{"responseCode": 1}')
        if host != "export.arxiv.org":
            return None
        numbers = parse_qs(query)["id_list"][0].split(",")
        entries = "".join(f"<entry><id>http://arxiv.org/abs/{number}</id></entry>" for number in numbers)
        return Shown(200, {}, f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'.encode())


def run(ledger: Ledger, day: datetime.date) -> Counter[str]:
    web = Counting()
    found = check_links(URLS, lambda: web, ledger, Plan(day, max_age_days=10, retries=(), workers=16, look_days=30))
    assert {each.verdict.value for each in found.values()} == {"ok"}
    return web.kinds


def test_a_thousand_entries_cost_a_page_and_a_probe_or_a_question_each_and_nothing_until_they_expire() -> None:
    ledger = Ledger(None)
    assert run(ledger, TODAY) == {"register": 300 + 3 + 200, "page": 200, "probe": 100}
    assert run(ledger, TODAY) == {}
    later = run(ledger, TODAY + datetime.timedelta(days=10))
    assert 0 < later["page"] < 200
    assert later["probe"] == 0
    last = run(ledger, TODAY + datetime.timedelta(days=14))
    assert 0 < last["page"] <= 200 - later["page"]
