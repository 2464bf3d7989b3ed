"""What stands where an author should, and is nobody: roles, firms, agencies, words of the page."""

from __future__ import annotations

import re
from collections.abc import Collection

from readinglist.webpage.texts import folded

# The whole of what stands there, perhaps with one more word on either side.
_ROLES = """
    admin administrator webmaster redaktion redazione redacción rédaction redactie redakcja editor editors
    editorial staff team anonymous anonym unknown guest user author authors none null undefined false true nan
    default root test support newsroom correspondent contributor contributors reporter writer press desk news
    home about contact login share comment comments 编辑 編集部 新华网 責任編輯
""".split()
_AGENCIES = "afp dpa reuters ap apa sda epd kna ansa efe tass xinhua cnn bbc pti ani ians kyodo".split()
# A word that no person has in the name.
_FIRMS = """
    staff team editor editors editorial redaktion media news agency agentur institute institut university
    universität foundation stiftung inc ltd llc gmbh verein verband ministry ministerium department association
    company corporation group magazin magazine zeitung times journal press blog online network lab labs project
    society council commission bureau
""".split()
_WORDS_OF_PAGES = """
    see view read full bio profile post posts article articles more all follow subscribe click here twitter
    facebook email e-mail rss instagram linkedin log sign up next previous photo getty image images video
    updated published minute minutes license this your our by photograph photo illustration
""".split()
_ROLE = re.compile(rf"(?:\w+[ .-])?(?:{'|'.join(_ROLES)})(?:[ -]\w+)?", re.IGNORECASE)
_AGENCY = re.compile(rf"(?:{'|'.join(_AGENCIES)})(?:[ /-]\w+)?", re.IGNORECASE)
_NO_NAME = re.compile(rf"\b(?:{'|'.join(_FIRMS + _WORDS_OF_PAGES)})\b", re.IGNORECASE)
_NO_WRITING_OF_NAMES = re.compile(r"https?:|www\.|[@<>{}=\\_#]|\d{2}|\.(?:com|org|net|de)\b")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST, _MOST_WORDS = 60, 6


def is_person(name: str, *, known: Collection[str] = ()) -> bool:
    """Tell whether a text can be a person's name; `known` are folded names of what is none, such as the site."""
    if not name or len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or folded(name) in known:
        return False
    if _NO_WRITING_OF_NAMES.search(name) or not _LETTERS.search(name):
        return False
    return not (_ROLE.fullmatch(name) or _AGENCY.fullmatch(name) or _NO_NAME.search(name))


def is_agency(name: str) -> bool:
    """Tell whether a name is a news agency's or broadcaster's, as it stands after a person's."""
    return bool(_AGENCY.fullmatch(name))
