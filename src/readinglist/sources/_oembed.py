"""What a page says for being shown inside another one, by oEmbed: title, who made it, and on which site."""

from __future__ import annotations

from readinglist.sources._claims import Claims
from readinglist.sources._json import Node
from readinglist.sources._names import body


def state(shown: Node, claims: Claims) -> None:
    """Claim what an oEmbed answer states; a channel's name is never taken apart."""
    kind = {"video": "motion_picture", "photo": "graphic"}.get(shown["type"].text, "")
    claims.add("type", kind, shown["type"].path)
    claims.text("title", shown["title"])
    claims.people("author", [body(shown["author_name"].text)], shown["author_name"].path, confidence=0.7)
    claims.text("publisher", shown["provider_name"])
