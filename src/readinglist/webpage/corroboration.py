"""Names that stand elsewhere too: near the heading, for what a page tells machines it should tell its readers, and in
the address of the site, for many people write on a site of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from readinglist.sources._names import is_body
from readinglist.webpage.clue import Clue
from readinglist.webpage.page import Page
from readinglist.webpage.texts import folded

_LONG_ENOUGH = 4
_PLATFORMS = (".github.io", ".gitlab.io", ".netlify.app", ".bearblog.dev", ".blogspot.com", ".wordpress.com")
_BY = re.compile(r"(?:by|von|par|por|di|door|av|text|autor|author|foto|words)\W*$", re.IGNORECASE)


def corroborated(clues: Iterable[Clue], page: Page) -> Iterator[Clue]:
    """Yield a clue for each list of authors whose names all stand near the heading, and for whose site it is."""
    heading = folded(page.heading.text) if page.heading else ""
    around = folded(page.before_heading + " " + page.after_heading)
    for clue in clues:
        if clue.field != "author" or not clue.value:
            continue
        if all(folded(name) in around and folded(name) not in heading for name in clue.value):
            said = all(_follows_by(name, page.after_heading) for name in clue.value[:1])
            yield Clue("author", clue.value, "text near the heading", "near-heading-by" if said else "near-heading")
        if len(clue.value) == 1 and _owns(clue.value[0], page.host):
            yield Clue("author", clue.value, "host", "own-site")


def _owns(name: str, host: str) -> bool:
    """Tell whether a host has the family name of a person in it: `jdoering.com`.

    All of a name is as often that of a firm (`Hugging Face`), but where everybody has a site: `janedoe.github.io`.
    """
    words, label = name.split(), folded(host)
    if len(words) < 2 or is_body(name) or not (words[0][0].isupper() and words[-1][0].isupper()):
        return False
    if folded(name) in label:
        return host.endswith(_PLATFORMS)
    return len(words[-1]) >= _LONG_ENOUGH and folded(words[-1]) in label


def _follows_by(name: str, text: str) -> bool:
    at = text.find(name)
    return at >= 0 and bool(_BY.search(text[max(0, at - 20) : at]))
