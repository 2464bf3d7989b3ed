"""No safe fix changes what an entry says: the words and numbers of its values are the same before and after.

Every flagged example of every page is damaged further at random, and each safe fix that is then offered is made
alone. What a fixer may take away or add is named here, by rule; a new fixer may do neither.
"""

from __future__ import annotations

import html
import html.entities
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.catalog_file.read import read_catalog, read_text
from readinglist.catalog_file.write import edited
from readinglist.errors import EditRefused
from readinglist.fixing import fixed_texts
from readinglist.latex.decode import plain_text
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.edit import SetValue
from readinglist.model.entry import ATTRIBUTES
from readinglist.model.finding import Finding
from readinglist.model.person import PARTS
from readinglist.model.place import Place
from readinglist.rules import all_rules
from tests.conftest import SOAK
from tests.rules.pages import Example, every_example

Damage = tuple[int, str, int]
"""Which text, what is put into it, and behind which of its characters."""


class Allowed(NamedTuple):
    """The words that a fixer may take away, and those that it may add, as regular expressions."""

    gone: str = ""
    new: str = ""


_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_ADDRESS = r"https?|doi|org|dx|www|arxiv|abs|pdf|orcid|github|com|git|pmid|pubmed|rfc|pmc"
ALLOWED = {
    "abstract-prefix": Allowed("abstract|summary"),
    "accessed-in-note": Allowed(r"last|date|accessed|retrieved|visited|viewed|on|[a-z]{3,9}|\d+", r"\d+"),
    "arxiv-doi": Allowed(new=r"\d+|[a-z]+"),
    "arxiv-format": Allowed(r"\w+", r"\d+(v\d+)?"),  # the number stands there as a whole
    "arxiv-in-other-field": Allowed(new=r"\d+(v\d+)?|[a-z]+"),
    "container-is-preprint-server": Allowed(
        r"type|article|journal|document|manuscript|container|title|corr|arxiv|abs|preprints?|eprints?|print|e|volume"
        r"|bio\w+|org",
        r"arxiv|class|preprint|genre|publisher|article",
    ),
    "date-format": Allowed(r"[a-z]+|\d+(st|nd|rd|th)?|t\d.*|\d+t\d+\w*", r"\d+"),
    "doi-format": Allowed(r"\w+", r"10"),  # what stands before it; it goes on to the end
    "doi-in-url": Allowed(rf"{_ADDRESS}|url|link|\w+"),
    "edition-format": Allowed(rf"\d+(st|nd|rd|th)|{_ORDINALS}|edn?|edition", r"\d+"),
    "identifier-syntax": Allowed(rf"{_ADDRESS}|\w+", r"pmc\d+"),
    "isbn": Allowed(r"\w+", r"\d+x?"),
    "issn": Allowed(r"\w+", r"\d+x?"),
    "labelled-number": Allowed(r"vol(ume)?|bd|band|no|nr|num(ber)?|iss(ue)?|heft|n|ch(ap(ter)?)?|kap(itel)?"),
    "literal-others": Allowed(r"\w+", r"true"),
    "missing-id": Allowed(new=r"\w+"),
    "name-not-structured": Allowed("and|others", "true"),
    "orcid": Allowed(r"https?|orcid|org|\d+x?", r"\d+x?"),
    "page-range": Allowed(r"pp?|pages?|pgs?|s|seiten?"),
    "self-container": Allowed(r"\w+"),  # what is in the title too
    "tag-variant": Allowed(r"\w+", r"\w+"),  # the letters are the same, and what divides them is not
    "type-alias": Allowed(r"[\w-]+", r"[\w-]+"),
    "url-http": Allowed("http", "https"),
    "url-in-wrong-field": Allowed(r"available|at|from|url|link|online"),
    "url-latex-escaped": Allowed(r"url|href|textasciitilde|string"),
    "url-tracking": Allowed(r"\w+", r"\d+|amp"),  # told apart by the identity of the address, in tests of its own
    "year-in-wrong-place": Allowed(r"\d{4}"),
}
PIECES = (
    """
 ||  |	|é|é|ﬁ| |—|–|-|--|,|.|;|:|{|}|\\&|\\_|$x$|ö|7|12|2023|0123456|2309.06180|10.1145/3360307
978-0-262-03384-8|0000-0002-1825-0097|pp. |vol. |no. |Vol. 3|2nd|third edition|et al.| and |others|Jr.|arXiv|accessed
&amp;|&#8217;|<i>|</i>|https://doi.org/|https://e.org/?utm_source=x&id=7|\\url{|TODO|``so''|---|{\\"o}|{GPU}|\\emph{so}|J.R.R.|<jats:p>We</jats:p>|CO<sub>2</sub>|Abstract—
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)
EXAMPLES = [each for each in every_example("Flagged") if not each.text.startswith("@")]


def words(value: Any) -> Counter[str]:
    """Return the words and numbers of data, whatever signs, markup and names of fields are around them."""
    return Counter(word for text in _texts(value) for word in _WORD.findall(_plain(text)))


_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"&(?:#[0-9]{1,32}|#[xX][0-9a-fA-F]{1,32}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLOCK = re.compile(r"</?(?:\w+:)?(?:p|title|sec|div|br)\b[^<>]*>")


def _plain(text: str) -> str:
    text = _BLOCK.sub(" ", _CODE.sub(_decoded, unquote(text)))
    text = re.sub(r"</?\w[^>]*>", "", text)  # tags within a line do not divide words
    text = plain_text(text) if "\\" in text or "{" in text else text
    return unicodedata.normalize("NFKC", re.sub("[\u00ad\u200b\u2060\ufeff]", "", text)).casefold()


def _decoded(code: re.Match[str]) -> str:
    return html.unescape(code[0]) if code[0][1] == "#" or code[0][1:] in html.entities.html5 else code[0]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            is_body = each is None and name not in {*PARTS, *ATTRIBUTES}  # `{Google DeepMind}` is a map
            yield from [name] if is_body else _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def changed_words(before: Catalog, after: Catalog) -> tuple[Counter[str], Counter[str]]:
    old, new = (words(written.root) for catalog in (before, after) for written in catalog.written.values())
    return old - new, new - old


def unlike(rule: str, gone: Counter[str], new: Counter[str]) -> list[str]:
    """Return the words that a fixer has no leave to take away or to add."""
    allowed = ALLOWED.get(rule, Allowed())
    return [f"-{word}" for word in gone if not re.fullmatch(allowed.gone, word)] + [
        f"+{word}" for word in new if not re.fullmatch(allowed.new, word)
    ]


def safe_fixes(catalog: Catalog) -> list[Finding]:
    return [each for each in lint(catalog) if each.fix and each.fix.safe]


def damaged(example: Example, damage: list[Damage]) -> Catalog:
    """Return the catalog of an example with pieces put into some of its texts, as far as that can be done."""
    catalog = example.catalog()
    file, written = next(iter(catalog.written.items()))
    texts = [each for each in written.scalars(("references",)) if each.text and len(each.path) > 2]
    texts = [each for each in texts if each.path[2] not in {"id", "check"}]
    edits = {}
    for number, piece, cut in damage if texts else ():
        path, text = texts[number % len(texts)][:2]
        at = cut % (len(text or "") + 1)
        edits[path] = SetValue(Place(file, path), (text or "")[:at] + piece + (text or "")[at:])
    try:
        return replace(read_text(edited(written, list(edits.values())), file), house=catalog.house)
    except EditRefused:
        return catalog


some = st.lists(st.tuples(st.integers(0, 50), st.sampled_from(PIECES), st.integers(0, 80)), max_size=3)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
@given(damage=some)
@settings(max_examples=300 if SOAK else 6)
def test_a_safe_fix_keeps_what_an_entry_says(example: Example, damage: list[Damage]) -> None:
    catalog = damaged(example, damage)
    for found in safe_fixes(catalog):
        assert found.fix
        written = catalog.written[found.place.file]
        if not written.sound:
            continue
        try:
            after = read_text(edited(written, found.fix.edits), written.file)
        except EditRefused:  # then it is not made at all
            continue
        assert unlike(found.rule, *changed_words(catalog, after)) == [], (found.rule, found.message, written.text)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
@given(damage=some, unsafe=st.booleans())
@settings(max_examples=100 if SOAK else 3)
def test_fixing_twice_is_fixing_once(example: Example, damage: list[Damage], unsafe: bool) -> None:
    once = fixed_texts(damaged(example, damage), lint, unsafe=unsafe)
    again = read_catalog({file: text.encode() for file, text in once.items()})
    assert fixed_texts(again, lint, unsafe=unsafe) == once


@pytest.mark.parametrize("rule", sorted(ALLOWED))
def test_leave_is_given_to_fixers_that_there_are(rule: str) -> None:
    fixes = [each.fix for page in EXAMPLES if page.rule.name == rule for each in page.findings()]
    assert rule in all_rules()
    assert any(fix and fix.safe for fix in fixes)
