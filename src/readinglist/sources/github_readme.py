"""The citation that a repository's README asks for, where it is one of the repository itself; else its name in full."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.importers import Arrival
from readinglist.importers.bibtex import bibtex
from readinglist.metadata.claim import Claim
from readinglist.metadata.outcome import Known, NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _imported
from readinglist.sources._answers import failure_of, text_of
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims
from readinglist.sources._source import Keys, Source
from readinglist.sources._text import title
from readinglist.web.messages import Answer, Question

_FENCE = re.compile(r" {0,3}(?:`{3,}|~{3,})")
_HEADING = re.compile(r"^# ([^\n]{1,160})$", re.MULTILINE)
_MARKUP = re.compile(r"[<>\[\]*]|://")
_BEGINS = re.compile(r"@\s*[A-Za-z]+\s*\{")


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://raw.githubusercontent.com/{in_path(subject.value)}/HEAD/README.md")


def _read(subject: Subject, answer: Answer) -> Outcome:
    if failure := failure_of(answer):
        return failure
    text = text_of(answer)[:500_000]
    blocks = filter(_BEGINS.search, _fenced(text))
    entries = [each for block in blocks for each in bibtex(block).entries]
    for each in entries:
        if _is_of(each, subject.value):
            claims = Claims("github-readme", 0.9)
            _imported.state(each.fields, "README.bibtex", claims)
            return claims.known()
    if name := _name_in(text, subject.value):
        return Known((Claim("title", name, "github-readme", "README.heading", 0.7),))
    if entries:
        return NotFound("what the README asks to cite is a paper, not the repository")
    return NotFound("the README has no citation")


def _fenced(text: str) -> Iterator[str]:
    """Yield what stands between two fences."""
    held: list[str] | None = None
    for line in text.splitlines():
        if not _FENCE.match(line):
            if held is not None:
                held.append(line)
        elif held is None:
            held = []
        else:
            yield "\n".join(held)
            held = None


def _name_in(text: str, repository: str) -> str:
    """Return the first heading, where it spells out the name of the repository, such as HighPerfLLMs2024."""
    found = _HEADING.search(text)
    heading = title(found[1].replace("`", "").strip("# ")) if found else ""
    if not heading or _MARKUP.search(heading):
        return ""
    return heading if _is_short_for(_letters(repository.partition("/")[2]), _letters(heading)) else ""


def _is_short_for(name: str, heading: str) -> bool:
    """Tell whether the letters of a name stand in a heading in their order, from its start, and are a third of it."""
    letters = iter(heading)
    return name[:1] == heading[:1] and 3 * len(name) >= len(heading) and all(letter in letters for letter in name)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()


def _is_of(entry: Arrival, repository: str) -> bool:
    """Tell whether an entry is about a repository: it names its address, and is no paper that only mentions it."""
    fields = entry.fields
    named = f"{fields.get('URL', '')} {fields.get('github', '')} {fields.get('note', '')} {fields.get('code', '')}"
    no_paper = fields.get("type") in ("software", "webpage", "document", "dataset", "book") and "arxiv" not in fields
    return no_paper and re.search(rf"{re.escape(repository)}(?![\w-])", named, re.IGNORECASE) is not None


github_readme = Source(name="github-readme", kinds=("github",), question=_question, read=_read, rank=22, days=7)
