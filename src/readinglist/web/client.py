"""The one client: asks a question, follows where it leads, and always comes back with an answer or the reason."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests
from urllib3.util import Timeout

from readinglist.web.address import Address, joined, parse_address
from readinglist.web.cookies import Cookies
from readinglist.web.credentials import Credentials
from readinglist.web.deadline import Deadline
from readinglist.web.lookup import LookUp, Names, ask_the_system
from readinglist.web.messages import Answer, Hop, NoAnswer, Outcome, Question, Silence, Trouble
from readinglist.web.pacing import Pacer
from readinglist.web.proxies import Proxies
from readinglist.web.reply import Recorded, Reply
from readinglist.web.transport import Adapter, Request, Rules
from readinglist.web.unpacking import unpacked

MAX_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNTIMED: Any = Timeout(None)  # every wait is bounded by the deadline instead
_WITHOUT_BODY = {"HEAD", "GET"}


@dataclass(frozen=True, slots=True)
class Manners:
    """How the client behaves towards everybody."""

    agent: str = "Mozilla/5.0 (compatible; readinglist)"
    seconds: float = 20
    allow_private: bool = False
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Further headers by host."""
    proxies: dict[str, str] | None = None
    """Proxies by scheme; None takes them from the environment."""
    tls: object = None
    """An `ssl.SSLContext` instead of the usual one."""


class Client:
    """Asks politely (`pacer`), within bounds, and only where it is allowed."""

    def __init__(
        self,
        manners: Manners | None = None,
        pacer: Pacer | None = None,
        *,
        look_up: LookUp = ask_the_system,
        tell: Callable[[str], None] | None = None,
    ) -> None:
        manners = manners or Manners()
        self.manners, self.pacer, self.tell = manners, pacer or Pacer(), tell
        self.names = Names(look_up)
        self.credentials = Credentials(manners.headers)
        proxies = Proxies(self.names, manners.proxies, manners.allow_private)
        self.adapter = Adapter(self.names, proxies, Rules(manners.allow_private, manners.tls))
        self._usual = {
            "User-Agent": manners.agent,
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Encoding": "gzip, deflate",
        }

    def ask(self, question: Question, holding: str = "") -> Outcome:
        """Return the answer to a question, or the reason why there is none; never raise, never hang.

        `holding` names the host whose turn the caller has already waited for.
        """
        errand = _Errand(self, question, holding)
        try:
            return errand.run()
        except NoAnswer as silence:
            return errand.silence(silence.trouble, silence.detail)
        except requests.RequestException as error:
            return errand.silence(Trouble.REFUSED, str(error))
        except Exception as error:  # one address never touches another
            return errand.silence(Trouble.INTERNAL, f"{type(error).__name__}: {error}")
        finally:
            errand.let_go()

    @property
    def reached_anybody(self) -> bool:
        """Whether any connection came about so far."""
        return self.adapter.opened > 0

    def done_with(self, lane: str) -> None:
        """Close the connections to a host that nothing more is to be asked of: they cost memory, and it a place."""
        self.adapter.close_lane(lane)

    def close(self) -> None:
        """Close what connections are left."""
        self.adapter.close()

    def headers(self, address: Address, question: Question, home: bool, cookies: str) -> dict[str, str]:
        """Return what is sent to a host; what the question adds, and who asks, is for its own host alone."""
        headers = dict(self._usual)
        headers.update(self.credentials.headers(address))
        if question.headers:
            headers.update({name: value for name, value in question.headers.items() if home or name == "Accept"})
        if address.user and "Authorization" not in headers:
            headers["Authorization"] = "Basic " + base64.b64encode(address.user.encode()).decode()
        if cookies:
            headers["Cookie"] = cookies
        return headers


