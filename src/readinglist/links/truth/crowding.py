"""Addresses that end where others do: what three pages lead to can be none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readinglist.links.truth.landing import is_deep
from readinglist.links.truth.parts import parts_of
from readinglist.links.verdict import Judgement, Verdict
from readinglist.webpage.own_address import site_of

_CROWD = 3


def crowded(found: Mapping[str, Judgement]) -> Iterator[str]:
    """Yield the addresses of different pages of a site that redirects lead to one and the same."""
    by_end: dict[str, dict[str, list[str]]] = {}
    for url, each in found.items():
        if each.verdict not in {Verdict.MOVED, Verdict.REDIRECTED} or not each.final_url or each.remembered:
            continue
        asked = parts_of(url)
        if is_deep(asked.path, asked.query) and site_of(url) == site_of(each.final_url):
            path = asked.path.rstrip("/").lower()
            by_end.setdefault(each.final_url.partition("#")[0], {}).setdefault(path, []).append(url)
    for paths in by_end.values():
        if len(paths) >= _CROWD:
            yield from (url for urls in paths.values() for url in urls)
