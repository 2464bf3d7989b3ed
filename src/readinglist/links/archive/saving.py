"""Save Page Now: one page in twenty seconds, whoever is interrupted; what was asked for is only looked after."""

from __future__ import annotations

import datetime
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from readinglist.links.archive.capture import NoWord, all_near, nearest_first, read_all
from readinglist.links.archive.finding import Ask
from readinglist.links.archive.queue import Queue, Save
from readinglist.sources._answers import failure_of, json_of
from readinglist.sources._ask import ask
from readinglist.web.messages import Answer, Question, Silence

INTERVAL = 20.0  # seconds between two pages
_A_DAY = 86400.0
_CLOCKS_DIFFER = 60.0
_JOB = re.compile(rb"spn2-[0-9a-f]{8,64}")
_HOST = "https://web.archive.org"
VARIABLE = "ARCHIVE_ORG_KEY"


@dataclass
class Saver:
    """Works through a queue for one run."""

    queue: Queue
    ask: Ask
    key: str = field(default_factory=lambda: os.environ.get(VARIABLE, "").strip())
    """`access:secret`, as archive.org gives them out; without it pages are saved more slowly, and not always."""
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    tell: Callable[[str], None] = lambda _: None

    def run(self) -> None:
        """Ask for what is wanted, and look after what was asked for; what is not done yet is left to the next run."""
        for save in self.queue.of("asked"):
            self._look_after(save)
        for save in self.queue.of("wanted"):
            if not self._ask_for(save):
                return
        for save in self.queue.of("asked"):
            self._look_after(save)

    def _ask_for(self, save: Save) -> bool:
        """Ask for a page; return whether another one may be asked for."""
        if (wait := self.queue.last_asked + INTERVAL - self.now()) > 0:
            self.sleep(min(wait, INTERVAL))
        save = self.queue.note(save, state="asked", asked=self.now())
        self.tell(f"asked to save {save.url}")
        answer = self.ask(_request(save.url, self.key))
        if isinstance(answer, Silence):
            self.tell(f"{save.url}: no answer; looked for in the next run")
            return True
        if answer.status == 429:
            self.queue.note(save, state="wanted")
            self.tell("the archive has had enough for now; the rest waits for the next run")
            return False
        self._note(save, answer)
        return True

    def _note(self, save: Save, answer: Answer) -> None:
        if timestamp := _timestamp(answer):
            self.queue.note(save, state="saved", timestamp=timestamp)
        elif job := _JOB.search(answer.body):
            self.queue.note(save, job=job[0].decode("ascii"))
        elif failure := failure_of(answer):
            self.queue.note(save, state="refused", why=failure.detail)

    def _look_after(self, save: Save) -> None:
        """Find out what became of a save: by its job, else among the captures of the page."""
        if save.job and (answer := self.ask(_status(save.job))) and not isinstance(answer, Silence):
            told = json_of(answer)
            status = told["status"].text if told else ""
            if told and status == "success" and re.fullmatch(r"\d{14}", told["timestamp"].text):
                self.queue.note(save, state="saved", timestamp=told["timestamp"].text)
            elif told and status == "error":
                self.queue.note(save, state="refused", why=told["message"].text[:200] or "the archive gives no reason")
            if status in {"success", "error", "pending"}:
                return
        self._search(save)

    def _search(self, save: Save) -> None:
        asked = datetime.datetime.fromtimestamp(save.asked - _CLOCKS_DIFFER, datetime.UTC).replace(tzinfo=None)
        answer = self.ask(all_near(save.url, asked.date()))
        try:
            captures = read_all(answer) if isinstance(answer, Answer) else []
        except NoWord:
            captures = []
        since = [each for each in nearest_first(captures, asked.date()) if each.moment >= asked]
        if since:
            self.queue.note(save, state="saved", timestamp=min(since).timestamp)
        elif self.now() - save.asked > _A_DAY:
            self.queue.note(save, state="wanted", job="")


def _request(url: str, key: str) -> Question:
    """Ask for a page to be saved, as somebody who is known, or as anybody."""
    if not key:
        return Question(f"{_HOST}/save/{url}", body_limit=200_000, error_limit=20_000, seconds=120)
    headers = {**_known(key), "Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode({"url": url, "skip_first_archive": "1"}).encode("ascii")
    return Question(f"{_HOST}/save", "POST", headers, body, body_limit=200_000, error_limit=20_000, seconds=120)


def _known(key: str) -> Mapping[str, str]:
    return {"Accept": "application/json", "Authorization": f"LOW {key}"}


def _status(job: str) -> Question:
    return ask(f"{_HOST}/save/status/{job}", accept="application/json")


def _timestamp(answer: Answer) -> str | None:
    """Return when a capture was made to which the answer itself leads."""
    led = [answer.headers.get("content-location", ""), answer.url.removeprefix(_HOST)]
    found = (re.match(r"/web/(\d{14})(?:[a-z]{2}_)?/", each) for each in led if answer.status == 200)
    return next((each[1] for each in found if each), None)
