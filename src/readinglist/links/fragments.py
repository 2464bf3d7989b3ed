"""Is there a section of that name on the page?"""

from __future__ import annotations

import html
import re
import threading
from urllib.parse import unquote, urlsplit

from readinglist.webpage.decoding import decode

_NAMES = re.compile(
    r"""[\s"'](?:id|name)\s{0,9}=\s{0,9}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})'|([^\s"'<>=`]{1,1000}))""",
    re.IGNORECASE,
)
_BUILT_IN_THE_BROWSER = re.compile(
    r"<div[^<>]{0,200}\bid=[\"']?(?:root|app|__next|__nuxt|___gatsby|svelte)\b", re.IGNORECASE
)
_NOT_A_SECTION = re.compile(r":~:|[!/]|L\d+|page=|t=|issuecomment-|discussion|diff-|pullrequestreview-", re.IGNORECASE)

_reading = threading.Lock()  # a page is as large again as a text, so one is at a time


def has_section(fragment: str, body: bytes, content_type: str, url: str) -> bool | None:
    """Return whether the page has the section; None where that cannot be said."""
    wanted = unquote(fragment)
    if not wanted or wanted.lower() == "top" or _NOT_A_SECTION.match(wanted):
        return None
    if content_type and not re.match(r"(?:text/html|application/xhtml)", content_type, re.IGNORECASE):
        return None
    if wanted == "readme" and (urlsplit(url).hostname or "").endswith(("github.com", "gitlab.com")):
        return None
    with _reading:
        found = _is_in(fragment, decode(body, {"content-type": content_type}))
        if found is False and not wanted.isascii():  # many a server names the charset of another page
            return _is_in(fragment, body.decode("utf-8", "replace"))
    return found


def _is_in(fragment: str, text: str) -> bool | None:
    """Return whether a text names a section, in this spelling or in that of an old page; None where programs do."""
    wanted, names = unquote(fragment), _names(text)
    if {wanted, fragment, unquote(fragment, "cp1252"), f"user-content-{wanted}"} & names:
        return True
    if f"user-content-{wanted.lower()}" in text:
        return True
    return None if _BUILT_IN_THE_BROWSER.search(text) and len(names) < 20 else False


def _names(text: str) -> set[str]:
    return {html.unescape(next(filter(None, match.groups()))) for match in _NAMES.finditer(text)}
