"""The codes under which verdicts are reported: each with its severity and its page in the manual."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import dataclass

from readinglist.model.finding import Severity


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link is judged as it is."""

    name: str
    severity: Severity
    page: str
    subject: str = "links"

    @property
    def promise(self) -> str:
        """The first line of its page."""
        return self.page.partition("\n")[0]


def all_reasons() -> Mapping[str, Reason]:
    """Return every reason there is, by name."""
    return _BY_NAME


_PAGES: dict[Severity, str] = {
    Severity.ERROR: """
not-found: The page answers 404 or 410: it is not there.
    A link that was alive before is called gone only after this was seen on three days at least 72 hours apart;
    until then it is told as a warning. A link that is new to the list is called gone at once: somebody has just
    added it. Look for the page's new address, or point `archive-url` at a copy.

no-such-host: No name server knows the host.
    The name was looked up twice. A domain that has lapsed comes back with another owner sooner or later, so such
    a link should not stay. A link that was alive before is called gone after three days, as with not-found.

malformed-address: The address cannot be asked: no client could.
    It has no host, a port beyond 65535, or a host's name with an empty or overlong part.

unsafe-scheme: The address is of a kind that no list should hold.
    `javascript:`, `data:` and `file:` addresses do something else than lead to a page.
""",
    Severity.WARNING: """
error-page: The address leads to a page for errors.
    The redirects end on an address such as `/404` or `/not-found`, though with the status 200. Look for the page's new
    address, or point `archive-url` at a copy.

home-page: The address of a page leads to the home page.
    Sites that were rebuilt send all their old addresses there. It is only said where the address was one of a page
    among others, or where an address beside it that nobody made leads there too.

search-page: The address of a page leads to a search.
    The site no longer has the page and offers to look for something like it.

same-landing: Several addresses of a host lead to one page.
    At least three different pages of the list end on the same address, so none of them can be what was meant.

says-missing: The page calls itself missing, and answers 200.
    Its title or its heading says so, in one of 29 languages, and it is short. What stands in the text of a page is
    never taken for this: documents that speak of errors are left alone.

answers-everything: The server answers the same for any address.
    An address beside the page that nobody made shows the same page, so that it answers proves nothing.

script-built: Nothing is there without the page's programs, whatever the address.
    The server sends the same empty shell for an address that nobody made, so it cannot be seen whether this page
    exists. Look at it in a browser, and say `readinglist verify ID`.

domain-parked: The domain is only kept: it shows advertisements, or leads to who sells it.
    The site that was meant has gone, and the address will show anything that somebody pays for.

domain-for-sale: The page offers its domain for sale.
    As domain-parked; a short page whose name says so.

nothing-built: The server shows the first page of its program.
    "Welcome to nginx!" and the like: there is a server, and no site.

another-page: The page is another one than the one that was seen first.
    Less than 7 % of its text is what it was. Home pages are never accused of this. If the page is right all the same,
    `readinglist verify ID` takes it as it is now for the right one.

login-page: The address leads to a login.
    Readers without an account do not see the page, and neither do we.

consent-page: The address leads to a question for consent.
    It stands before the page; what is behind cannot be seen.

fragment-missing: The page is there, the section is not.
    No element of the page has the id or name that stands behind `#`. Pages that build themselves in the browser
    are not accused; `readinglist check --explain URL` shows what was looked at.

timeout: No whole answer came within the deadline.
    Silence proves nothing, so this never makes a link gone. The deadline is `timeout` in [check].

refused: The host is there, but nobody listens.
    Often a server that is being restarted; asked again after 2, 15 and 60 seconds and on later days.

reset: The connection was broken off before an answer was there.

unroutable: No way leads to the host's address.

dns-failure: The name servers could not say where the host is.
    This is their failure and no proof that the name does not exist.

server-error: The server says that it is ill (5xx).
    Asked again after 2, 15 and 60 seconds and on later days; it never makes a link gone.

tls-expired: The certificate is out of date.

tls-untrusted: Nobody trustworthy has signed the certificate.
    Also told where a server forgets to send the certificates in between, which browsers may have stored.

tls-wrong-host: The certificate is for another host.

tls-broken: No encrypted connection came about.
    The server speaks only old protocols, or none.

not-http: What came back is no HTTP that a browser would take.

redirect-loop: Redirects lead in a circle, or do not end.

bad-redirect: A redirect leads nowhere.
    It names no address, a malformed one, or one of another scheme.

host-down: A host did not answer five times in a row, so the rest of its links were not asked.
    This is one finding for all of them.
""",
    Severity.INFO: """
moved: A permanent redirect names a new address.
    The link works. Take the new address over when you are at it: redirects do not last for ever.

redirected: A temporary redirect leads to the page.
    The link works, and the address is the one to keep.

forbidden: The server answers 403, or asks for payment.
    Mostly a wall against robots and not against readers, so it is no proof of anything.

login-needed: The page is for people who have logged in.

rate-limited: The host asked us to come back later.
    It is obeyed; the link keeps what is remembered of it.

bot-wall: A wall against robots answered, not the page.

legal: The page is withheld for legal reasons (451).

odd-status: The server answers with a status that proves nothing.

private-address: The host has no public address, so it was not asked.
    Where a list is about an intranet, `--allow-private` or `allow-private` in [check] lifts the guard.

never-asked: The ledger does not know this link, and `--offline` asks nobody.

skipped-scheme: Addresses such as `mailto:` and `ftp:` are counted, not asked.

internal-error: This link met a mistake in readinglist itself; please report it.

answered: The page is there.
""",
}


def _read() -> dict[str, Reason]:
    found: dict[str, Reason] = {}
    for severity, pages in _PAGES.items():
        for page in pages.strip().split("\n\n"):
            name, _, text = page.partition(": ")
            promise, _, more = text.partition("\n")
            rest = inspect.cleandoc(more)
            found[name] = Reason(name, severity, f"{promise}\n\n{rest}" if rest else promise)
    return dict(sorted(found.items()))


_BY_NAME = _read()
