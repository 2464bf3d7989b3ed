"""A catalog file's bytes into text that YAML can be asked about, with what had to be put aside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from readinglist.catalog_file.parse import Trouble

# What no text of a list needs: controls, line separators that editors do not show, direction overrides.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t].*)?$", re.MULTILINE)


def decode(data: bytes) -> tuple[str, bool, list[Trouble]]:
    """Return the text, whether it began with a byte order mark, and what is wrong with its encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:2]:
        return "", False, [Trouble(0, "bad-encoding", "this file is UTF-16; save it as UTF-8")]
    bom = data.startswith(b"\xef\xbb\xbf")
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8"), bom, []
    except UnicodeDecodeError as error:
        offset = len(data[: error.start].decode("utf-8"))
        what = f"byte 0x{data[error.start]:02x} is not UTF-8; save the file as UTF-8"
        return data.decode("utf-8", "replace"), bom, [Trouble(offset, "bad-encoding", what)]


def readable(text: str) -> tuple[str, list[Trouble]]:
    """Return the text with what YAML must not see blanked, every character where it was."""
    troubles = [*_conflicts(text), *_controls(text)]
    if not troubles:
        return text, []
    text = _CONFLICT.sub(lambda line: " " * len(line[0]), text)
    return FORBIDDEN.sub(" ", text), troubles


def _conflicts(text: str) -> Iterator[Trouble]:
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    for line in _CONFLICT.finditer(text):
        if line[0][0] in "<>":
            yield Trouble(line.start(), "merge-conflict-marker", "a merge was left unfinished here; keep one side")


def _controls(text: str) -> Iterator[Trouble]:
    for sign in FORBIDDEN.finditer(text):
        yield Trouble(sign.start(), "control-character", f"{_name(sign[0])} does not belong in text; remove it")


def _name(sign: str) -> str:
    return f"U+{ord(sign):04X} {unicodedata.name(sign, 'control character')}"


def hidden_in(value: str) -> str | None:
    """Return the name of a character that an escape such as `\\x1b` smuggled into a value."""
    found = None if value.isprintable() else FORBIDDEN.search(value)
    return _name(found[0]) if found else None
