"""Findings as Markdown, for a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.model.visible import visible
from readinglist.report import reporter
from readinglist.report._facts import Facts, facts, summary

MOST_CHARACTERS = 60_000  # GitHub takes 65,536 in a comment, and who posts it may add words


@reporter
def markdown(findings: Sequence[Finding], catalog: Catalog, _color: bool) -> Iterator[str]:
    """A list for a comment on a pull request; what would not fit into a comment is only counted.

    All that comes from a catalog stands in code spans: there it can be no link, no mention of a person, no
    HTML and no end of the list.
    """
    yield f"**{summary(findings, catalog)}**"
    if findings:
        yield ""
        yield from _list(facts(findings, catalog))


def _list(told: Sequence[Facts]) -> Iterator[str]:
    room = MOST_CHARACTERS
    for number, fact in enumerate(told):
        line = _line(fact)
        room -= len(line) + 1
        if room < 0:
            yield f"- and {len(told) - number} more"
            return
        yield line


def _line(fact: Facts) -> str:
    about = f" in {code(fact.id)}" if fact.id else ""
    return f"- **{fact.severity.value}** {code(fact.rule)} at {code(str(fact.position))}{about}: {code(fact.message)}"


def code(words: str) -> str:
    """Return a code span that shows these words, whatever they are."""
    shown = visible(words)
    longest = max(map(len, re.findall("`+", shown)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"