class _Errand:
    """One question under way: where it is, what it met, which host's turn it holds."""

    __slots__ = ("chain", "client", "cookies", "deadline", "holding", "method", "question", "reply", "url")

    def __init__(self, client: Client, question: Question, holding: str) -> None:
        self.client, self.question, self.holding = client, question, holding
        self.url, self.method = question.url, question.method
        self.chain: list[Hop] = []
        self.cookies: Cookies | None = None
        self.reply: Reply | None = None
        self.deadline = Deadline(question.seconds or client.manners.seconds)

    def run(self) -> Answer:
        """Follow the question from hop to hop to its answer."""
        question, client = self.question, self.client
        address = home = parse_address(question.url)
        seen: set[tuple[str, str]] = set()
        while True:
            self.url = address.url
            cookies = self.cookies.header(address) if self.cookies else ""
            if (address.url, cookies) in seen:
                raise NoAnswer(Trouble.REDIRECT_LOOP, f"leads back to {address.url}")
            seen.add((address.url, cookies))
            reply = self._exchange(address, client.headers(address, question, address.is_at(home), cookies))
            self.chain.append(Hop(client.credentials.hidden(address.url), reply.status))
            location = reply.headers.get("location") if reply.status in _REDIRECTS and question.follow else None
            if location is None:
                return self._answer(address, reply)
            address = self._next(address, reply, location)

    def silence(self, trouble: Trouble, detail: str) -> Silence:
        """Return why there is no answer, without any secret."""
        told = self.client.credentials.redacted(detail)
        self._tell(f"no answer: {told or trouble.value}")
        return Silence(self.client.credentials.hidden(self.url), trouble, told, tuple(self.chain))

    def let_go(self) -> None:
        """Give back the turn, and a connection whose reply nobody has finished, if they are still held."""
        if self.reply:
            self.reply.drop()
        if self.holding:
            self._leave(0, "")

    def _exchange(self, address: Address, headers: dict[str, str]) -> Reply:
        self._take_turn(address.lane)
        body = self.question.body if self.method not in _WITHOUT_BODY else None
        request = Request(address, self.method, headers, body, self.deadline)
        request.afresh = self.question.afresh
        response = self.client.adapter.send(request, timeout=_UNTIMED)
        reply = (
            response.raw
            if isinstance(response.raw, Reply)
            else Recorded(response.status_code, response.headers, response.content)
        )
        if self.client.tell:
            told = "".join(f"; {name}: {reply.headers[name]}" for name in _TOLD if name in reply.headers)
            self._tell(f"{self.method} {address.url}: {reply.status}{told}")
        self.reply = reply
        return reply

    def _next(self, address: Address, reply: Reply, location: str) -> Address:
        if len(self.chain) > MAX_REDIRECTS:
            raise NoAnswer(Trouble.TOO_MANY_REDIRECTS, f"more than {MAX_REDIRECTS} redirects")
        if cookie := reply.headers.get("set-cookie"):
            self.cookies = self.cookies or Cookies()
            self.cookies.take(address, cookie)
        self._finish(address, reply)
        if self.method not in _WITHOUT_BODY and reply.status in {301, 302, 303}:
            self.method = "GET"
        target = joined(address, location)
        try:
            following = parse_address(target)
        except NoAnswer as silence:
            raise NoAnswer(Trouble.BAD_REDIRECT, f"leads to '{target[:200]}': {silence.detail}") from silence
        return following if following.is_at(address) else following._replace(user="")

    def _answer(self, address: Address, reply: Reply) -> Answer:
        body, complete = b"", False
        if limit := self._wanted(reply):
            body, complete = self._read(reply, limit)
        self._finish(address, reply)
        return Answer(self.chain[-1].url, reply.status, reply.headers, body, tuple(self.chain), complete)

    def _wanted(self, reply: Reply) -> int:
        """Return how much of the body the question wants."""
        types, limit = self.question.body_types, self.question.body_limit
        if reply.status >= 400:
            return self.question.error_limit
        if not limit or not types:
            return limit
        kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
        return limit if not kind or kind in types else 0

    def _read(self, reply: Reply, limit: int) -> tuple[bytes, bool]:
        """Return the body up to a limit, and whether that is all; what breaks off is kept as far as it came."""
        body = bytearray()
        try:
            packed = reply.headers.get("content-encoding", "")
            for piece in unpacked(packed, reply.pieces(self.deadline), limit + 1):
                body += piece
                if len(body) > limit:
                    del body[limit:]
                    return bytes(body), False
        except NoAnswer:
            return bytes(body), False
        return bytes(body), True

    def _finish(self, address: Address, reply: Reply) -> None:
        self.reply = None
        if reply.finish(self.deadline):
            self.client.adapter.give_back(address.origin, reply.wire)
        else:
            reply.drop()
        self._leave(reply.status, reply.headers.get("retry-after", ""))

    def _take_turn(self, lane: str) -> None:
        if self.holding == lane:
            return
        self.let_go()
        waited = self.client.pacer.enter(lane, self.deadline.seconds)
        self.deadline.grant(waited)
        self.holding = lane

    def _leave(self, status: int, retry_after: str) -> None:
        self.client.pacer.leave(self.holding, status, retry_after)
        self.holding = ""

    def _tell(self, text: str) -> None:
        if self.client.tell:
            self.client.tell(self.client.credentials.redacted(text))


_TOLD = ("location", "server", "content-type", "retry-after", "cf-mitigated")
