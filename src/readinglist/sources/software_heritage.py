"""Software Heritage: what a commit or a release in the archive says about itself."""

from __future__ import annotations

import re

from readinglist.metadata.outcome import Mismatch, NotFound, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._names import whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "archive.softwareheritage.org"
_SWHID = re.compile(r"swh:1:(rev|rel):([0-9a-f]{40})(?:;.*)?")
_NAMES = {"rev": "revision", "rel": "release"}
_ORIGIN = re.compile(r";origin=(https?://[^;]+)")


def _question(subject: Subject, keys: Keys) -> Question | None:
    found = _SWHID.fullmatch(subject.value)  # of a file or a folder the archive knows the bytes, and nobody's name
    return ask(f"https://{_HOST}/api/1/{_NAMES[found[1]]}/{found[2]}/", accept="application/json") if found else None


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, held: Node) -> Outcome:
    if held["exception"].text:
        return NotFound(held["reason"].text[:120])
    found = _SWHID.fullmatch(subject.value)
    if not held["id"].text:
        return Unreadable("this is no object of the archive")
    if not found or held["id"].text != found[2]:
        return Mismatch(f"asked for {subject.value[:80]}, and the answer is about {held['id'].text[:80]}")
    claims = Claims("software-heritage", 0.7)
    claims.add("type", "software", held["id"].path)
    origin = _ORIGIN.search(subject.value)
    if origin:
        claims.text(
            "title", Word(origin[1].rstrip("/").rpartition("/")[2].removesuffix(".git"), "origin"), confidence=0.5
        )
        claims.text("URL", Word(origin[1], "origin"))
    claims.people("author", [whole(held["author"]["name"].text)], held["author"]["name"].path, confidence=0.5)
    claims.date("issued", held["date"])
    claims.text("version", held["name"])
    claims.add("swhid", subject.value.partition(";")[0], held["id"].path)
    return claims.known(see=[origin[1]] if origin else [])


software_heritage = Source(
    name="software-heritage",
    kinds=("swhid",),
    question=_question,
    read=_read,
    rank=30,
    paces={_HOST: Pace(connections=1, interval=1.0)},
)
