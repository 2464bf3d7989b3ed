"""The drawer of reports: one file for each way of telling findings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from readinglist.errors import UnknownName
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.registry import discover, discover_one

Lines = Callable[[Sequence[Finding], Catalog, bool], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A way of telling findings; `lines(findings, catalog, color)` gives the report without line ends."""

    name: str
    lines: Lines
    page: str
    module: str


def reporter(lines: Lines) -> Reporter:
    """Make a reporter of a function; its name is the format's, its docstring the page."""
    import inspect

    return Reporter(lines.__name__, lines, inspect.getdoc(lines) or "", lines.__module__)


def all_reporters() -> dict[str, Reporter]:
    """Return every reporter there is, by name."""
    return discover(__name__, Reporter)


def find_reporter(name: str) -> Reporter:
    """Return the reporter of this name, or raise `UnknownName` with the nearest one."""
    found = discover_one(__name__, Reporter, name)
    if found is None:
        raise UnknownName("format", name, all_reporters())
    return found
