"""The rungs of the ladder, each with a page as it was seen."""

from __future__ import annotations

import re

import pytest

from readinglist.links.truth.ladder import look
from readinglist.links.truth.missing import SAYINGS
from readinglist.links.truth.parking import parking
from readinglist.links.truth.phrases import says_missing
from readinglist.links.truth.seen import Seen

ASKED = "http://kernels.test/matrix"


@pytest.mark.parametrize(
    ("final", "host"),
    [
        ("http://ww1.kernels.test/?q=1", "ww1.kernels.test"),
        ("http://WW25.Kernels.test:8080/", "ww25.kernels.test"),
        ("http://me@ww38.kernels.test", "ww38.kernels.test"),
        ("http://ww.kernels.test/", None),
        ("http://www1.kernels.test/", None),
        ("http://kernels.test/ww1.html", None),
        ("http://kernels.test/?u=http://ww1.kernels.test/", None),
    ],
)
def test_a_short_page_at_a_name_that_parked_domains_use_is_parked(final: str, host: str | None) -> None:
    hint = parking(Seen(ASKED, final))

    assert (hint and hint.detail) == (host and f"leads to {host}, a name that parked domains use")


@pytest.mark.parametrize(
    ("title", "words", "reason"),
    [
        ("kernels.test is for sale", 300, "domain-for-sale"),
        ("kernels.test is for sale", 301, None),
        ("Welcome to nginx!", 300, "nothing-built"),
        ("Welcome to nginx!", 301, None),
        ("Welcome to nginx and its kernels", 1, None),
    ],
)
def test_a_name_tells_of_a_parked_domain_where_there_is_little_else(title: str, words: int, reason: str | None) -> None:
    hint = parking(Seen(ASKED, ASKED, title, words=("word",) * words))

    assert (hint and hint.reason) == reason


@pytest.mark.parametrize(("more", "reason"), [(76, "domain-for-sale"), (77, None)])
def test_few_words_that_offer_a_domain_are_enough(more: int, reason: str | None) -> None:
    hint = parking(Seen(ASKED, ASKED, words=("buy", "this", "domain", "now") + ("word",) * more))

    assert (hint and hint.reason) == reason


def test_every_saying_says_that_a_page_is_missing() -> None:
    sayings = [each for row in SAYINGS.values() for each in re.split(r"/|\n", row) if each.strip()]

    assert len(sayings) > 300
    assert [each for each in sayings if not says_missing(each)] == []


@pytest.mark.parametrize(
    "name", ["a page", "The page you were looking for", "Error", "Oops", "Not every page is found"]
)
def test_words_that_stand_around_a_saying_are_none(name: str) -> None:
    assert not says_missing(name)


def test_a_page_with_nothing_odd_about_it_is_believed() -> None:
    assert look(Seen(ASKED, ASKED, "A page", words=("here", "it", "is"))) is None
