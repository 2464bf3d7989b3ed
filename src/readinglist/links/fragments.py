"""Is there a section of that name on the page?"""

from __future__ import annotations

import html
import re
from urllib.parse import unquote, urlsplit

_NAMES = re.compile(
    rb"""[\s"'](?:id|name)\s{0,9}=\s{0,9}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})'|([^\s"'<>=`]{1,1000}))""",
    re.IGNORECASE,
)
_BUILT_IN_THE_BROWSER = re.compile(
    rb"<div[^<>]{0,200}\bid=[\"']?(?:root|app|__next|__nuxt|___gatsby|svelte)\b", re.IGNORECASE
)
_NOT_A_SECTION = re.compile(r":~:|[!/]|L\d+|page=|t=|issuecomment-|discussion|diff-|pullrequestreview-", re.IGNORECASE)


def has_section(fragment: str, body: bytes, content_type: str, url: str) -> bool | None:
    """Return whether the page has the section; None where that cannot be said."""
    wanted = unquote(fragment)
    if not wanted or wanted.lower() == "top" or _NOT_A_SECTION.match(wanted):
        return None
    if content_type and not re.match(r"(?:text/html|application/xhtml)", content_type, re.IGNORECASE):
        return None
    if wanted == "readme" and (urlsplit(url).hostname or "").endswith(("github.com", "gitlab.com")):
        return None
    names = _names(body)
    if {wanted, fragment, f"user-content-{wanted}", f"user-content-{wanted.lower()}"} & names:
        return True
    if f"user-content-{wanted.lower()}".encode() in body:
        return True
    return None if _BUILT_IN_THE_BROWSER.search(body) and len(names) < 20 else False


def _names(body: bytes) -> set[str]:
    found = (next(filter(None, match.groups())) for match in _NAMES.finditer(body))
    return {html.unescape(each.decode("utf-8", "replace")) for each in found}
