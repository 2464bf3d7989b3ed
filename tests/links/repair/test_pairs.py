"""The addresses that curators of real lists replaced, in a web that redirects as theirs did, with traps among them."""

from __future__ import annotations

import datetime
import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from readinglist.ledger.file import Ledger
from readinglist.links.consulting import Consultation
from readinglist.links.plan import Plan
from readinglist.links.repair.proposal import Proposal, kind_of
from readinglist.links.repair.survey import repaired
from readinglist.links.repair.witnesses import name_different_works
from readinglist.model.addresses import arxiv_in, plain_address
from readinglist.sources._source import Keys
from readinglist.web.address import parse_address
from readinglist.web.messages import NoAnswer
from tests.links.repair.web import Shown, Web, leads, work
from tests.support.corpus import CORPUS, corpus

TODAY = datetime.date(2026, 11, 21)
Pair = Mapping[str, Any]
TRAPS = ("home page", "login", "another work", "another work of the host", "parked domain", "domain for sale")


def pairs() -> Iterator[Pair]:
    file = CORPUS / "curation" / "url-repairs" / "repairs.jsonl"
    for line in file.read_text("utf-8").splitlines():
        pair = json.loads(line)
        if "archive" not in pair["cls"] and parse_address(pair["old"]).url != parse_address(pair["new"]).url:
            yield pair


def webs() -> Iterator[list[Pair]]:
    """Yield groups of pairs of which no address is in two."""
    left = list(pairs())
    while left:
        some, later, taken = list[Pair](), list[Pair](), set[str]()
        for pair in left:
            own = {parse_address(pair["old"]).url.lower(), parse_address(pair["new"]).url.lower()}
            (later if own & taken else some).append(pair)
            taken |= own if not own & taken else set()
        yield some
        left = later


def repository(url: str) -> str:
    return "/".join(urlsplit(url).path.split("/")[1:3]).removesuffix(".git")


def is_rename(pair: Pair) -> bool:
    return kind_of(pair["old"], pair["new"]) == "github"


def moved(pair: Pair, chance: random.Random) -> Iterator[tuple[str, Shown]]:
    """Yield how a page that was moved answers, in one of the ways in which hosts do that."""
    old, new, title = pair["old"], pair["new"], pair["title"]
    canonical = f'<link rel="canonical" href="{new}">' if chance.random() < 0.3 else ""
    page = work(title, canonical, new)
    same_host = urlsplit(old).netloc == urlsplit(new).netloc
    if plain_address(old) == plain_address(new) and old.startswith("http:") and same_host and chance.random() < 0.3:
        yield old, page
        yield new, page
        return
    yield old, leads(new, chance.choice((301, 308)))
    promise = {"strict-transport-security": "max-age=31536000"} if chance.random() < 0.3 else {}
    yield new, Shown(200, {**page.headers, **promise}, page.body)
    if number := arxiv_in(old):
        yield f"https://export.arxiv.org/api/query?id_list={re.sub('v.$', '', number)}&max_results=1", feed(number)
    if is_rename(pair) and chance.random() < 0.8:
        yield _api(repository(old)), leads(f"https://api.github.com/repositories/{_number(old)}")
        record = json.dumps({"full_name": repository(new), "archived": False}).encode()
        yield f"https://api.github.com/repositories/{_number(old)}", Shown(200, {}, record)


def trapped(pair: Pair, kind: str, others: Sequence[Pair]) -> Iterator[tuple[str, Shown]]:
    """Yield how a page answers that was not moved, though a permanent redirect says so."""
    old = pair["old"]
    root = f"{urlsplit(old).scheme}://{urlsplit(old).netloc}/"
    other = others[_number(old) % len(others)]
    target = {
        "home page": root,
        "login": f"{root}login?next={urlsplit(old).path}",
        "another work": other["new"],
        "another work of the host": f"{root}works/{_number(old)}",
        "parked domain": f"https://www.hugedomains.com/domain_profile.cfm?d={urlsplit(old).netloc}",
        "domain for sale": f"https://ww1.{urlsplit(old).netloc}/",
    }[kind]
    own = f'<link rel="canonical" href="{target}">' if "work" in kind else ""
    title = "This domain is for sale" if "domain" in kind else f"A page for {other['title']}"
    yield old, leads(target)
    yield target, work(title, own) if "domain" not in kind else Shown(body=f"<title>{title}</title>".encode())
    if "github.com" in old:
        yield _api(repository(old)), Shown(404, {}, b'{"message": "Not Found"}')


def feed(number: str) -> Shown:
    """Answer as arXiv does about one paper."""
    entry = f"<entry><id>http://arxiv.org/abs/{number}</id><title>A paper</title></entry>"
    return Shown(200, {}, f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'.encode())


def _number(url: str) -> int:
    return zlib.crc32(url.encode())


def _api(name: str) -> str:
    return f"https://api.github.com/repos/{name}"


def asked(table: Mapping[str, Shown], urls: Sequence[str]) -> dict[str, Proposal]:
    web = Web(table)
    plan = Plan(TODAY, retries=(), workers=8, look_days=0)
    return repaired(urls, web, Ledger(None), plan, consultation=Consultation(web, Keys()))


def is_right(found: str | None, wanted: str) -> bool:
    try:
        same = parse_address(found or "").url == parse_address(wanted).url
    except NoAnswer:
        return False
    return same


def class_of(pair: Pair) -> str:
    if is_rename(pair):
        return "github"
    return "scheme/slash" if pair["cls"] == "scheme/slash" else "permanent redirect"


@corpus
def test_real_moves_are_found_and_no_trap_is_ever_written() -> None:
    chance = random.Random(8)
    right, all_of, traps, proven = Counter[str](), Counter[str](), 0, Counter[bool]()
    for group in webs():
        table, honest = dict[str, Shown](), list[Pair]()
        for number, pair in enumerate(group):
            if number % 4 == 3 or name_different_works(pair["old"], pair["new"]):
                kind = TRAPS[number // 4 % len(TRAPS)]
                table.update((url, shown) for url, shown in trapped(pair, kind, group) if url not in table)
            else:
                honest.append(pair)
                table.update(moved(pair, chance))
        traps += len(group) - len(honest)
        found = asked(table, [pair["old"] for pair in group])
        for pair in group:
            proposal, good = found[pair["old"]], is_right(found[pair["old"]].new, pair["new"])
            assert not proposal.certain or (good and pair in honest), proposal
            if pair in honest:
                all_of[class_of(pair)] += 1
                right[class_of(pair)] += good
                proven[proposal.certain] += 1
    shares = {name: round(right[name] / all_of[name], 3) for name in sorted(all_of)}
    assert traps / (traps + all_of.total()) >= 0.2
    assert proven[True] >= 250, proven
    assert all(share >= 0.95 for share in shares.values()), shares
