"""Open Graph and its kin: what a page shows of itself where somebody shares it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from readinglist.webpage.clue import Clue, evidence
from readinglist.webpage.days import day_of
from readinglist.webpage.nobody import is_person
from readinglist.webpage.page import Page
from readinglist.webpage.people import names_in

_DATES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time",
    "og:pubdate", "book:release_date", "video:release_date", "music:release_date", "article:publish_date",
)  # fmt: skip
_OTHER_DATES = (
    "date", "pubdate", "publishdate", "publish_date", "publish-date", "publication_date", "published", "datepublished",
    "date.published", "article.published", "sailthru.date", "parsely-pub-date", "rnews:datepublished", "release_date",
    "cxenseparse:recs:publishtime", "originalpublicationdate", "article_date_original", "ptime", "pub_date",
    "bt:pubdate", "weibo:article:create_at", "article.created", "vr:published_time", "displaydate", "cre_date",
    "created",
)  # fmt: skip
_TYPES = {"book": "book", "video.movie": "motion_picture", "video.other": "motion_picture"}


@evidence
def open_graph(page: Page) -> Iterable[Clue]:
    """What a page shows of itself in other people's windows; `twitter:creator` is an account and not the author."""
    yield from (_clue("title", text, name, "open-graph") for name, text in page.meta("og:title"))
    for name, text in page.meta("twitter:title", "sailthru.title"):
        yield _clue("title", text, name, "twitter")
    yield from (_clue("container-title", text, name, "open-graph") for name, text in page.meta("og:site_name"))
    yield from (_clue("language", text.replace("_", "-"), name, "open-graph") for name, text in page.meta("og:locale"))
    yield from (
        _clue("type", _TYPES[text], name, "open-graph") for name, text in page.meta("og:type") if text in _TYPES
    )
    yield from _first_day(page, _DATES, "article-tag")
    yield from _first_day(page, _OTHER_DATES, "meta")
    names = [each for _, text in page.meta("article:author", "og:article:author") for each in names_in(text)]
    yield _clue(
        "author", [each for each in names if is_person(each, known=page.no_people)], "article:author", "article-tag"
    )


def _first_day(page: Page, tags: tuple[str, ...], voice: str) -> Iterator[Clue]:
    days = ((name, day_of(text)) for name, text in page.meta(*tags))
    yield from [_clue("issued", day, name, voice) for name, day in days if day][:1]


def _clue(field: str, value: str | list[str], tag: str, voice: str) -> Clue:
    return Clue(field, value, f"meta[{tag}]", voice)
