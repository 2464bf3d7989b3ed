"""DBLP's search: computer science by title; `CoRR` there is arXiv."""

from __future__ import annotations

import re
from collections.abc import Iterator

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.metadata.version import Version
from readinglist.sources import _found
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask
from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._names import whole
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "dblp.org"
_NUMBER = re.compile(r" \d{4}$")


def _question(subject: Subject, keys: Keys) -> Question | None:
    words = " ".join(re.findall(r"[\w+#]+", subject.value))  # every word must occur, and a point is a part of one
    return ask(f"https://{_HOST}/search/publ/api", {"q": words, "format": "json", "h": "10"}) if words else None


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _found.outcome(versions(root), "DBLP"))


def versions(root: Node) -> Iterator[Version]:
    """Yield what was hit, the best first."""
    for hit in root["result"]["hits"]["hit"]:
        claims = Claims("dblp")
        state(hit["info"], claims)
        key = hit["info"]["key"].text
        doi = claims.get("DOI")
        yield _found.version(claims, "dblp", ([f"doi:{doi}"] if doi else []) + ([f"dblp:{key}"] if key else []))


def state(info: Node, claims: Claims) -> None:
    """Claim what a hit states; one author stands alone, several are a list."""
    claims.type(info["type"])
    claims.text("title", Word(info["title"].text.removesuffix("."), info["title"].path))
    people = (each["text"].text or each.text for each in info["authors"]["author"])
    claims.people("author", (whole(_NUMBER.sub("", name)) for name in people), info["authors"].path)
    claims.date("issued", info["year"])
    claims.text("container-title", info["venue"].first)
    for name in ("volume", "publisher"):
        claims.text(name, info[name])
    claims.text("issue", info["number"])
    claims.text("page", info["pages"])
    claims.text("DOI", info["doi"])
    claims.text("URL", info["ee"].first)
    claims.text("dblp", info["key"])


dblp_search = Source(
    name="dblp-search",
    kinds=("words",),
    question=_question,
    read=_read,
    rank=41,
    paces={_HOST: Pace(connections=1, interval=1.5)},
    days=7,
)
