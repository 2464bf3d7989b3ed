"""Text as a terminal or a log may show it: nothing in it acts, everything in it can be seen."""

from __future__ import annotations

import re

# Controls and line ends; marks that turn the direction of reading; what has no width and hides in a
# word (but for the joiners, which emoji and Persian need); what no file should hold at all.
_ACTS = re.compile(
    "[\x00-\x1f\x7f-\x9f"
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)


_TERMINAL_SEQUENCE = re.compile(
    "\x1b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\x07\x1b]*(?:\x07|\x1b\\\\)?|[@-Z\\\\^_])|\x9b[0-?]*[ -/]*[@-~]"
)


def harmless(text: str) -> str:
    """Return the text on one line, without anything in it that acts instead of showing."""
    return " ".join(_ACTS.sub(_gone, _TERMINAL_SEQUENCE.sub("", text)).split())


def _gone(sign: re.Match[str]) -> str:
    return " " if sign[0] in "\t\n\v\f\r\x85\u2028\u2029" else ""


def visible(text: str) -> str:
    r"""Return the text on one line, with `\x1b` and the like for each character that acts instead of showing."""
    return _ACTS.sub(_escaped, text).replace("##[", "#\\x23[")  # which GitHub's runner obeys anywhere in a line


def _escaped(sign: re.Match[str]) -> str:
    return sign[0].encode("unicode_escape").decode("ascii")
