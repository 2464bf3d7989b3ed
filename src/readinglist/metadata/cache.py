"""What services answered, kept on disk: an answer under its question, its body under the sum of its bytes.

Nobody's key is in a question's name, and nothing that fails to read is believed: it is as if it had never been kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from readinglist.web.messages import Answer, Hop, Question

_WHO_ASKS = frozenset({"mailto", "email", "tool", "api_key", "apikey", "key", "token", "access_token"})
_KEPT_HEADERS = frozenset({"content-type", "etag", "last-modified", "link", "date", "content-language", "cf-mitigated"})


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, and when it was last known to be the answer, in seconds since 1970."""

    answer: Answer
    at: float


class Cache:
    """A folder of answers; without a folder it remembers for the length of a run."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._run: dict[str, Kept] = {}

    def get(self, question: Question) -> Kept | None:
        """Return what was answered to a question, however long ago."""
        name = name_of(question)
        if not self._folder:
            return self._run.get(name)
        try:
            data = json.loads(_file(self._folder, "answers", name).read_bytes())
            body = _file(self._folder, "bodies", data["body"]).read_bytes()
            return _kept(data, body) if _sum(body) == data["body"] else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, question: Question, answer: Answer, at: float) -> None:
        """Keep an answer as that of a moment."""
        name = name_of(question)
        if not self._folder:
            self._run[name] = Kept(answer, at)
            return
        body = _sum(answer.body)
        if not (file := _file(self._folder, "bodies", body)).exists():
            _write(file, answer.body)
        _write(_file(self._folder, "answers", name), json.dumps(_data(answer, body, at)).encode())


def name_of(question: Question) -> str:
    """Return the name of a question: its method, its address without who asks, and what it accepts."""
    accept = next((value for name, value in question.headers.items() if name.lower() == "accept"), "")
    asked = (question.method, plain_url(question.url), accept, _sum(question.body or b""))
    return _sum("\n".join(asked).encode())


def plain_url(url: str) -> str:
    """Return an address without a key, a contact, or a fragment; the host in small letters."""
    scheme, slashes, rest = url.partition("#")[0].partition("://")
    page, mark, query = rest.partition("?")
    host, slash, path = page.partition("/")
    kept = "&".join(part for part in query.split("&") if part.partition("=")[0].lower() not in _WHO_ASKS)
    return f"{scheme.lower()}{slashes}{host.lower()}{slash or '/'}{path}{mark if kept else ''}{kept}"


def _data(answer: Answer, body: str, at: float) -> Mapping[str, Any]:
    return {
        "at": at,
        "url": plain_url(answer.url),
        "status": answer.status,
        "headers": {name: value for name, value in answer.headers.items() if name in _KEPT_HEADERS},
        "chain": [[plain_url(hop.url), hop.status] for hop in answer.chain],
        "complete": answer.complete,
        "body": body,
    }


def _kept(data: Mapping[str, Any], body: bytes) -> Kept:
    chain = tuple(Hop(url, status) for url, status in data["chain"])
    answer = Answer(data["url"], data["status"], data["headers"], body, chain, data["complete"])
    return Kept(answer, float(data["at"]))


def _file(folder: Path, kind: str, name: str) -> Path:
    return folder / kind / name[:2] / name


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write(file: Path, data: bytes) -> None:
    """Write a file at once; what cannot be kept is asked again another time."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).replace(file)
