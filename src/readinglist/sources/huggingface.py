"""Hugging Face: models, data sets and spaces, with what the head of their README says."""

from __future__ import annotations

from collections.abc import Iterator

from readinglist.metadata.outcome import Mismatch, Outcome, Unreadable
from readinglist.metadata.subject import Subject
from readinglist.sources._answers import from_json
from readinglist.sources._ask import ask, in_path
from readinglist.sources._claims import Claims, Word
from readinglist.sources._json import Node
from readinglist.sources._licence import licence_of
from readinglist.sources._names import body
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "huggingface.co"
_TYPES = {"spaces": ("webpage", ""), "datasets": ("dataset", ""), "models": ("software", "Model")}


def _shelf(subject: Subject) -> tuple[str, str]:
    shelf, _, name = subject.value.partition("/")
    return (shelf, name) if shelf in ("spaces", "datasets") else ("models", subject.value)


def _question(subject: Subject, keys: Keys) -> Question | None:
    shelf, name = _shelf(subject)
    token = keys.by_source.get("huggingface", "").strip()
    return ask(
        f"https://{_HOST}/api/{shelf}/{in_path(name)}", headers={"Authorization": f"Bearer {token}"} if token else {}
    )


def _read(subject: Subject, answer: Answer) -> Outcome:
    return from_json(answer, lambda root: _known(subject, root))


def _known(subject: Subject, root: Node) -> Outcome:
    shelf, name = _shelf(subject)
    told = root["id"].text
    if not told:
        return Unreadable("this is not about a repository")
    if told.casefold() != name.casefold() and told.partition("/")[2].casefold() != name.casefold():
        return Mismatch(f"asked for {name}, and the answer is about {told[:120]}")
    claims = Claims("huggingface", 0.8)
    _state(shelf, told, root, claims)
    return claims.known(see=_papers(root))


def _state(shelf: str, name: str, root: Node, claims: Claims) -> None:
    kind, genre = _TYPES[shelf]
    claims.add("type", kind, root["id"].path)
    claims.add("genre", genre, root["id"].path)
    card = root["cardData"]
    claims.text("title", card["title"], card["pretty_name"], Word(name.rpartition("/")[2], root["id"].path))
    claims.people("author", [body(root["author"].text)], root["author"].path, confidence=0.5)
    claims.date("issued", root["createdAt"], confidence=0.6)
    claims.add("license", licence_of(card["license"].text), card["license"].path)
    claims.text("abstract", card["short_description"])
    address = f"https://{_HOST}/{name}" if shelf == "models" else f"https://{_HOST}/{shelf}/{name}"
    claims.add("URL", address, root["id"].path)
    claims.add("publisher", "Hugging Face", root["id"].path)


def _papers(root: Node) -> Iterator[str]:
    """Yield the DOI of the repository itself; the papers in its tags are other works."""
    return (each.text for each in root["tags"] if each.text.startswith("doi:"))


huggingface = Source(
    name="huggingface",
    kinds=("huggingface",),
    question=_question,
    read=_read,
    rank=30,
    paces={_HOST: Pace(connections=1, interval=0.5)},
    variable="HF_TOKEN",
)
