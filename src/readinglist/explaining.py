"""The page that a word means: by its name, or by as much of it as somebody remembers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from readinglist.config import Config
from readinglist.errors import UnknownName
from readinglist.house_rules import house_rules
from readinglist.links.reasons import Reason, all_reasons
from readinglist.rules import Rule, all_rules

Page = Rule | Reason


def all_pages(config: Config) -> Mapping[str, Page]:
    """Return the page of every rule, also those of the list's own, and of every reason that `check` gives."""
    return {**all_rules(), **house_rules(config), **all_reasons()}


def pages_for(word: str, pages: Mapping[str, Page]) -> list[Page]:
    """Return the page of this name, or those whose names hold all parts of the word; raise `UnknownName` for none."""
    wanted = word.strip().strip("[]").casefold().replace("_", "-").replace(" ", "-")
    if wanted in pages:
        return [pages[wanted]]
    parts = [part for part in wanted.split("-") if part]
    found = [page for name, page in pages.items() if parts and all(part in name for part in parts)]
    if not found:
        raise UnknownName("rule", word, pages, "`readinglist explain` lists them")
    return found


def index(pages: Iterable[Page]) -> list[str]:
    """Return a line for each page, by subject."""
    by_subject = sorted(pages, key=lambda each: (each.subject, each.name))
    width = max(len(f"{each.subject}/{each.name}") for each in by_subject)
    return [f"{f'{each.subject}/{each.name}':{width}}  {each.severity.value:7}  {each.promise}" for each in by_subject]
