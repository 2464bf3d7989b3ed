"""DataCite: the registry of data, software, preprints (arXiv's among them) and theses."""

from __future__ import annotations

from readinglist.metadata.outcome import Outcome
from readinglist.metadata.subject import Subject
from readinglist.sources import _datacite_attributes as attributes
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims, mismatch
from readinglist.sources._json import Node
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "api.datacite.org"


def _question(subject: Subject, keys: Keys) -> Question | None:
    return ask(
        f"https://{_HOST}/dois/{in_path(_doi(subject))}", {"mailto": keys.contact}, accept="application/vnd.api+json"
    )


def _doi(subject: Subject) -> str:
    """Return the DOI; that of a paper on arXiv names no version."""
    if subject.kind == "doi":
        return subject.value
    return f"10.48550/arXiv.{subject.value.partition('v')[0] if '/' not in subject.value else subject.value}"


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root["data"]))


def _known(subject: Subject, data: Node) -> Outcome:
    work = data["attributes"]
    if other := mismatch(_doi(subject), [work["doi"].text or data["id"].text]):
        return other
    claims = Claims("datacite")
    attributes.state(work, claims)
    return claims.known(see=attributes.other_names(work))


datacite = Source(
    name="datacite",
    kinds=("doi", "arxiv"),
    question=_question,
    read=_read,
    rank=21,  # what arXiv says of its own papers comes first
    paces={_HOST: Pace(connections=2, interval=0.3)},
    agency="DataCite",
)
