"""YouTube: whether a video is there; of one that may not be shown elsewhere it says nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from readinglist.links.authorities._authority import Authority, State, Word, record_of, word_of
from readinglist.model.addresses import plain_address
from readinglist.model.pages import named_at
from readinglist.sources._ask import ask
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "www.youtube.com"
_ADDRESS = re.compile(r"https?://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be)[/:]", re.IGNORECASE)


def _name_of(url: str) -> str | None:
    named = named_at(plain_address(url)) if _ADDRESS.match(url) else None
    return named.value if named and named.kind == "youtube" else None


def _question(names: Sequence[str], keys: Keys) -> Question:
    return ask(f"https://{_HOST}/oembed", {"url": f"https://{_HOST}/watch?v={names[0]}", "format": "json"})


def _read(url: str, name: str, answer: Answer) -> Word:
    if answer.status == 400:
        return Word(State.ABSENT, f"YouTube has no video {name}")
    if word := word_of(answer):
        return word
    record = record_of(answer)
    if not record or not record["title"].text:
        return Word(State.SILENT, "this is not about a video")
    return Word(State.THERE, f"YouTube has the video '{record['title'].text[:80]}'")


youtube = Authority(
    name="youtube",
    sign="youtu",
    name_of=_name_of,
    is_whole=lambda url: "list=" not in url,
    question=_question,
    read=_read,
    paces={_HOST: Pace(connections=1, interval=0.5)},
)
