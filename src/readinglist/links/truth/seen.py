"""A page as it was seen: what tells whether it is what it should be, and nothing more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from readinglist.links.truth.parts import parts_of
from readinglist.web.messages import Answer
from readinglist.webpage.decoding import decode
from readinglist.webpage.maintext import words_of
from readinglist.webpage.own_address import site_of
from readinglist.webpage.page import Page
from readinglist.webpage.walls import wall

_LONGEST_NAME = 300
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Seen:
    """What came back for an address, read once."""

    asked: str
    final: str
    title: str = ""
    heading: str = ""
    words: Sequence[str] = ()
    """The words of its main text, in small letters; each sign of Chinese or Japanese is one."""
    canonical: tuple[str, ...] = ()
    """The addresses that it calls its own."""
    scripts: int = 0
    """How many programs it brings along."""
    assets: tuple[str, ...] = ()
    """The hosts that its frames and programs come from."""
    wall: str | None = None
    """What stands in its place, in words, where a wall does."""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def left(self) -> bool:
        """Whether another address answered in the end."""
        return self.asked != self.final and _plain(self.asked) != _plain(self.final)

    @property
    def stayed_home(self) -> bool:
        """Whether what answered belongs to the same owner."""
        return site_of(self.asked) == site_of(self.final)

    @property
    def names(self) -> tuple[str, ...]:
        """What the page calls itself, by title and heading."""
        return tuple(filter(None, (self.title, self.heading)))


def seen(asked: str, answer: Answer) -> Seen | None:
    """Return the page of an answer, or None where it is no HTML and there is nothing to see."""
    kind = answer.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in _HTML or not answer.body:
        return None
    text = decode(answer.body, answer.headers)
    page = Page(text, answer.url)
    heading = page.heading.text if page.heading else ""
    own = (*page.canonical, *(content for _, content in page.meta("og:url")))
    brought = list(page.root.iter("script", "iframe", "frame", "img"))
    sources = [element.get("src") or "" for element in brought]
    return Seen(
        asked=asked.partition("#")[0],
        final=answer.url.partition("#")[0],
        title=page.title[:_LONGEST_NAME],
        heading=heading[:_LONGEST_NAME],
        words=words_of(page.root),
        canonical=own,
        scripts=sum(element.tag == "script" for element in brought),
        assets=tuple(dict.fromkeys(parts_of(source).hostname or "" for source in sources if "//" in source[:9])),
        wall=wall(text, answer.headers, answer.url),
        headers=answer.headers,
    )


def _plain(url: str) -> str:
    parts = parts_of(url)
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}"
