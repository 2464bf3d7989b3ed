"""What is proposed for an address, by whose word, and what is certain enough to be written."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from readinglist.ledger.file import Ledger
from readinglist.ledger.record import Record
from readinglist.links.consulting import Consultation
from readinglist.links.plan import Plan
from readinglist.links.repair.proposal import Proposal
from readinglist.links.repair.survey import repaired
from readinglist.links.truth.sketch import sketch
from readinglist.sources._source import Keys
from tests.links.repair.web import Shown, Web, leads, work

TODAY = datetime.date(2026, 11, 21)
PAGE = work("Paged attention")
PROMISE = {"content-type": "text/html", "strict-transport-security": "max-age=31536000"}
CANONICAL = '<link rel=canonical href="https://new.test/papers/paged-attention-explained">'


def proposed(url: str, table: Mapping[str, Shown], title: str = "", ledger: Ledger | None = None) -> Proposal:
    web = Web(table)
    plan = Plan(TODAY, retries=(), workers=4, look_days=0)
    titles = {url: title} if title else {}
    return repaired([url], web, ledger or Ledger(None), plan, titles, Consultation(web, Keys()))[url]


def github(name: str, archived: bool = False) -> Shown:
    return Shown(200, {}, json.dumps({"full_name": name, "archived": archived}).encode())


def feed(number: str) -> Shown:
    entry = f"<entry><id>http://arxiv.org/abs/{number}v2</id><title>A paper</title></entry>"
    return Shown(200, {}, f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode())


A_DOI = {"https://doi.org/api/handles/10.1145/3600006?type=URL": Shown(200, {}, b'{"responseCode": 1}')}
A_PAPER = {"https://export.arxiv.org/api/query?id_list=2309.06180&max_results=1": feed("2309.06180")}

PROVEN = {
    "https, where the host promises it": (
        "http://a.test/x",
        {"http://a.test/x": leads("https://a.test/x"), "https://a.test/x": Shown(200, PROMISE, PAGE.body)},
        "https://a.test/x", "https",
    ),
    "https, where both show the same page": (
        "http://a.test/x", {"http://a.test/x": PAGE, "https://a.test/x": PAGE}, "https://a.test/x", "https",
    ),
    "a host without a slash stays without one": (
        "http://a.test", {"http://a.test": PAGE, "https://a.test": PAGE}, "https://a.test", "https",
    ),
    "a slash, by the page's own word": (
        "https://a.test/x",
        {"https://a.test/x": leads("/x/"), "https://a.test/x/": work("X", "<link rel=canonical href='/x/'>")},
        "https://a.test/x/", "slash",
    ),
    "a tracker": (
        "https://a.test/x?utm_source=feed&id=3", {"https://a.test/x?id=3": PAGE}, "https://a.test/x?id=3", "tracking",
    ),
    "a repository that GitHub calls otherwise, with what stands behind it": (
        "https://github.com/old/name/tree/main#use",
        {
            "https://github.com/old/name/tree/main": leads("https://github.com/new/name/tree/main"),
            "https://github.com/new/name/tree/main": PAGE,
            "https://api.github.com/repos/old/name": leads("https://api.github.com/repositories/7"),
            "https://api.github.com/repositories/7": github("new/name"),
        },
        "https://github.com/new/name/tree/main#use", "github",
    ),
    "the resolver of a DOI": ("http://dx.doi.org/10.1145/3600006", A_DOI, "https://doi.org/10.1145/3600006", "doi"),
    "the address of a paper": (
        "http://arxiv.org/abs/2309.06180v1", A_PAPER, "https://arxiv.org/abs/2309.06180v1", "arxiv",
    ),
    "a manual whose host has moved": (
        "http://tool.readthedocs.org/en/latest/use.html",
        {
            "http://tool.readthedocs.org/en/latest/use.html": leads("https://tool.readthedocs.io/en/latest/use.html"),
            "https://tool.readthedocs.io/en/latest/use.html": PAGE,
        },
        "https://tool.readthedocs.io/en/latest/use.html", "host",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("url", "table", "new", "kind"), PROVEN.values(), ids=PROVEN)
def test_what_two_witnesses_say_is_proven(url: str, table: Mapping[str, Shown], new: str, kind: str) -> None:
    found = proposed(url, table)
    assert (found.new, found.kind, found.certain) == (new, kind, True), found.evidence


OLD = "https://old.test/papers/paged-attention"
NEW = "https://new.test/papers/paged-attention-explained"
MOVED = {OLD: leads(NEW), NEW: work("Paged attention", CANONICAL)}


def test_a_redirect_alone_is_only_proposed() -> None:
    found = proposed(OLD, {OLD: leads(NEW), NEW: PAGE})
    assert (found.new, found.kind, found.certain) == (NEW, "moved", False)


def test_a_page_that_was_moved_is_proven_by_its_own_word_and_the_name_in_the_list() -> None:
    assert not proposed(OLD, MOVED).certain
    assert proposed(OLD, MOVED, "Paged Attention").certain


def test_a_redirect_that_was_there_on_another_day_is_a_witness() -> None:
    ledger = Ledger(None)
    seen = Record(
        OLD, "moved", "moved", "2026-11-20", "2026-11-01", "2026-11-20", new_url=NEW, moved_since="2026-11-12"
    )
    ledger.note(seen)
    found = proposed(OLD, {OLD: leads(NEW), NEW: PAGE}, "Paged attention", ledger)
    assert found.certain
    assert "the same redirect was there on 2026-11-12" in found.evidence
    kept = ledger.get(OLD)
    assert kept
    assert (kept.checked, kept.moved_since) == ("2026-11-21", "2026-11-12")


TEXT = sketch(work("Paged attention").body.decode().partition("<p>")[2].split())


@pytest.mark.parametrize(
    ("first_seen", "moved_since", "vouched", "certain"),
    [
        ("2026-11-01", "2026-11-12", None, True),
        ("2026-11-12", "2026-11-12", None, False),
        ("2026-11-12", None, None, False),
        ("2026-11-12", "2026-11-12", "2026-11-15", True),
    ],
    ids=["known before", "known only since", "nobody knows since when", "a person has looked"],
)
def test_a_text_is_a_witness_where_it_was_known_before_the_move(
    first_seen: str, moved_since: str | None, vouched: str | None, certain: bool
) -> None:
    ledger = Ledger(None)
    known = Record(OLD, "moved", "moved", "2026-11-20", first_seen, new_url=NEW, moved_since=moved_since)
    ledger.note(replace(known, sketch=TEXT, title="Paged attention", vouched=vouched))
    assert proposed(OLD, {OLD: leads(NEW), NEW: PAGE}, ledger=ledger).certain is certain


def test_a_short_title_within_another_name_is_no_witness() -> None:
    table = {OLD: leads(NEW), NEW: work("Going places with Go", CANONICAL)}
    assert not proposed(OLD, table, "Go").certain


REFUSED = {
    "another work, by the name in the list": ({OLD: leads(NEW), NEW: work("Cooking with gas")}, "Paged attention"),
    "a home page": ({OLD: leads("/"), "https://old.test/": PAGE}, ""),
    "a login": ({OLD: leads("/login?next=x"), "https://old.test/login?next=x": PAGE}, ""),
    "a parked domain": ({OLD: leads("https://sedo.com/x"), "https://sedo.com/x": PAGE}, ""),
    "a temporary redirect": ({OLD: leads(NEW, 302), NEW: PAGE}, ""),
    "nothing": ({OLD: PAGE}, ""),
}


@pytest.mark.parametrize(("table", "title"), REFUSED.values(), ids=REFUSED)
def test_what_is_doubted_is_not_even_proposed(table: Mapping[str, Shown], title: str) -> None:
    assert proposed(OLD, table, title).new is None


def test_another_paper_is_never_the_same_work() -> None:
    old, new = "https://www.youtube.com/watch?v=aaaaaaaaaaa", "https://www.youtube.com/watch?v=bbbbbbbbbbb"
    assert proposed(old, {old: leads(new), new: PAGE}).new is None


def test_a_redirect_that_github_knows_nothing_of_is_not_proposed() -> None:
    old, new = "https://github.com/old/name", "https://github.com/other/thing"
    table = {old: leads(new), new: PAGE, "https://api.github.com/repos/old/name": github("old/name")}
    assert proposed(old, table).new is None


def test_a_page_that_is_missing_is_looked_for_under_other_spellings() -> None:
    found = proposed("https://www.a.test/x/y", {"https://www.a.test/x/y/": PAGE})
    assert (found.new, found.certain) == ("https://www.a.test/x/y/", False)


def test_https_that_shows_another_page_is_no_upgrade() -> None:
    assert proposed("http://a.test/x", {"http://a.test/x": PAGE, "https://a.test/x": work("Default page")}).new is None


def test_an_address_that_was_never_one_says_so() -> None:
    found = proposed("https://a..test/", {})
    assert (found.new, found.evidence) == (None, ("gone: the host's name has an empty or overlong part",))


def test_an_address_that_says_who_asks_is_never_changed_without_a_look() -> None:
    table = {"http://a.test/x": leads("https://a.test/x"), "https://a.test/x": Shown(200, PROMISE, PAGE.body)}
    assert proposed("http://me:secret@a.test/x", table).certain is False


def test_a_register_is_asked_only_about_what_needs_its_word() -> None:
    web = Web({"https://github.com/a/b": PAGE, "https://arxiv.org/abs/2309.06180": PAGE})
    urls = ["https://github.com/a/b", "https://arxiv.org/abs/2309.06180", "https://doi.org/10.1145/3600006"]
    plan = Plan(TODAY, retries=(), workers=1, look_days=0)
    found = repaired(urls, web, Ledger(None), plan, consultation=Consultation(web, Keys()))
    assert [each.new for each in found.values()] == [None] * 3
    assert dict(web.asked) == {"https://github.com/a/b": 1}
