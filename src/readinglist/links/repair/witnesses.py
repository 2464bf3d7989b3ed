"""Who says that a page lives elsewhere now, and who says that it is still the same page. Pure."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from readinglist.ledger.record import Record
from readinglist.links.authorities._authority import State, Word
from readinglist.links.repair.canonical import moved_host
from readinglist.links.repair.proposal import is_respelled
from readinglist.links.repair.seeing import View
from readinglist.links.truth.drift import is_another_title
from readinglist.links.truth.landing import is_deep
from readinglist.links.truth.sketch import REWRITTEN, share_left
from readinglist.model.addresses import plain_address
from readinglist.model.identity import identity_of

_LONG_NAME = 12  # letters


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an address besides what it answers."""

    today: datetime.date
    record: Record | None = None
    title: str | None = None
    """What the list calls the work."""
    word: Word | None = None
    """What the authority for it said."""


def lasting(old: View, new: str, known: Known) -> Iterator[str]:
    """Yield what says that the new address is to stay, besides the redirect."""
    record, page = known.record, old.page
    if record and record.new_url == new and (record.moved_since or record.checked) < known.today.isoformat():
        yield f"the same redirect was there on {record.moved_since or record.checked}"
    if page and any(_same(each, new) for each in page.canonical):
        yield "the page calls the new address its own"
    if known.word and known.word.state in {State.RENAMED, State.ARCHIVED} and _same(known.word.new_url or "", new):
        yield known.word.detail
    if old.promises_https and new.startswith("https:") and not old.url.startswith("https:"):
        yield "the host promises to answer by https"
    if (moved := moved_host(old.url)) and _same(moved.url, new):
        yield moved.why


def same_work(old: View, new: str, known: Known) -> Iterator[str]:
    """Yield what says that the new address shows the work that the old one was of."""
    page, record = old.page, known.record
    if is_respelled(old.url, new):
        yield "it is the same address but for its spelling"
    if known.word and known.word.state in {State.RENAMED, State.ARCHIVED} and _same(known.word.new_url or "", new):
        yield "who keeps the register says that it is the same"
    if (moved := moved_host(old.url)) and is_respelled(moved.url, new):
        yield "the whole host has moved, with its pages"
    sketch = record.sketch if record and _is_of_before(record) else None
    if page and record and sketch and (share_left(sketch, page.words) or 0) >= REWRITTEN:
        yield f"the text is that of {record.vouched or record.first_seen}"
    if page and known.title and any(_calls(name, known.title) for name in page.names):
        yield "the page is called as the list calls it"
    if _host(old.url) == _host(new) and _name(old.url) == _name(new) and _is_telling(_name(new)):
        yield "the page has kept its name"


def doubts(old: View, new: str, known: Known) -> Iterator[str]:
    """Yield what speaks against a new address; with one of these nothing is written."""
    asked, led = urlsplit(old.url), urlsplit(new)
    if is_deep(asked.path, asked.query) and not is_deep(led.path, led.query):
        yield "a page among others leads to a home page"
    if old.url.startswith("https:") and new.startswith("http:"):
        yield "the new address is not encrypted"
    if "@" in asked.netloc:
        yield "the address says who asks, and the new one does not"
    if old.judgement.final_url and not _same(old.judgement.final_url, new):
        yield f"from there it goes on to {old.judgement.final_url}"
    if old.url.lower().partition("?")[0].endswith(".pdf") and old.kind.startswith("text/html"):
        yield "a document leads to a page"
    if known.word and known.word.state is State.ABSENT:
        yield f"who keeps the register does not have it: {known.word.detail}"
    if title := _another_title(old, known):
        yield title


def refusals(old: View, new: str, known: Known) -> Iterator[str]:
    """Yield what shows that a redirect leads to something else; such a one is not even proposed."""
    if known.word and known.word.state is State.THERE and not is_respelled(old.url, new):
        yield f"who keeps the register knows nothing of a new name: {known.word.detail}"
    if urlsplit(old.url).query and urlsplit(new).path in {"", "/"} and not urlsplit(new).query:
        yield "an address with a question in it leads to a home page"
    if name_different_works(old.url, new):
        yield "the two addresses name different works"
    if (title := _another_title(old, known)) and not is_respelled(old.url, new):
        yield title


def _another_title(old: View, known: Known) -> str:
    """Return in words that a page is called otherwise than the list calls the work; nothing where it is not."""
    names = old.page.names if old.page else ()
    if known.title and names and all(is_another_title(known.title, name) for name in names):
        return f"the list calls it '{known.title[:80]}', and the page is called '{names[0][:80]}'"
    return ""


def name_different_works(old: str, new: str) -> bool:
    """Return whether both addresses name works, and not the same one: two papers on arXiv, two DOIs."""
    first, second = identity_of(old), identity_of(new)
    kinds = {"doi", "arxiv", "video", "isbn"}
    return first.partition(":")[0] in kinds and second.partition(":")[0] in kinds and first != second


def _is_of_before(record: Record) -> bool:
    """Return whether a page was known before it was moved, or a person has looked at it since."""
    if record.vouched or record.new_url is None:
        return True
    return record.moved_since is not None and record.first_seen < record.moved_since


def _calls(name: str, title: str) -> bool:
    """Return whether a page's name is a title, or holds one that is long enough to be no accident."""
    first, second = _folded(name), _folded(title)
    return first == second or (len(second) >= _LONG_NAME and f" {second} " in f" {first} ")


def _same(one: str, other: str) -> bool:
    first, second = (plain_address(each.partition("#")[0]).casefold() for each in (one, other))
    return first == second


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _name(url: str) -> str:
    return urlsplit(url).path.rstrip("/").rpartition("/")[2].lower()


def _is_telling(name: str) -> bool:
    """Return whether the name of a page says which one it is, unlike `index.html`."""
    return len(name) >= _LONG_NAME and len(re.split(r"[-_]", name)) > 2


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
