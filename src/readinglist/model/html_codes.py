"""The codes that HTML writes for signs: `&amp;`, `&#8217;`."""

from __future__ import annotations

import html
import re
from html.entities import html5

CODE = re.compile(r"&(?:#\d{1,32}|#[xX][0-9a-fA-F]{1,32}|[a-zA-Z][a-zA-Z0-9]{1,31});")

_NO_SIGN = "\ufffd"


def decoded(text: str) -> str:
    """Return the text with the sign for each code; codes of signs that cannot be seen stay."""
    return CODE.sub(lambda code: _sign(code[0]), text)


def codes(text: str) -> list[str]:
    """Return the codes in a text that stand for a sign, in reading order."""
    return [code[0] for code in CODE.finditer(text) if _sign(code[0]) != code[0]]


def _sign(code: str) -> str:
    if code[1] != "#" and code[1:] not in html5:
        return code
    sign = html.unescape(code).replace("\xa0", " ")
    return sign if sign.isprintable() and sign != _NO_SIGN else code
