"""GitHub: whether a repository is there, under which name, and whether it is kept up."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.links.authorities._authority import Authority, State, Word, record_of, word_of
from readinglist.model.addresses import without_tracking
from readinglist.model.pages import named_at
from readinglist.sources import _github as shared
from readinglist.sources._ask import in_path
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question

_ADDRESS = re.compile(r"(https?://(?:www\.)?github\.com/)([\w-]+/[\w.-]+?)((?:\.git)?(?:[/?#].*)?)", re.IGNORECASE)
_WHOLE = re.compile(r"(?:\.git)?/?(?:\?[^#]*)?(?:#.*)?")


def _name_of(url: str) -> str | None:
    found = _ADDRESS.fullmatch(url)
    named = named_at(re.sub(r"^https?://(?:www\.)?", "", without_tracking(url), flags=re.IGNORECASE)) if found else None
    return found[2] if found and named and named.kind == "github" else None


def _is_whole(url: str) -> bool:
    found = _ADDRESS.fullmatch(url)
    return bool(found and _WHOLE.fullmatch(found[3]))


def _question(names: Sequence[str], keys: Keys) -> Question:
    return shared.question(f"repos/{in_path(names[0])}", "github", keys)


def _read(url: str, name: str, answer: Answer) -> Word:
    if word := word_of(answer):
        return word
    record = record_of(answer)
    now = record["full_name"].text if record else ""
    if not record or not re.fullmatch(r"[\w.-]+/[\w.-]+", now):
        return Word(State.SILENT, "this is not about a repository")
    shut = answer.headers.get("x-ratelimit-remaining", "").strip() == "0"
    moved = now.casefold() != name.casefold()
    found = _ADDRESS.fullmatch(url)
    new_url = f"https://github.com/{now}{found[3]}" if found and now != name else None
    if record["archived"].value is True:
        return Word(State.ARCHIVED, "its owner has made the repository read-only", new_url, shut)
    told = f"GitHub calls it {now} now" if moved else f"GitHub has it as {now}"
    return Word(State.RENAMED if moved else State.THERE, told, new_url, shut)


github = Authority(
    name="github",
    sign="github.com",
    name_of=_name_of,
    is_whole=_is_whole,
    question=_question,
    read=_read,
    paces=shared.PACES,
    variable=shared.VARIABLE,
)
