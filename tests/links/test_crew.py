"""A crew is as large as is of use: told by what share of a processor it takes."""

from __future__ import annotations

import threading

from readinglist.links.crew import Crew, share_of_processor


def sizes(most: int, *shares: float) -> list[int]:
    """Return how many workers there are after each look, each of which finds the processor taken so far."""
    before, done = set(threading.enumerate()), threading.Event()
    crew = Crew(lambda: done.wait(60), most, iter(shares).__next__)
    found: list[int] = []
    for _ in shares:
        crew.look_after()
        found.append(len(set(threading.enumerate()) - before))
    done.set()
    crew.part()
    return found


def test_a_crew_that_waits_grows_at_once_to_all_that_are_allowed() -> None:
    assert sizes(200, 0, 0, 0, 0, 0, 0) == [1, 4, 16, 64, 200, 200]
    assert sizes(1, 0, 0) == [1, 1]


def test_a_crew_that_has_enough_to_do_stays_as_it_is() -> None:
    assert sizes(200, 0.8, 0.8, 0.9, 0.75) == [1, 1, 1, 1]


def test_a_moment_without_work_is_no_reason_to_hire() -> None:
    assert sizes(200, 1, 0.9, 0.5, 0.9, 0.5, 0.9) == [1] * 6


def test_a_crew_that_is_complete_and_waits_has_time() -> None:
    crew = Crew(lambda: None, 4, iter([0.0, 0.0, 0.9, 0.0, 0.0]).__next__)
    assert [crew.look_after() and crew.has_time() for _ in range(5)] == [False, False, False, True, True]
    crew.part()


def test_workers_that_are_too_many_for_a_while_go_when_they_have_nothing_in_hand() -> None:
    shares = iter([0.0, 0.0, *[1.0] * 14])
    leave, gone = threading.Event(), []

    def serve() -> None:
        leave.wait(10)
        gone.append(not crew.goes_on())

    crew = Crew(serve, 4, shares.__next__)
    for _ in range(16):
        crew.look_after()
    leave.set()
    crew.part()
    assert sorted(gone) == [False, False, False, True]


def test_the_share_of_a_processor_is_that_since_it_was_asked_last() -> None:
    share = share_of_processor()
    while not share() > 0.0:  # until some of the clock's ticks are over
        sum(range(100_000))
    threading.Event().wait(0.1)
    assert share() < 0.9
