"""Whether two titles are that of one work; what `2016` and `2017`, `BC` and `BC+` tell apart is told apart."""

from __future__ import annotations

import difflib
import html
import re
import unicodedata

_ALIKE = 0.9


def folded_title(title: str) -> str:
    """Return a title without case, accents, markup and punctuation; digits, + and # stay."""
    plain = re.sub(r"<[^<>]{0,60}>", "", html.unescape(title))
    plain = unicodedata.normalize("NFKD", plain).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[\w+#]+", plain.replace("_", " ")))


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles can be of one work: alike, or one of them with its subtitle left out."""
    ours, theirs = folded_title(one), folded_title(other)
    if ours == theirs:
        return True
    if _signs(ours) == _signs(theirs) and difflib.SequenceMatcher(None, ours, theirs, autojunk=False).ratio() >= _ALIKE:
        return True
    return _is_short_for(one, other) or _is_short_for(other, one)


def _signs(folded: str) -> list[str]:
    return re.findall(r"\d+|[+#]", folded)


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether a title is the part of another before its colon or dash."""
    return any(
        folded_title(short) == folded_title(long[: found.start()]) and len(folded_title(short)) > 3
        for found in re.finditer(r":\s|\s[-–—|·]\s|\?\s", long)
    )
