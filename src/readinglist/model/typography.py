"""Text as people mean it: letters composed, no invisible signs, one space between words."""

from __future__ import annotations

import re
import unicodedata

# Normalisation would replace these by other characters, and people write their names with them.
_CJK_VARIANTS = "\uf900-\ufaff\U0002f800-\U0002fa1f"
_RUN = re.compile(f"[^{_CJK_VARIANTS}]+")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
# A space that does not break is right where French and SI put one.
_STRAY_HARD_SPACE = re.compile(r"[\u00a0\u202f](?<![«‹\d—–].)(?![»›:;!?%€°—–\d])")
_SPACES = re.compile(r"[ \t\r\n]+")


def composed(text: str) -> str:
    """Return the text in Unicode's composed form, without ligatures, invisible signs and stray hard spaces."""
    if text.isascii():
        return text
    text = _STRAY_HARD_SPACE.sub(" ", _INVISIBLE.sub("", text))
    text = _LIGATURES.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    if unicodedata.is_normalized("NFC", text):
        return text
    return _RUN.sub(lambda run: unicodedata.normalize("NFC", run[0]), text)


def one_line(text: str) -> str:
    """Return the text on one line, its words one space apart."""
    return _SPACES.sub(" ", text).strip(" ")
