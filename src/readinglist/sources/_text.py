"""Texts of answers as a catalog has them: on one line, entities decoded, without markup and control characters."""

from __future__ import annotations

import html
import re

from readinglist.model.typography import composed, one_line

_BLOCK = re.compile(r"</?(?:jats:)?(?:p|sec|title|list|list-item|br|div|li|ul|ol|h[1-6])\b[^<>]*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:[A-Za-z]+:)?([A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>|<!--[^<>]*-->|<!\[CDATA\[|\]\]>")
_KEPT = {"sub": "sub", "sup": "sup", "i": "i", "italic": "i", "em": "i", "inf": "sub"}
# Elements of JATS, MathML and HTML: `List<T>` and `a <b> c` in a title are neither.
_KNOWN = frozenset(
    """a abbr abstract b bold br button cite code div em email ext-link fn font g h1 h2 h3 h4 h5 h6 i img inf
    inline-formula italic label li list list-item math mfenced mfrac mi mml mmultiscripts mn mo monospace mover
    mprescripts mrow mspace msqrt mstyle msub msubsup msup mtext munder named-content none ol p pre roman sc scp
    script sec semantics annotation small-caps small span strike strong sub sup tex-math title tt u ul underline
    xref""".split()
)
_LOOSE = re.compile(r"(?<=[^\W\d_]) (?=<sub>)")  # what is left of the line breaks of `CO\n<sub>2</sub>`
_CONTROLS = dict.fromkeys([*range(9), *range(11, 13), *range(14, 32), *range(127, 160), 0x2028, 0x2029])
_CONTROLS |= dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, *range(0xFFF9, 0xFFFC)])
_CONTROLS |= dict.fromkeys(range(0xD800, 0xE000))


def words(text: str) -> str:
    """Return a text without any markup."""
    return _line(text, {})


def title(text: str) -> str:
    """Return a title, which keeps `<sub>`, `<sup>` and `<i>`, for they are part of it."""
    return _LOOSE.sub("", _line(text, _KEPT))


def _line(text: str, kept: dict[str, str]) -> str:
    if "&" in text:  # the services' own escaping, and that of what was handed to them
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub(lambda tag: _tag(tag, kept), _BLOCK.sub(" ", text))
    return one_line(composed(text if text.isprintable() else text.translate(_CONTROLS)))


def _tag(tag: re.Match[str], kept: dict[str, str]) -> str:
    name = (tag[1] or "").lower()
    if name in kept:
        return f"</{kept[name]}>" if tag[0].startswith("</") else f"<{kept[name]}>"
    return "" if not name or name in _KNOWN else tag[0]
