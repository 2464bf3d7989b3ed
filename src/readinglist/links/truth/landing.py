"""Where redirects led: a deep address that ends on a home page, a search, a login or a page of errors."""

from __future__ import annotations

import re
from urllib.parse import unquote

from readinglist.links.truth.hint import Hint
from readinglist.links.truth.parts import parts_of
from readinglist.links.truth.seen import Seen
from readinglist.links.verdict import Verdict

_HOME = re.compile(
    r"/?(?:(?:index|default|home|main|start|welcome)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?(?:/(?:index|home)(?:\.\w{2,5})?)?"
    r"|(?:[a-z]{2}/)?(?:latest|stable|default))?/?",  # the first page of a manual
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:^|[/_.=-])(?:404|410|e404|error-?404|not-?found|page-?not-?found|notfound|gone|nopage|no-such-page|missing-page"
    r"|(?:http)?-?error|errors?|expired|unavailable|removed|deleted|pagina-no-encontrada|nicht-gefunden|introuvable)(?:$|[/_.?-])",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:^|[/_.-])(?:log-?in|sign-?in|sign-?up|sso|oauth2?|openid|saml2?|authenticate|authorize|auth|accounts?/login"
    r"|idp|wayf|shibboleth|connexion|anmelden|registration|register|paywall|subscribe)(?:$|[/_.?-])",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:^|[/_.-])(?:consent|cookie-?(?:wall|consent|policy)|gdpr|privacy-?gate|guce)(?:$|[/_.?-])", re.IGNORECASE
)
_SEARCH = re.compile(
    r"(?:^|[/_.-])(?:search|searchresults?|find|suche|recherche|buscar|busca|cerca|zoeken|sok|haku|szukaj|hledat)(?:$|[/_.?-])",
    re.IGNORECASE,
)


def landing(seen: Seen) -> Hint | None:
    """Return what is odd about where a page's redirects ended; None where they led to a page like the one asked for."""
    if not seen.left:
        return None
    asked, final = parts_of(seen.asked), parts_of(seen.final)
    where = unquote(f"{final.path}?{final.query}" if final.query else final.path)
    host = final.hostname or ""
    before = unquote(asked.path)
    told = f"leads to {seen.final[:200]}"
    if _names(_ERROR, where) and not _names(_ERROR, before):
        return Hint(Verdict.SOFT_404, "error-page", told, certain=True)
    if (_names(_LOGIN, where) or _names(_LOGIN, host)) and not _names(_LOGIN, before):
        return Hint(Verdict.BLOCKED, "login-page", told, certain=True)
    if (_names(_CONSENT, where) or _names(_CONSENT, host)) and not _names(_CONSENT, before):
        return Hint(Verdict.BLOCKED, "consent-page", told, certain=True)
    if not is_deep(asked.path, asked.query):
        return None
    if _names(_SEARCH, final.path) and not _names(_SEARCH, before):
        return Hint(Verdict.SOFT_404, "search-page", told, certain=seen.stayed_home)
    if not is_deep(final.path, final.query) and not _kept_its_end(asked.path, final.path):
        return Hint(Verdict.SOFT_404, "home-page", told, certain=seen.stayed_home and _is_below(asked.path))
    return None


def is_deep(path: str, query: str = "") -> bool:
    """Return whether a path leads to something else than the home page."""
    return not _HOME.fullmatch(path) or bool(re.search(r"(?:^|&)(?:id|p|page|article|doc)=", query))


def _kept_its_end(before: str, now: str) -> bool:
    """Return whether a path ends as it did: `/docs/tool/en/latest/` is the manual at `/en/latest/`."""
    return now.strip("/") != "" and before.rstrip("/").endswith(now.rstrip("/"))


def _is_below(path: str) -> bool:
    """Return whether a path is one of a page among others, and not a short name for the site itself."""
    parts = [part for part in path.split("/") if part]
    return len(parts) > 1 or bool(parts and re.search(r"\.\w{2,5}$|[-_].*[-_]|\d{3}", parts[0]))


def _names(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.search(text))
