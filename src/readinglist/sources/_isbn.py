"""ISBNs of ten and of thirteen digits as one."""

from __future__ import annotations

import re


def thirteen(isbn: str) -> str:
    """Return an ISBN's thirteen digits; nothing for what is none."""
    signs = re.sub(r"[\s-]", "", isbn).upper()
    if re.fullmatch(r"97[89]\d{10}", signs):
        return signs
    if not re.fullmatch(r"\d{9}[\dX]", signs):
        return ""
    digits = f"978{signs[:9]}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"
