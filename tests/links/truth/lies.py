"""A web of lies: hosts on loopback that answer 200 for pages that are not there, each with what is to be said of it.

The shapes are those that real sites have: renamed home pages, searches, templates in many languages, shells that
programs fill, hosts that answer everything, domains for sale, logins, questions for consent, challenges.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.support.server import Visit

HTML = "Content-Type: text/html; charset=utf-8"
_CHROME = "<header><nav><a href=/>Home</a> <a href=/about>About</a> <a href=/blog>Blog</a></nav></header>"
_FOOTER = "<footer><p>© 2026 Example. All rights reserved. Terms. Privacy.</p></footer>"
PROSE = " ".join(
    f"The {noun} of step {number} is {verb} before the next one begins, as measurements of many runs have shown."
    for number, (noun, verb) in enumerate(
        (noun, verb)
        for noun in ("kernel", "cache", "matrix", "gradient", "buffer", "thread")
        for verb in ("loaded", "moved", "reduced", "written")
    )
)


@dataclass(frozen=True)
class Lie:
    """A host, the path that a list names, how the host behaves, and the verdicts that are right."""

    host: str
    path: str
    behave: Callable[[Visit], None]
    right: frozenset[str]


def page(title: str, heading: str = "", text: str = "", head: str = "") -> bytes:
    """Return a page as sites make them."""
    shown = f"<h1>{heading}</h1>" if heading else ""
    body = f"{_CHROME}<main>{shown}<p>{text}</p></main>{_FOOTER}"
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


# Title and heading of templates for what is missing, as sites in these languages have them.
TEMPLATES = {
    "en-wordpress": ("Page not found – A Blog", "Oops! That page can’t be found."),
    "en-next": ("404: This page could not be found", "404"),
    "en-short": ("Acme", "Sorry, we couldn't find that page"),
    "en-gone": ("This content is no longer available | News", "This content is no longer available"),
    "en-google": ("Error 404 (Not Found)!!1", ""),
    "en-pages": ("Site not found · Pages", "There isn't a GitHub Pages site here."),
    "de": ("Seite nicht gefunden – Beispiel", "Die Seite wurde leider nicht gefunden"),
    "de-old": ("404 - Datei oder Verzeichnis wurde nicht gefunden.", "Serverfehler"),
    "fr": ("Page introuvable - Erreur 404", "Désolé, la page que vous recherchez est introuvable"),
    "es": ("Página no encontrada | Ejemplo", "La página solicitada no existe"),
    "pt": ("Erro 404 - Página não encontrada", "Página não encontrada"),
    "it": ("Pagina non trovata", "La pagina che stai cercando non esiste"),
    "nl": ("Pagina niet gevonden | Voorbeeld", "Deze pagina bestaat niet meer"),
    "sv": ("Sidan kunde inte hittas - Exempel", "Sidan finns inte"),
    "pl": ("Nie znaleziono strony", "Strona, której szukasz, nie istnieje"),
    "cs": ("Stránka nenalezena", "Stránka nebyla nalezena"),
    "tr": ("Sayfa Bulunamadı", "Aradığınız sayfa bulunamadı"),
    "ru": ("Страница не найдена — Ошибка 404", "К сожалению, запрашиваемая страница не найдена"),
    "uk": ("Сторінку не знайдено", "404"),
    "ja": ("ページが見つかりません - 例", "お探しのページは見つかりませんでした"),
    "zh-hans": ("页面不存在 - 示例", "抱歉，您访问的页面不存在"),
    "zh-hant": ("找不到頁面", "抱歉，找不到您要的網頁"),
    "ko": ("페이지를 찾을 수 없습니다", "요청하신 페이지를 찾을 수 없습니다"),
    "ar": ("الصفحة غير موجودة", "عذراً، الصفحة المطلوبة غير موجودة"),
    "he": ("הדף לא נמצא", "הדף שחיפשתם לא נמצא"),
    "vi": ("Không tìm thấy trang", "Không tìm thấy trang bạn yêu cầu"),
    "fi": ("Sivua ei löytynyt", "Sivua ei löytynyt"),
}
REDIRECTS = {
    "home": ("/blog/2019/03/how-kernels-work.html", "/", "soft-404"),
    "home-index": ("/docs/api/reference", "/index.html", "soft-404"),
    "home-language": ("/papers/scaling.pdf", "/en/", "soft-404"),
    "home-of-old-news": ("/news/12345", "/", "soft-404"),
    "home-of-a-person": ("/~jo/teaching/notes.html", "/?ref=legacy", "soft-404"),
    "error": ("/research/attention", "/404.html", "soft-404"),
    "error-words": ("/research/attention", "/page-not-found", "soft-404"),
    "error-query": ("/research/attention", "/error?code=404", "soft-404"),
    "error-file": ("/files/slides.pdf", "/errors/notfound.aspx", "soft-404"),
    "search": ("/articles/tpu-deep-dive", "/search?q=tpu+deep+dive", "soft-404"),
    "search-german": ("/artikel/rechner", "/suche?q=rechner", "soft-404"),
    "login": ("/course/slides/1", "/login?next=/course/slides/1", "blocked"),
    "login-sso": ("/internal/report", "/sso/saml2/start", "blocked"),
    "login-account": ("/download/thesis", "/accounts/login/?next=/download/thesis", "blocked"),
    "consent": ("/story/chips", "/consent?return=/story/chips", "blocked"),
    "consent-gdpr": ("/story/chips", "/gdpr/wall", "blocked"),
}
FOR_SALE = {
    "en": "example-kernels.com is for sale",
    "en-buy": "Buy this domain",
    "en-parked": "This domain is parked free, courtesy of a registrar",
    "en-expired": "Domain expired",
    "de": "Diese Domain steht zum Verkauf",
    "fr": "Ce nom de domaine est à vendre",
    "es": "Este dominio está en venta",
    "it": "Questo dominio è in vendita",
    "nl": "Deze domeinnaam is te koop",
    "ru": "Этот домен продаётся",
    "zh": "此域名正在出售",
    "pl": "Ta domena jest na sprzedaż",
}
FIRST_PAGES = ("Welcome to nginx!", "Apache2 Ubuntu Default Page: It works", "IIS Windows Server", "Coming Soon")
WALLS: dict[str, tuple[tuple[str, ...], bytes]] = {
    "cloudflare": (("cf-mitigated: challenge",), page("Just a moment...", "", "Enable JavaScript and cookies")),
    "cloudflare-old": (("Server: cloudflare",), page("Attention Required! | Cloudflare", "One more step")),
    "cloudflare-script": ((), page("site.test", "", "Checking", "<script>window._cf_chl_opt={}</script>")),
    "ddos-guard": (("Server: ddos-guard",), page("DDoS-Guard", "Checking your browser before accessing")),
    "ddos-guard-title": ((), page("DDOS-GUARD", "", "Please wait")),
    "ddos-guard-check": ((), page("Checking your browser before accessing site.test", "", "Please wait")),
    "anubis": ((), page("Making sure you&#39;re not a bot!", "Making sure you're not a bot!", "Loading")),
    "anubis-quote": ((), page("Making sure you’re not a bot!", "", "Calculating")),
    "anubis-plain": ((), page("Making sure you're not a bot!", "", "Why am I seeing this?")),
    "akamai": (("Server: AkamaiGHost",), page("Access Denied", "Access Denied", "You don't have permission")),
    "datadome": ((), page("site.test", "", "", '<script src="https://ct.captcha-delivery.com/c.js"></script>')),
    "perimeterx": ((), page("Access to this page has been denied", "Press &amp; Hold", '<div id="px-captcha"></div>')),
    "aws": ((), page("Human Verification", "", "", '<script src="https://x.token.awswaf.com/challenge.js"></script>')),
    "incapsula": ((), page("", "", "", '<script src="/_Incapsula_Resource?SWJIYLWA=1"></script>')),
    "vercel": ((), page("Vercel Security Checkpoint", "We're verifying your browser", "")),
}
SHELL = (
    b"<!doctype html><html><head><title>App</title></head><body><div id=root></div><script src=/a.js></script></body>"
)


def lies() -> Iterator[Lie]:
    """Yield every host that lies."""
    for name, (title, heading) in TEMPLATES.items():
        yield Lie(f"{name}.missing.test", "/papers/kernels.html", _shows(page(title, heading)), _RIGHT["soft-404"])
    for name, (path, target, right) in REDIRECTS.items():
        yield Lie(f"{name}.moved.test", path, _redirects(target, path), _RIGHT[right])
    for name, title in FOR_SALE.items():
        yield Lie(f"{name}-for-sale.test", "/kernels", _shows(page(title, title, "Make an offer.")), _RIGHT["parked"])
    for number, title in enumerate(FIRST_PAGES):
        yield Lie(
            f"first{number}.test", "/kernels", _shows(page(title, title, "If you see this page.")), _RIGHT["parked"]
        )
    for name, (headers, body) in WALLS.items():
        yield Lie(f"{name}.wall.test", "/kernels", _shows(body, *headers), _RIGHT["blocked"])
    yield Lie("shell.test", "/docs/kernels", _shows(SHELL), frozenset({"unknown", "soft-404"}))
    everything = page("Example", "Welcome", PROSE, '<link rel=canonical href="/">')
    yield Lie("everything.test", "/docs/kernels", _shows(everything), _RIGHT["soft-404"])


_RIGHT = {name: frozenset({name}) for name in ("soft-404", "parked", "blocked")}


def _shows(body: bytes, *headers: str) -> Callable[[Visit], None]:
    return lambda visit: visit.answer(200, HTML, *headers, body=body)


def _redirects(target: str, path: str) -> Callable[[Visit], None]:
    def behave(visit: Visit) -> None:
        if visit.heard.path == path:
            visit.answer(302, f"Location: {target}")
        elif visit.heard.path == target:
            visit.answer(200, HTML, body=page("Example", "Welcome to Example", PROSE))
        else:
            visit.answer(404)

    return behave
