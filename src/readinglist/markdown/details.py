"""What stands around a title: the year in parentheses, names, a number of arXiv, tags at the end."""

from __future__ import annotations

import re
from typing import Any

from readinglist.model.dates import Date
from readinglist.model.identifiers import ArXiv, Url
from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields

_DATE = r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?"
_TITLE_DATE = re.compile(rf"(?P<title>.*?\S)\s*[(（](?P<date>{_DATE})[)）](?P<rest>.*)")
_AFTER_TITLE = re.compile(rf"\s*[(（](?P<date>{_DATE})[)）](?P<rest>.*)", re.DOTALL)
_NAMES_AND_REST = re.compile(
    r",\s+(?P<names>[^:：\n(*]{2,300}?)(?P<rest>(?:\s*[:：–—]|,\s+\*|\s+[-·(#]|\s*\.?$).*)", re.DOTALL
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:(?:van|von|de|der|den|la|le|di|da|del|dos|bin|el|al)\s+)*{_CAPITAL}){{0,4}}")
_BETWEEN_NAMES = re.compile(r",\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*")
_ET_AL = re.compile(r",?\s+et\.?\s+al\.?$")
_VENUE = re.compile(r",\s+\*(?P<venue>[^*\n]+)\*(?P<rest>.*)", re.DOTALL)
_TAGS = re.compile(r"(?:(?:^|\s+)#[^\W\d_][\w+.#-]*)+$")
_NUMBERED = re.compile(rf"\[(?P<arxiv>{ArXiv.pattern.pattern})\]\s+(?P<title>\S.*)")


def address(href: str) -> str | None:
    """Return an address as a catalog may hold it, or None for what is none."""
    for spelling in (href, re.sub(r"[\s<>\"{}|\\^`]", lambda sign: f"%{ord(sign[0]):02X}", href.strip())):
        try:
            if re.match(r"(?:https?|ftp)://", spelling, re.IGNORECASE):
                return str(Url.parse(spelling))
        except Malformed:
            continue
    return None


def titled(words: str) -> tuple[dict[str, Any], str]:
    """Return the title, year and names that stand in one text, and what follows them."""
    found = _TITLE_DATE.fullmatch(words)
    if not found:
        return {"title": words.strip(" \t-–—:：,|·.") if not words.endswith("...") else words}, ""
    fields, rest = after_date(found["date"], found["rest"])
    return {"title": found["title"].strip(" -–—:：,")} | fields, rest


def after_title(text: str) -> tuple[dict[str, Any], str]:
    """Return the year and names that stand behind a link, `(2017), A. Author et al.`, and what follows them."""
    found = _AFTER_TITLE.match(text)
    if not found:
        return {}, text
    return after_date(found["date"], found["rest"])


def after_date(date: str, text: str) -> tuple[dict[str, Any], str]:
    """Return the fields of a date and of the names and venue behind it, and what follows them."""
    try:
        fields: dict[str, Any] = {"issued": Date.parse(date).text}
    except Malformed:
        return {}, f"({date}){text}"
    if (found := _NAMES_AND_REST.match(text)) and (people := names(found["names"])):
        fields, text = fields | people, found["rest"]
    if venue := _VENUE.match(text):
        fields, text = fields | {"container-title": venue["venue"]}, venue["rest"]
    return fields, text


def names(text: str) -> dict[str, Any]:
    """Return the authors that a text lists and nothing else; nothing where it is no list of names."""
    text = text.strip()
    bare = _ET_AL.sub("", text)
    parts = [part.strip() for part in _BETWEEN_NAMES.split(bare)]
    if not all(_NAME.fullmatch(part) for part in parts):
        return {}
    people: dict[str, Any] = {"author": [person_fields(part) for part in parts]}
    return people | ({"others": "true"} if bare != text else {})


def tags_at_end(text: str) -> tuple[list[str], str]:
    """Return the `#tags` that end a text, and the text without them."""
    found = _TAGS.search(text)
    return (found[0].replace("#", " ").split(), text[: found.start()]) if found else ([], text)


def tag_of(words: str) -> str:
    """Return a heading or label as a tag."""
    return re.sub(r"[^\w+.]+", "-", words.casefold()).strip("-.")


def numbered(title: str) -> dict[str, str]:
    """Return what `[2211.05102] Title` says: a title, a label, an arXiv number."""
    found = _NUMBERED.fullmatch(title)
    return {"title": found["title"], "label": title, "arxiv": found["arxiv"]} if found else {"title": title}
