"""arXiv: whether papers are there, and whether their authors have withdrawn them; a hundred in one question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from readinglist.links.authorities._authority import Authority, State, Word, word_of
from readinglist.model.addresses import arxiv_in, host_of
from readinglist.sources._ask import ask
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

if TYPE_CHECKING:
    from readinglist.sources._xml import Tag

_HOST = "export.arxiv.org"
_HOSTS = {"arxiv.org", "export.arxiv.org", "browse.arxiv.org"}
_WITHDRAWN = re.compile(
    r"\b(?:paper|submission|article|manuscript|work|preprint|version|it|report|note)\b[^.]{0,40}\b"
    r"(?:has been|have been|was|is)(?: temporarily)? withdrawn\b|^\W*withdrawn\b",
    re.IGNORECASE,
)
_BEGINNING = 200  # letters: an abstract that was withdrawn says so at once


def _name_of(url: str) -> str | None:
    return arxiv_in(url) if host_of(url) in _HOSTS else None


def _question(names: Sequence[str], keys: Keys) -> Question:
    numbers = ",".join(_without_version(name) for name in names)
    return ask(f"https://{_HOST}/api/query", {"id_list": numbers, "max_results": str(len(names))})


def _read(url: str, name: str, answer: Answer) -> Word:
    if answer.status == 400:  # about one name, it is none; about many, it does not say which of them
        return Word(State.SILENT, "arXiv does not take one of these for a number of its own")
    if word := word_of(answer):
        return word if answer.status not in {404, 410} else Word(State.SILENT, word.detail)
    from readinglist.sources import _atom  # what reads XML is loaded where there is some
    from readinglist.sources._xml import tree

    try:
        feed = tree(answer.body)
    except ValueError as error:
        return Word(State.SILENT, f"this is no XML: {error}")
    if feed.name != "feed" or not answer.complete:
        return Word(State.SILENT, "this is no whole feed")
    for number, entry in _atom.entries(feed):
        if _without_version(number) == _without_version(name):
            return _of(entry, name)
    return Word(State.ABSENT, f"arXiv has no paper {name}")


def _of(entry: Tag, name: str) -> Word:
    comment, abstract = entry.first("comment").text, entry.first("summary").text[:_BEGINNING]
    if _WITHDRAWN.search(comment) or _WITHDRAWN.search(abstract):
        return Word(State.WITHDRAWN, f"the authors of arXiv:{name} have withdrawn it")
    return Word(State.THERE, f"arXiv has the paper {name}")


def _without_version(number: str) -> str:
    return re.sub(r"v\d+$", "", number, flags=re.IGNORECASE).casefold()


arxiv = Authority(
    name="arxiv",
    sign="arxiv.org",
    name_of=_name_of,
    is_whole=lambda url: True,
    question=_question,
    read=_read,
    together=100,
    paces={_HOST: Pace(connections=1, interval=3.0)},
)
