import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.model.person import Person
from readinglist.rules import rule
from readinglist.rules.names._people import corrected, places

_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*")
_TITLE_BEFORE = re.compile(r"\A(?:(?:Prof|Dr|Dipl)\.(?:-?Ing\.)?\s*|(?:Prof|Dr|Professor|Doctor)\s+(?=\w))+")
_TITLE_AFTER = re.compile(r",?\s*\b(?:Ph\.?\s?D\.?|M\.?D\.|MSc|M\.Sc\.?|MBA|Esq\.?)\Z")
_MAIL = re.compile(r"\S+@\S+\.\S+")
_SIGN = re.compile(r"[(\[（@&;*†‡]|\d|\b(?:Prof|Dr|Dipl|Ph|Professor|Doctor)\b|(?:M\.?D\.|MSc|M\.Sc\.?|MBA|Esq\.?)\Z")


@rule(Severity.WARNING)
def nickname_or_junk(catalog: Catalog) -> Iterator[Finding]:
    """A name holds what is no part of it: a nickname in brackets, a degree, an address, a footnote's mark.

    All of it is printed in every bibliography. The name of a body may hold any sign.

    Flagged:

        - id: nickname
          author:
          - {family: Wang, given: Zian (andy)}

    Fixed:

        - id: nickname
          author:
          - {family: Wang, given: Zian}

    Flagged:

        - id: degree
          author:
          - {family: Curie, given: Dr. Marie}

        - id: address
          author:
          - {family: Kwon, given: Woosuk kwon@example.org}

        - id: footnote
          author:
          - {family: Kwon1, given: Woosuk}

        - id: two
          author:
          - {family: Kernighan & Ritchie, given: B.}

    Fine:

        - id: people
          author:
          - {family: Drucker, given: Peter}
          - {family: Phillips, given: Ph.}
          - {literal: Barnes & Noble}
          - {literal: 50 Cent}
    """
    for person in catalog.mentions:
        if person.family and (found := _junk(person)):
            part, told = found
            value = person.family if part == "family" else person.given
            clean = _clean(value or "")
            for place in places(catalog, person):
                fix = corrected(catalog, place, **{part: clean}) if clean and clean != value else None
                yield Finding(place, f"{told} in the name '{person.text}'; take away what is no part of it", fix)


def _junk(person: Person) -> tuple[str, str] | None:
    for part, value in (("given", person.given), ("family", person.family)):
        if value and _SIGN.search(value):
            for sign, told in _KINDS:
                if sign.search(value):
                    return part, told
    return None


_KINDS = (
    (_MAIL, "there is an address"),
    (_BRACKETS, "there are brackets"),
    (_TITLE_BEFORE, "there is a degree or title"),
    (_TITLE_AFTER, "there is a degree or title"),
    (re.compile(r"[&;]"), "there are two people"),
    (re.compile(r"[*†‡]|\d"), "there is a digit or a footnote's mark"),
)


def _clean(name: str) -> str:
    for sign in (_MAIL, _BRACKETS):
        name = sign.sub(" ", name)
    name = _TITLE_AFTER.sub("", _TITLE_BEFORE.sub("", name, count=1))
    return " ".join(re.sub(r"(?<=\w)[\d*†‡,]+\Z", "", name.strip()).split())
