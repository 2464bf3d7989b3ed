"""Domains that somebody keeps only to sell them, or to show advertisements on them."""

from __future__ import annotations

import re

from readinglist.links.truth.hint import Hint
from readinglist.links.truth.parts import parts_of
from readinglist.links.truth.seen import Seen
from readinglist.links.verdict import Verdict

# Hosts that parked domains lead to or take their parts from; last looked through on 2026-11-21.
_KEEPERS = frozenset(
    """
    sedo.com sedoparking.com parkingcrew.net bodis.com dan.com afternic.com hugedomains.com above.com voodoo.com
    skenzo.com domainmarket.com undeveloped.com uniregistry.com buydomains.com brandbucket.com squadhelp.com atom.com
    sav.com domainnameshop.com fabulous.com namedrive.com trafficz.com rookdns.com domainsponsor.com parklogic.com
    domainactive.com smartname.com perfectdomain.com efty.com parkingpage.namecheap.com expired.namecheap.com
    dsparking.com cashparking.com searchhounds.com domainparking.ru forsale.godaddy.com domainagents.com
    expireddomains.com pendingrenewaldeletion.com searchvity.com
    """.split()
)
_IS = r"(?: (?:is|may be|might be|was))?(?: now)?"
_OFFERED = r"(?:for sale|available for (?:sale|purchase)|parked)"
_OFFERS = (
    rf"(?:this|the|premium) (?:domain|website)(?: name)?(?: [\w.-]+)?{_IS} {_OFFERED}",
    rf"\b[\w-]{{1,63}}\.[a-z]{{2,10}}{_IS} {_OFFERED}",
    r"buy (?:this|the) domain|parked (?:free|domain)|domain (?:parking|(?:has )?expired|suspended|is parked|for sale)",
    r"make an offer on|inquire about this domain|this site has (?:expired|been suspended)",
    r"account (?:has been )?suspended",
    r"diese domain (?:steht zum verkauf|ist zu verkaufen|kaufen)|domain (?:zu verkaufen|steht zum verkauf|ist geparkt)",
    r"domaine (?:est )?(?:à vendre|en vente)|dominio (?:está )?(?:en venta|a la venta)|dominio (?:è )?in vendita",
    r"domínio (?:está )?à venda|domein(?:naam)? (?:is )?te koop|domæn\w* er til salg|domänen är till salu",
    r"домен (?:продаётся|продается|припаркован)|срок регистрации домена",
    r"域名(?:出售|转让|可以转让|正在出售|可出售|已过期)",
    r"ドメインは(?:販売中|売り出し中)|お名前\.com",
    r"도메인.{0,6}판매|domena (?:jest )?na sprzedaż|doména (?:je )?na prodej",
    r"alan adı satılık|tên miền.{0,20}bán|domain ini dijual",
)
_FOR_SALE = re.compile("|".join(_OFFERS), re.IGNORECASE)
_FIRST_PAGES = (
    r"welcome to (?:nginx|apache|centos|your new website)!?|apache2? (?:\w+ )?(?:default|test) page.*",
    r"test page for the .*|iis windows server|it works!|default (?:web site|server|plesk) page.*|plesk obsidian.*",
    r"(?:web ?site |site )?(?:is )?(?:coming soon|under construction)|future home of something quite cool|index of /",
)
_IN_A_ROW = re.compile(r"\w+://(?:[^/?#]*@)?(ww\d{1,2}\.[^/?#:]*)", re.IGNORECASE)
_UNBUILT = re.compile("|".join(_FIRST_PAGES), re.IGNORECASE)
_SHORT, _NOT_LONG = 80, 300  # words
_LOOKED_AT = 1000  # letters


def parking(seen: Seen) -> Hint | None:
    """Return that a domain is only kept: by who keeps it, or by a short page that offers it for sale."""
    if seen.left and not seen.stayed_home and _is_keeper(host := parts_of(seen.final).hostname or ""):
        return Hint(Verdict.PARKED, "domain-parked", f"leads to {host}, where domains are sold", certain=True)
    if len(seen.words) > _NOT_LONG:
        return None
    if found := _IN_A_ROW.match(seen.final):
        told = f"leads to {found[1].lower()}, a name that parked domains use"
        return Hint(Verdict.PARKED, "domain-parked", told, certain=True)
    return _offered(seen) or _unbuilt(seen)


def _offered(seen: Seen) -> Hint | None:
    if offered := next(filter(_FOR_SALE.search, seen.names), None):
        return Hint(Verdict.PARKED, "domain-for-sale", f"calls itself '{offered[:80]}'", certain=True)
    if len(seen.words) > _SHORT:
        return None
    if any(map(_is_keeper, seen.assets)):
        return Hint(
            Verdict.PARKED, "domain-parked", "all that it shows comes from where domains are sold", certain=True
        )
    if _FOR_SALE.search(" ".join(seen.words)[:_LOOKED_AT]):
        return Hint(Verdict.PARKED, "domain-for-sale", "its few words offer the domain", certain=True)
    return None


def _unbuilt(seen: Seen) -> Hint | None:
    names = seen.names
    if not any(_UNBUILT.fullmatch(name.strip()) for name in names):
        return None
    return Hint(Verdict.PARKED, "nothing-built", f"the server shows its first page, '{names[0][:80]}'", certain=True)


def _is_keeper(host: str) -> bool:
    labels = host.lower().split(".")
    return any(".".join(labels[at:]) in _KEEPERS for at in range(len(labels) - 1))
