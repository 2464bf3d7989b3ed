"""Whatever a list says, the page only shows it; and everybody can use the page."""

from __future__ import annotations

import re

import pytest

from readinglist.catalog_file.read import read_fields
from readinglist.model.catalog import Catalog
from readinglist.model.header import Area
from readinglist.page import annotation
from tests.page.conftest import Look
from tests.support.browser import PHONE, Visit, html_of, violations
from tests.support.lists import first_catalog, full

ATTACKS = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '"><svg onload=alert(3)>',
    "' autofocus onfocus=alert(4) '",
    "</style><script>alert(5)</script>",
    "<!--<script>alert(6)</script>",
    "{{constructor.constructor('alert(7)')()}}{% include x %}",
    "&lt;script&gt;alert(8)&lt;/script&gt;",
    "\u202egnp.exe\u2066",
    "\ufeff\u200b\u0085 a",
    "]]><script>alert(9)</script>",
    "$body $script ${x}",
]
LINKS = [
    "[a](javascript:alert(20))",
    '[b](JaVaScRiPt:alert(21) "t")',
    "[c](data:text/html,<script>alert(22)</script>)",
    "![d](https://example.org/pixel.png)",
    "<javascript:alert(23)>",
    "[e](vbscript:x)",
    "[f](&#106;avascript:alert(24))",
    '<a href="javascript:alert(25)" onclick=alert(26)>g</a>',
    '[h](https://example.org/" onmouseover=alert(27))',
    "[i](/relative)",
]


def attacked() -> Catalog:
    """Return a list whose every text attacks, built past the checks that would refuse some of it."""
    entries = []
    for number, text in enumerate([*ATTACKS, *LINKS]):
        entry = read_fields({"id": f"e{number}", "URL": "https://example.org/", "issued": "2020"})
        assert entry
        hostile = {
            "title": text, "label": f"{text} label", "annote": text, "container_title": text, "publisher": text,
            "genre": text, "tags": (text,), "area": (text,), "abstract": text, "note": text,
        }  # fmt: skip
        for name, value in hostile.items():
            object.__setattr__(entry, name, value)
        entries.append(entry)
    addresses = (
        "javascript:alert(10)",
        'https://x.example/"><script>alert(11)</script>',
        "data:text/html,<script>alert(12)</script>",
    )
    for entry, address in zip(entries, addresses, strict=False):
        for name in ("url", "link", "code", "archive_url", "pdf"):
            object.__setattr__(entry, name, address)
    areas = {text: Area(title=text, description=text) for text in ATTACKS[:8]}
    return Catalog(
        tuple(entries), areas, title=ATTACKS[0], description=ATTACKS[2], language='en"><script>alert(13)</script>'
    )


@pytest.mark.browser
@pytest.mark.parametrize("fragment", [False, True], ids=["page", "fragment"])
def test_nothing_in_a_list_acts_in_the_browser(look: Look, fragment: bool) -> None:
    html = html_of(attacked(), fragment=fragment)
    visit = look(f"<!doctype html><html><body>{html}</body></html>" if fragment else html)
    visit.settle()
    for details in visit.page.locator(".e details").all()[:12]:
        details.locator("summary").click()
    visit.search.fill("alert")
    visit.search.fill('"></option><script>alert(30)</script>')
    assert visit.mistakes == []
    assert len(visit.requests) == 1
    elements = "script:not(:empty), style, img, svg, iframe, object, embed, base, form[action], link[rel=stylesheet]"
    allowed = {"script", "style"}
    assert {
        name.lower()
        for name in visit.page.evaluate(f"[...document.querySelectorAll('{elements}')].map(e => e.tagName)")
    } <= allowed
    assert (
        visit.page.evaluate(
            "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on'))"
        )
        == []
    )
    schemes = visit.page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.protocol)")
    assert set(schemes) <= {"https:", "http:", "file:"}


def test_the_browser_is_told_to_run_nothing_else() -> None:
    found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html_of(attacked()))
    assert found
    policy = found[1].replace("&#x27;", "'")
    assert re.fullmatch(
        r"default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; img-src data:; "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )


