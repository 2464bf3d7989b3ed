"""When each host may be asked next: kept on disk, so that neither a restart nor a second run asks any sooner."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from readinglist.store import locked

_LONGEST_QUEUE = 3600.0  # what lies further ahead was written by another clock


class Turns:
    """The queues before all hosts; without a folder they last for one run."""

    def __init__(
        self,
        folder: Path | None,
        *,
        now: Callable[[], float] | None = None,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        self._folder, self.now, self.sleep = folder, now or time.time, sleep or time.sleep
        self._run: dict[str, dict[str, float]] = {}
        self._lock = threading.Lock()
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def wait(self, host: str, interval: float, longest: float) -> float:
        """Wait for a turn at a host, and return 0; where it is closed for longer than that, return how long."""
        starts = 0.0

        def take(state: dict[str, float]) -> bool:
            nonlocal starts
            now = self.now()
            starts = max(now, _near(state, "next", now, _LONGEST_QUEUE), _near(state, "closed", now, 7 * 86400))
            if state.get("closed", 0) - now > longest:
                return False
            state["next"] = starts + interval
            return True

        taken = self._change(host, take)
        left = max(0.0, starts - self.now())
        if taken and left:
            self.sleep(left)
        return 0.0 if taken else left

    def close(self, host: str, seconds: float) -> None:
        """Ask a host nothing for a while, as it wished."""

        def shut(state: dict[str, float]) -> bool:
            state["closed"] = max(state.get("closed", 0.0), self.now() + seconds)
            return True

        self._change(host, shut)

    def _change(self, host: str, change: Callable[[dict[str, float]], bool]) -> bool:
        if not self._folder:
            with self._lock:
                return change(self._run.setdefault(host, {}))
        file = self._folder / f"{host.replace(':', '_')}.json"
        with locked(self._folder):
            state = _read(file)
            if done := change(state):
                file.write_text(json.dumps(state), "utf-8")
            return done


def _near(state: dict[str, float], name: str, now: float, furthest: float) -> float:
    moment = state.get(name, 0.0)
    return moment if moment - now <= furthest else 0.0


def _read(file: Path) -> dict[str, float]:
    try:
        data: Any = json.loads(file.read_text("utf-8"))
        return {name: float(data[name]) for name in ("next", "closed") if name in data}
    except (OSError, ValueError, TypeError):
        return {}
