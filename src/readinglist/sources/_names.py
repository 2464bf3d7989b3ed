"""The people and bodies of services as a catalog has them; nobody is invented."""

from __future__ import annotations

import re
from collections.abc import Iterable

from readinglist.model.malformed import Malformed
from readinglist.model.person import person_fields
from readinglist.sources._nothing import says_nothing
from readinglist.sources._text import words

Name = dict[str, str]

# No word that is somebody's family name: Ofir Press and Andrew Bank are people.
_BODIES = re.compile(
    r"\b(?:agency|association|authors|bureau|center|centre|centers|collaboration|collaborators|commission|committee"
    r"|community|company|consortium|contributors|corporation|council|deepmind|department|developers|division|federation"
    r"|foundation|government|group|inc|initiative|institut|institute|institution|investigators|laboratory|labs|llc|ltd"
    r"|gmbh|ministry|museum|network|organi[sz]ation|organizers|program|programme|project|research|services|society"
    r"|survey|team|universit\w+|wikipedia|\w+verband|\w*zentrum|of|for|the)\b",
    re.IGNORECASE,
)
_ARTIFICIAL = re.compile(r"\bAI$")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV)\.?", re.IGNORECASE)
_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
_NUMBER = re.compile(r"\s*\(\d+\)$")  # by which some repositories tell people of one name apart
# What services write where they know nobody.
_NOBODY = frozenset({"unknown author", "et al.", "others", "na", "unknown"})


def person(family: str, given: str = "", *, suffix: str = "", orcid: str = "") -> Name:
    """Return a person whose names a service tells apart; with one name only, a name that is not taken apart."""
    family, given, suffix = _name(family), _name(given), _name(suffix)
    if not family or not given:
        return body(family or given, orcid=orcid)
    return _stated(family=family, given=given, suffix=suffix, ORCID=_orcid(orcid))


def body(name: str, *, orcid: str = "") -> Name:
    """Return a body, or a person of one name."""
    return _stated(literal=_name(name), ORCID=_orcid(orcid)) if _name(name) else {}


def is_body(name: str) -> bool:
    """Tell whether a name holds a word that only bodies have in theirs."""
    return bool(_BODIES.search(name) or _ARTIFICIAL.search(name))


def whole(text: str, *, orcid: str = "") -> Name:
    """Return who a name in one piece is: `Family, Given`, or in reading order."""
    text = _name(text)
    if is_body(text) or ":" in text or "(" in text:
        return body(text, orcid=orcid)
    names, _, suffix = _without_suffix(text)
    try:
        found = person_fields(names.replace("{", "").replace("}", ""))
    except Malformed:
        return body(text, orcid=orcid)
    if not isinstance(found, dict) or "literal" in found:
        return body(text, orcid=orcid)
    return _stated(**{**found, **({"suffix": suffix} if suffix else {})}, ORCID=_orcid(orcid))


def everyone(people: Iterable[Name]) -> list[Name]:
    """Return the people that are named, two of one name too; a list that is all in capitals is written as names are."""
    named = [each for each in people if each]
    families = [each["family"] for each in named if "family" in each]
    if families and all(family.isupper() and len(family) > 1 for family in families):
        return [{part: _capitalised(part, text) for part, text in each.items()} for each in named]
    return named


def _name(text: str) -> str:
    text = _NUMBER.sub("", words(text).strip(" ,;"))
    return "" if says_nothing(text) or text.casefold() in _NOBODY else text


def _without_suffix(text: str) -> tuple[str, str, str]:
    front, space, last = text.rpartition(" ")
    if _SUFFIX.fullmatch(last) and " " in front.strip(" ,"):
        return front.rstrip(" ,"), space, last
    return text, "", ""


def _capitalised(part: str, text: str) -> str:
    shouted = part in {"family", "given"} and text.isupper() and len(text) > 3 and "." not in text
    if not shouted and not (part == "family" and text.isupper()):
        return text
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), text)


def _orcid(text: str) -> str:
    found = _ORCID.search(text)
    return found[0].upper() if found else ""


def _stated(**parts: str) -> Name:
    return {part: text for part, text in parts.items() if text}