@pytest.mark.browser
def test_the_policy_stops_a_script_that_got_in_all_the_same(look: Look) -> None:
    html = html_of(full()).replace("<header>", "<script>document.title = 'taken'</script><header>")
    visit = look(html)
    assert visit.page.title() == "Serving & Training"
    assert any("Content Security Policy" in told for told in visit.mistakes)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("plain & simple", "<p>plain &amp; simple</p>"),
        ("*so* **much** `a<b` ~~not~~", "<p><em>so</em> <strong>much</strong> <code>a&lt;b</code> <s>not</s></p>"),
        ("[a](https://e.org/?a=1&b=2)", '<p><a href="https://e.org/?a=1&amp;b=2" rel="noopener">a</a></p>'),
        ("[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>"),
        ("<https://e.org/>", '<p><a href="https://e.org/" rel="noopener">https://e.org/</a></p>'),
        ("a <b>bold</b> word", "<p>a &lt;b&gt;bold&lt;/b&gt; word</p>"),
        ("![pixel](https://e.org/p.png)", "<p>pixel</p>"),
        ("one\ntwo", "<p>one two</p>"),
        ("one\n\n- two\n- three", "<p>one</p><ul><li>two</li><li>three</li></ul>"),
        ("# Loud", "<p>Loud</p>"),
        ("<div onclick=x>\nblock\n</div>", "<p>&lt;div onclick=x&gt;\nblock\n&lt;/div&gt;</p>"),
        ("    code", "<pre>code\n</pre>"),
        ("{{ liquid }}", "<p>{&#123; liquid }}</p>"),
    ],
)
def test_an_annotation_keeps_its_emphasis_and_loses_what_acts(markdown: str, html: str) -> None:
    assert annotation.html(markdown) == html


def _pages() -> dict[str, tuple[str, dict[str, object]]]:
    first, everything = html_of(first_catalog()), html_of(full())
    around = "<!doctype html><html lang=en><title>Blog</title><body><main><h1>Blog</h1>{}</main></body></html>"
    return {
        "the first list": (first, {}),
        "dark": (everything, {"color_scheme": "dark"}),
        "without JavaScript": (everything, {"java_script_enabled": True}),
        "German": (html_of(full(), language="de"), {}),
        "Chinese": (html_of(full(), language="zh"), {"color_scheme": "dark"}),
        "a fragment": (around.format(html_of(full(), fragment=True)), {}),
        "a narrow phone": (everything, dict(PHONE)),
        "forced colours": (everything, {"forced_colors": "active"}),
        "no entry": (html_of(Catalog(title="Empty")), {}),
    }


@pytest.mark.browser
@pytest.mark.parametrize("name", _pages())
def test_axe_finds_nothing_wrong(look: Look, name: str) -> None:
    html, wanted = _pages()[name]
    if name == "without JavaScript":  # axe needs it; the page's own script is taken out
        html = re.sub(r"<script>.*?</script>", "", html, flags=re.DOTALL)
    visit = look(html, bypass_csp=True, **wanted)
    _open_everything(visit)
    assert violations(visit.page) == []


def _open_everything(visit: Visit) -> None:
    if visit.page.locator(".e").count():
        visit.page.locator(".e summary").first.click()
    if visit.page.get_by_role("searchbox").count():
        visit.search.fill("zzz")
        visit.search.fill("")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_a_contrast_of_seven_to_one(look: Look, scheme: str) -> None:
    visit = look(html_of(full()), color_scheme=scheme)
    visit.settle()
    visit.page.locator(".e summary").first.click()
    colours = visit.page.evaluate(
        """() => [...document.querySelectorAll('.readinglist *')]
          .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
          .map(e => {
            let back = e;
            while (getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') back = back.parentElement;
            return [e.outerHTML.slice(0, 60), getComputedStyle(e).color, getComputedStyle(back).backgroundColor];
          })"""
    )
    assert len(colours) > 30
    assert [(html, front, back) for html, front, back in colours if _contrast(front, back) < 7] == []


def _contrast(one: str, other: str) -> float:
    dark, light = sorted(_luminance(colour) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
