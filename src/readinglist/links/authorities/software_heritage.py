"""Software Heritage: whether the archive holds what an identifier names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.links.authorities._authority import Authority, State, Word, record_of, word_of
from readinglist.sources._ask import ask
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "archive.softwareheritage.org"
_ADDRESS = re.compile(rf"https?://{re.escape(_HOST)}/(swh:1:(?:cnt|dir|rev|rel|snp):[0-9a-f]{{40}})(?:[;/?#].*)?")


def _name_of(url: str) -> str | None:
    found = _ADDRESS.fullmatch(url)
    return found[1] if found else None


def _question(names: Sequence[str], keys: Keys) -> Question:
    return ask(f"https://{_HOST}/api/1/resolve/{names[0]}/", accept="application/json")


def _read(url: str, name: str, answer: Answer) -> Word:
    if word := word_of(answer):
        return word
    record = record_of(answer)
    if not record or record["object_id"].text != name.rpartition(":")[2]:
        return Word(State.SILENT, "this is no object of the archive")
    last = answer.headers.get("x-ratelimit-remaining", "").strip() == "0"
    return Word(State.THERE, f"Software Heritage holds {name}", last=last)


software_heritage = Authority(
    name="software-heritage",
    sign="softwareheritage.org",
    name_of=_name_of,
    is_whole=lambda url: True,
    question=_question,
    read=_read,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
