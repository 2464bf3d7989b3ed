"""The bytes of a page into text: mark, header, what the page says of itself, UTF-8, and last a guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_STATED = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.I)
_LOOKED_AT = 4096
# What the Web calls these is what Windows means by them.
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip


def decode(body: bytes, headers: Mapping[str, str]) -> str:
    """Return the text of a page; no byte stops it."""
    stated = list(dict.fromkeys(_stated(body, headers)))
    for name in (*stated, "utf-8"):
        try:
            return _usable(body.decode(name))
        except UnicodeDecodeError:
            continue
    return _usable(body.decode(stated[0] if stated else "cp1252", "replace"))


def _stated(body: bytes, headers: Mapping[str, str]) -> Iterator[str]:
    """Yield the encodings that the answer and the page state, the most trusted first."""
    yield from (name for mark, name in _BOMS if body.startswith(mark))
    in_header = _CHARSET.search(headers.get("content-type", ""))
    in_page = _STATED.search(body[:_LOOKED_AT])
    for name in (in_header and in_header[1], in_page and in_page[1].decode("ascii")):
        if name and (known := _known(name)):
            yield known


def _known(name: str) -> str | None:
    """Return Python's name of a text encoding."""
    try:
        found = codecs.lookup(name).name
        " ".encode(found)  # refuses what is no encoding of text, such as hex
    except LookupError:
        return None
    return _MEANT.get(found, found)


def _usable(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\x00", "")
