"""YouTube: title and channel of a video; its date stands only on the page."""

from __future__ import annotations

from readinglist.metadata.outcome import NotFound, Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _oembed
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "www.youtube.com"


def _watch(subject: Subject) -> str:
    return f"https://{_HOST}/watch?v={subject.value}"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(f"https://{_HOST}/oembed", {"url": _watch(subject), "format": "json"})


def _read(subject: Subject, answer: Answer) -> Outcome:
    if answer.status == 400:
        return NotFound("YouTube has no such video")
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, shown: Node) -> Outcome:
    claims = Claims("youtube", 0.9)
    _oembed.state(shown, claims)
    if not claims.get("title"):
        return NotFound("YouTube says nothing about this video")
    claims.add("URL", _watch(subject), "the address")
    return claims.known(see=[_watch(subject)])


youtube = Source(
    name="youtube",
    kinds=("youtube",),
    question=_question,
    read=_read,
    rank=30,
    paces={_HOST: Pace(connections=1, interval=0.5)},
)
