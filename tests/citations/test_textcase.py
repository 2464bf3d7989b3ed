"""Text case over plain and rich text."""

from __future__ import annotations

import pytest

from readinglist.citations.markup import read_markup
from readinglist.citations.richtext import plain
from readinglist.citations.textcase import is_english, recased


@pytest.mark.parametrize(
    ("title", "cased"),
    [
        ("the end of the world", "The End of the World"),
        ("foo: the bar", "Foo: The Bar"),
        ("self-driving cars: an in-depth study", "Self-Driving Cars: An In-Depth Study"),
        ("state-of-the-art methods", "State-of-the-Art Methods"),
        ("nanoGPT and the iPhone", "nanoGPT and the iPhone"),
        ("what we live for", "What We Live For"),
        ("an x-ray study", "An x-Ray Study"),
        ("what's in a name", "What’s in a Name"),
        ('growth of <span class="nocase">e. coli</span> colonies', "Growth of e. coli Colonies"),
        ("x<sup>a</sup> of <i>the</i> sea", "Xa of the Sea"),
    ],
)
def test_title_case_follows_its_small_grammar(title: str, cased: str) -> None:
    assert plain(recased(read_markup(title), "title", english=True)) == cased


def test_only_english_takes_title_case() -> None:
    assert recased("das ende der welt", "title", english=False) == "das ende der welt"


def test_sentence_case_keeps_the_first_word_and_what_is_protected() -> None:
    title = read_markup('The <span class="nocase">IBM</span> Way Of Life')
    assert plain(recased(title, "sentence", english=True)) == "The IBM way of life"


@pytest.mark.parametrize(
    ("language", "default", "english"),
    [
        ("", "en-US", True),
        ("en-GB", "de-DE", True),
        ("fr", "en-US", False),
        ("", "fr-FR", False),
        ("english", "", False),
    ],
)
def test_the_items_own_language_decides_before_the_styles(language: str, default: str, english: bool) -> None:
    assert is_english(language, default) is english
