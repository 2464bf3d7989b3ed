"""What the addresses of a page say: which one is its own, and a day in it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.own_address import own_address
from readinglist.webpage.page import Page

_DAY = re.compile(r"/((?:19|20)\d\d)(?:[/-](\d\d?)[/-](\d\d?)(?=\D)|/?(\d\d)(\d\d)(?=/))")


@evidence
def addresses(page: Page) -> Iterable[Clue]:
    """Where it stands, and the day that many sites write into that."""
    address, where = own_address(page)
    yield Clue("URL", address, where, "address")
    path = page.url.partition("://")[2]
    if found := _DAY.search(path):
        parts = [each for each in found.groups() if each]
        yield Clue("issued", day_of(f"{parts[0]}-{int(parts[1]):02d}-{int(parts[2]):02d}"), "address", "address")
