"""A body as it was packed, unpacked piece by piece: never more of it than is wanted, however small it was packed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from readinglist.web.messages import NoAnswer, Trouble

_KNOWN = {"gzip", "x-gzip", "deflate"}
_MOST_TIMES = 2
_PIECE = 65536


def unpacked(encoding: str, pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield at most `limit` bytes of a body that is packed as its Content-Encoding says.

    Raises `NoAnswer` where it is not, where it breaks off, and where it is packed in a way that nobody asked for.
    """
    kinds = [kind for each in encoding.lower().split(",") if (kind := each.strip()) not in {"", "identity"}]
    if len(kinds) > _MOST_TIMES or not _KNOWN.issuperset(kinds):
        raise NoAnswer(Trouble.NOT_HTTP, f"the body is packed as '{encoding[:80]}', which nobody asked for")
    for kind in reversed(kinds):
        pieces = _unpacked(kind, pieces, limit)
    yield from pieces


def _unpacked(kind: str, pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    """Yield what is in the parts of a body; what stands behind them is refuse."""
    unpack, parts = None, 0
    for piece in pieces:
        while piece:
            if unpack is None:
                if parts and (kind == "deflate" or piece[:1] != b"\x1f"):
                    return
                unpack, parts = _opened(kind, piece), parts + 1
            try:
                out = unpack.decompress(piece, min(limit, _PIECE))
            except zlib.error as error:
                raise NoAnswer(Trouble.NOT_HTTP, "the body is not packed as its headers say") from error
            limit -= len(out)
            yield out
            if limit <= 0:
                return
            piece, unpack = (unpack.unused_data, None) if unpack.eof else (unpack.unconsumed_tail, unpack)
    if unpack:
        raise NoAnswer(Trouble.RESET, "the body breaks off")


def _opened(kind: str, beginning: bytes) -> Any:
    """Return what unpacks a body that begins so; `deflate` comes with a head of two bytes, and often without."""
    if kind != "deflate":
        return zlib.decompressobj(47)
    has_head = beginning[0] & 15 == 8 and int.from_bytes(beginning[:2], "big") % 31 == 0
    return zlib.decompressobj(15 if has_head else -15)
