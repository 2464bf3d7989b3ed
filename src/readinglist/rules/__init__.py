"""The drawer of lint rules: one file each, whose docstring is its page in the manual and its test."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.registry import discover

Check = Callable[[Catalog], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name, its severity and its page; made by `@rule`."""

    name: str
    severity: Severity
    check: Check
    page: str
    module: str

    @property
    def subject(self) -> str:
        """The folder that it lies in."""
        return self.module.split(".")[-2]

    @property
    def promise(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]


def rule(severity: Severity) -> Callable[[Check], Rule]:
    """Make a rule of a function; its name is the rule's, with dashes, and its docstring the page."""

    def make(check: Check) -> Rule:
        import inspect

        name = check.__name__.replace("_", "-")
        return Rule(name, severity, check, inspect.getdoc(check) or "", check.__module__)

    return make


def all_rules() -> dict[str, Rule]:
    """Return every rule there is, by name."""
    return discover(__name__, Rule)
