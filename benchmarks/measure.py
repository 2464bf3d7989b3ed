"""Timing in pairs: peers take turns in the same run, so that what slows the machine slows them all."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

Work = Callable[[], object]
Seconds = list[float]


def in_turn(peers: Mapping[str, Work], runs: int, clock: Callable[[], float] = time.process_time) -> dict[str, Seconds]:
    """Return how long each peer took in each of `runs` rounds; a first round only warms up."""
    took: dict[str, Seconds] = {name: [] for name in peers}
    for number in range(runs + 1):
        for name, work in peers.items():
            seconds = _timed(work, clock)
            if number:
                took[name].append(seconds)
    return took


def print_table(title: str, took: Mapping[str, Seconds]) -> None:
    """Print each peer's best and median time, and how many times the first one's it is, round by round."""
    first = next(iter(took))
    print(f"\n{title}")
    print(f"  {'':<38}{'best':>10}{'median':>10}   times {first}: median (least to most)")
    for name, seconds in took.items():
        ratios = [theirs / ours for theirs, ours in zip(seconds, took[first], strict=True)]
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        print(
            f"  {name:<38}{_milliseconds(min(seconds)):>10}{_milliseconds(statistics.median(seconds)):>10}   {spread}"
        )


def _timed(work: Work, clock: Callable[[], float]) -> float:
    gc.collect()
    start = clock()
    kept = work()
    seconds = clock() - start
    del kept  # taking it apart is not what is measured
    return seconds


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"
