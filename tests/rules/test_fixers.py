"""A safe fix says the same in other signs, and fixing again changes nothing more."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.catalog_file.read import read_catalog
from readinglist.fixing import fixed_texts
from readinglist.latex.decode import plain_text
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from tests.rules.pages import Example, catalog_of, every_example

PIECES = st.sampled_from(
    [
        *(
            "Sorting",
            "in",
            "O(n)",
            "U.S.",
            "J.",
            "J.R.R.",
            "M.-L.",
            "et al.",
            "C++",
            "C#",
            "vs.",
            "2nd",
            "naïve",
            "刘洋",
        ),
        *('{\\"o}', "\\'e", "{GPU}", "\\&", "\\emph{so}", "{0, 1}", "$x_1$", "~", "\\frac", "{", "}", "\\"),
        *(
            "<i>in vivo</i>",
            "CO<sub>2</sub>",
            "x<sup>n</sup>",
            "<jats:p>We</jats:p>",
            "<b>",
            "</p>",
            "<mml:mi>x</mml:mi>",
        ),
        *(
            "--",
            "---",
            "a--b",
            "1--2",
            "``so''",
            "``",
            "''",
            "--help",
            "Abstract—",
            "Abstract:",
            "Abstract",
            "© 2020",
            "...",
            ".",
        ),
        *("Mann–Whitney", "“quoted”", '"', "'", "|", "Inc.", "end."),
    ]
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", "", ", ", ". "])), min_size=1, max_size=6).map(
    lambda parts: "".join(piece + joint for piece, joint in parts).strip() or "x"
)
FIXERS = {
    "title-trailing-dot": "title",
    "html-jats-mathml": "title",
    "latex-in-text": "title",
    "quotes-dashes": "title",
    "abstract-prefix": "abstract",
    "initials-style": "given",
}


def letters(text: str) -> str:
    """Return the letters and digits of a text, without the names of tags and the word that opens an abstract."""
    plain = unicodedata.normalize("NFKC", re.sub(r"</?[\w:]+>", "", text))
    return re.sub(r"\A(?:Abstract)+", "", re.sub(r"[\W_]", "", plain))


def judged(rule: str, text: str) -> tuple[Catalog, list[Finding]]:
    name = f"{{family: X, given: {json.dumps(text)}}}" if FIXERS[rule] == "given" else "{literal: X}"
    field = "note" if FIXERS[rule] == "given" else FIXERS[rule]
    catalog = catalog_of(f"- id: a\n  author: [{name}]\n  {field}: {json.dumps(text)}\n")
    return catalog, lint(catalog, [rule])


def stated(catalog: Catalog, rule: str) -> str:
    (entry,) = catalog.entries
    return (entry.author[0].given if FIXERS[rule] == "given" else getattr(entry, FIXERS[rule])) or ""


@pytest.mark.parametrize("rule", FIXERS)
@given(text=TEXTS)
def test_a_safe_fix_keeps_every_letter_and_is_made_once(rule: str, text: str) -> None:
    catalog, found = judged(rule, text)
    fixed = fixed_texts(catalog, lambda each: lint(each, [rule]))["catalog.yaml"]
    after = catalog_of(fixed)
    assert fixed_texts(after, lambda each: lint(each, [rule]))["catalog.yaml"] == fixed
    if not any(each.fix and each.fix.safe for each in found):
        assert fixed == catalog.written["catalog.yaml"].text
    elif rule == "latex-in-text":
        assert plain_text(stated(after, rule)) == plain_text(text)
    else:
        assert letters(stated(after, rule)) == letters(text)


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("example", every_example("Flagged"), ids=lambda example: example.name)
def test_fixing_an_example_twice_is_fixing_it_once(example: Example, unsafe: bool) -> None:
    catalog = example.catalog()
    if any(written.foreign for written in catalog.written.values()):
        pytest.skip("only catalogs are changed")
    judge = lambda each: lint(each, [example.rule.name])  # noqa: E731
    once = fixed_texts(catalog, judge, unsafe=unsafe)
    assert fixed_texts(_read_again(catalog, once), judge, unsafe=unsafe) == once


def _read_again(catalog: Catalog, texts: dict[str, str]) -> Catalog:
    anew = read_catalog({name: text.encode() for name, text in texts.items()})
    return replace(anew, today=catalog.today, house=catalog.house)
