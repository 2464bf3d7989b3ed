"""The queue of pages to be saved: one in twenty seconds, and none twice, whenever it is interrupted."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from readinglist.links.archive.queue import Queue
from readinglist.links.archive.saving import INTERVAL, Saver
from readinglist.web.messages import Answer, Outcome, Question, Silence, Trouble

URLS = [f"https://example.org/{name}" for name in "abc"]
EMPTY = Answer("https://web.archive.org/cdx", 200, {}, b"[]")


class Clock:
    """A clock that only sleeping moves."""

    def __init__(self, now: float = 1_800_000_000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class Archive:
    """The archive, as far as saving goes; `asked` holds each page that it was asked to save, and when."""

    def __init__(self, clock: Clock, answer: Callable[[str], Outcome]) -> None:
        self.clock, self.answer = clock, answer
        self.asked: list[tuple[str, float]] = []
        self.status: Outcome = Silence("", Trouble.TIMEOUT)
        self.listed: Outcome = EMPTY
        self.questions: list[Question] = []

    def ask(self, question: Question) -> Outcome:
        self.questions.append(question)
        if "/save/status/" in question.url:
            return self.status
        if "/cdx/" in question.url:
            return self.listed
        url = question.url.partition("/save/")[2] or (question.body or b"").decode()
        self.asked.append((url, self.clock.now))
        return self.answer(url)


def saved(url: str) -> Answer:
    return Answer(f"https://web.archive.org/web/20270115080000/{url}", 200, {}, b"<html>")


def pending(url: str) -> Answer:
    return Answer(
        f"https://web.archive.org/save/{url}", 200, {}, b"<script>spn.watchJob('spn2-0123456789abcdef')</script>"
    )


def save(file: Path, archive: Archive, clock: Clock, key: str = "") -> Queue:
    queue = Queue(file)
    queue.want(URLS)
    Saver(queue, archive.ask, key, clock, clock.sleep).run()
    return queue


def test_one_page_in_twenty_seconds(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, saved)
    queue = save(tmp_path / "captures.jsonl", archive, clock)
    assert [url for url, _ in archive.asked] == URLS
    moments = [moment for _, moment in archive.asked]
    assert all(later - earlier >= INTERVAL for earlier, later in pairwise(moments))
    assert [each.capture.url for each in queue.of("saved") if each.capture] == [
        f"https://web.archive.org/web/20270115080000/{url}" for url in URLS
    ]


def test_the_pace_outlasts_a_run(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, saved)
    save(tmp_path / "captures.jsonl", archive, clock)
    queue = Queue(tmp_path / "captures.jsonl")
    queue.want(["https://example.org/d"])
    Saver(queue, archive.ask, "", clock, clock.sleep).run()
    assert archive.asked[3][1] - archive.asked[2][1] >= INTERVAL


class Interrupted(BaseException):
    """Somebody pulls the plug."""


@pytest.mark.parametrize("after", range(9))
def test_who_was_interrupted_asks_for_nothing_twice(tmp_path: Path, after: int) -> None:
    clock = Clock()
    archive = Archive(clock, saved)
    left = after

    def ask(question: Question) -> Outcome:
        nonlocal left
        outcome = archive.ask(question)  # the archive has heard it, and nobody hears its answer
        if left == 0:
            raise Interrupted
        left -= 1
        return outcome

    file = tmp_path / "captures.jsonl"
    queue = Queue(file)
    queue.want(URLS)
    try:
        Saver(queue, ask, "", clock, clock.sleep).run()
    except Interrupted:
        clock.now += 60
    archive.listed = Answer("", 200, {}, _listed("20270115080030"))
    save(file, archive, clock)
    assert sorted(url for url, _ in archive.asked) == URLS
    assert len(Queue(file).of("saved")) == 3


def _listed(timestamp: str) -> bytes:
    head = '["timestamp","original","statuscode","mimetype"]'
    return f'[{head},["{timestamp}","https://example.org/x","200","text/html"]]'.encode()


def test_a_job_is_looked_after(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, pending)
    archive.status = Answer("", 200, {}, b'{"status": "pending"}')
    queue = save(tmp_path / "captures.jsonl", archive, clock)
    assert [each.job for each in queue.of("asked")] == ["spn2-0123456789abcdef"] * 3
    archive.status = Answer("", 200, {}, b'{"status": "success", "timestamp": "20270115090000"}')
    queue = save(tmp_path / "captures.jsonl", archive, clock)
    assert (len(queue.of("saved")), len(archive.asked)) == (3, 3)


def test_a_refusal_is_remembered_with_its_reason(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, pending)
    archive.status = Answer("", 200, {}, b'{"status": "error", "message": "blocked by robots"}')
    for _ in range(2):
        queue = save(tmp_path / "captures.jsonl", archive, clock)
    assert ([each.why for each in queue.of("refused")], len(archive.asked)) == (["blocked by robots"] * 3, 3)


def test_an_archive_that_has_had_enough_is_left_alone(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, lambda url: Answer(url, 429, {}, b"Too many"))
    queue = save(tmp_path / "captures.jsonl", archive, clock)
    assert (len(archive.asked), len(queue.of("wanted"))) == (1, 3)


def test_what_never_came_is_wanted_again_after_a_day(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, lambda url: Silence(url, Trouble.TIMEOUT))
    save(tmp_path / "captures.jsonl", archive, clock)
    save(tmp_path / "captures.jsonl", archive, clock)
    assert len(archive.asked) == 3
    clock.now += 90_000
    save(tmp_path / "captures.jsonl", archive, clock)
    assert len(archive.asked) == 6


def test_a_key_is_told_to_the_archive_alone_and_in_a_header(tmp_path: Path) -> None:
    clock = Clock()
    archive = Archive(clock, lambda url: Answer(url, 200, {}, b'{"url": "x", "job_id": "spn2-0123456789abcdef"}'))
    save(tmp_path / "captures.jsonl", archive, clock, "access:secret")
    asked = [question for question in archive.questions if question.method == "POST"]
    assert [(each.url, each.headers["Authorization"]) for each in asked] == [
        ("https://web.archive.org/save", "LOW access:secret")
    ] * 3
    assert asked[0].body == b"url=https%3A%2F%2Fexample.org%2Fa&skip_first_archive=1"
    assert "secret" not in (tmp_path / "captures.jsonl").read_text("utf-8")


def test_a_torn_line_loses_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "captures.jsonl"
    Queue(file).want(URLS)
    file.write_text(file.read_text("utf-8")[:-9] + "\n[]\n", "utf-8")
    assert list(Queue(file).saves) == URLS[:2]
