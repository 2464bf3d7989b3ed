"""The register of DOIs: whether one is registered, whatever its publisher answers."""

from __future__ import annotations

from collections.abc import Sequence

from readinglist.links.authorities._authority import Authority, State, Word, record_of, word_of
from readinglist.model.addresses import doi_in
from readinglist.sources._ask import ask, in_path
from readinglist.sources._source import Keys
from readinglist.web.messages import Answer, Question
from readinglist.web.pacing import Pace

_HOST = "doi.org"
_REGISTERED, _UNKNOWN, _WITHOUT_VALUES = "1", "100", "200"


def _name_of(url: str) -> str | None:
    return doi_in(url)


def _question(names: Sequence[str], keys: Keys) -> Question:
    return ask(f"https://{_HOST}/api/handles/{in_path(names[0])}", {"type": "URL"}, accept="application/json")


def _read(url: str, name: str, answer: Answer) -> Word:
    record = record_of(answer)
    code = record["responseCode"].text if record else ""
    if code == _UNKNOWN:
        return Word(State.ABSENT, f"no DOI {name} is registered")
    if code in {_REGISTERED, _WITHOUT_VALUES} and answer.status in {200, 404}:
        return Word(State.THERE, f"the DOI {name} is registered")
    word = word_of(answer)
    if word and answer.status not in {404, 410}:
        return word
    return Word(State.SILENT, f"status {answer.status}, and no word of the register")


doi = Authority(
    name="doi",
    sign="doi",
    name_of=_name_of,
    is_whole=lambda url: True,
    question=_question,
    read=_read,
    paces={_HOST: Pace(connections=4, interval=0.1)},
)
