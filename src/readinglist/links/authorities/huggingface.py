"""Hugging Face: whether a model, a data set or a space is there, and under which name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.links.authorities._authority import Authority, State, Word, record_of, word_of
from readinglist.sources._ask import ask, in_path
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "huggingface.co"
_RESERVED = "papers|docs|blog|spaces|datasets|models|collections|organizations|learn|posts|tasks|join|login|pricing|api"
_ADDRESS = re.compile(
    rf"(https?://(?:www\.)?huggingface\.co/)(spaces/|datasets/|(?!(?:{_RESERVED})/))([\w.-]+/[\w.-]+)((?:[/?#].*)?)",
    re.IGNORECASE,
)


def _name_of(url: str) -> str | None:
    found = _ADDRESS.fullmatch(url)
    return found[2].lower() + found[3] if found else None


def _is_whole(url: str) -> bool:
    found = _ADDRESS.fullmatch(url)
    return bool(found and re.fullmatch(r"/?(?:\?[^#]*)?(?:#.*)?", found[4]))


def _question(names: Sequence[str], keys: Keys) -> Question:
    shelf, _, name = (
        names[0].partition("/") if names[0].startswith(("spaces/", "datasets/")) else ("models", "", names[0])
    )
    token = keys.by_source.get("huggingface", "")
    return ask(
        f"https://{_HOST}/api/{shelf}/{in_path(name)}", headers={"Authorization": f"Bearer {token}"} if token else {}
    )


def _read(url: str, name: str, answer: Answer) -> Word:
    if word := word_of(answer):  # 401 is what it says of what is not there, and of what is private
        return word
    record = record_of(answer)
    now = record["id"].text if record else ""
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", now):
        return Word(State.SILENT, "this is not about a repository")
    found = _ADDRESS.fullmatch(url)
    if not found or now.casefold() == found[3].casefold():
        return Word(State.THERE, f"Hugging Face has {now}")
    return Word(State.RENAMED, f"Hugging Face calls it {now} now", f"https://{_HOST}/{found[2]}{now}{found[4]}")


huggingface = Authority(
    name="huggingface",
    sign="huggingface.co",
    name_of=_name_of,
    is_whole=_is_whole,
    question=_question,
    read=_read,
    paces={_HOST: Pace(connections=1, interval=0.5)},
    variable="HF_TOKEN",
)
