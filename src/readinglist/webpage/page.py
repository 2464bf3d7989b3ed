"""A page taken apart once: its tags of interest, its texts, its JSON, so that nobody walks it all again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from readinglist.model.addresses import host_of
from readinglist.webpage.headings import Heading, heading_among
from readinglist.webpage.json_text import parse_json
from readinglist.webpage.kinds import of_a_blog, of_a_course, of_a_manual, term_in
from readinglist.webpage.markup import Element, text_after, text_before, text_of
from readinglist.webpage.texts import folded, plain

_LISTED = ("meta", "link", "script", "title", "h1", "h2", "h3", "time", "pre", "code", "dl")
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?://)")  # its pages are those of others
_MADE, _LOOKED_AT = re.compile(r"<!--([^<>]{0,80}\b(?:generated|made|built)\b[^<>]{0,80})-->", re.IGNORECASE), 5000
_MOST_TAGS, _MOST_OF_A_KIND = 200_000, 5000
_BEFORE, _AFTER, _NEAR = 200, 600, 100


class Page:
    """An HTML page, and the address where it was found in the end."""

    def __init__(self, text: str, url: str) -> None:
        self.url = url.removeprefix(found[0]) if (found := _ARCHIVED.match(url)) else url
        self._beginning = text[:_LOOKED_AT]
        self.root = _parse(text)
        self.listed: dict[str, list[Element]] = {name: [] for name in _LISTED}
        for element in self.root.iter(*_LISTED):
            if len(kept := self.listed[element.tag]) < _MOST_OF_A_KIND:
                kept.append(element)
        self.metas = self._metas()
        """What each `<meta>` says, by its name in small letters, in the page's order."""
        self.title = plain(text_of(self.listed["title"][0])) if self.listed["title"] else ""
        """What `<title>` says; the first one, as those of drawings come later."""
        self.heading = self._heading()
        """The heading that is the title of the page."""

    def _metas(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for element in self.listed["meta"]:
            content = plain(element.get("content") or "")
            names = f"{element.get('name') or ''} {element.get('property') or ''}".lower().split()
            for name in dict.fromkeys(names) if content else ():
                found.setdefault(name, []).append(content)
        return found

    def meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Yield name and content of the `<meta>` elements of these names, name by name."""
        for name in names:
            for content in self.metas.get(name, ()):
                yield name, content

    @property
    def canonical(self) -> list[str]:
        """The addresses that the page calls its own in `<link rel=canonical>`, in full."""
        own = (each for each in self.listed["link"] if (each.get("rel") or "").lower() == "canonical")
        return [self.absolute((each.get("href") or "").strip()) for each in own]

    @cached_property
    def data(self) -> list[Any]:
        """The JSON-LD of the page, script by script."""
        kept = [each for each in self.listed["script"] if "ld+json" in (each.get("type") or "").lower()]
        return [found for each in kept if (found := parse_json(each.text or "")) is not None]

    @cached_property
    def is_manual(self) -> bool:
        """Whether a tool for manuals made the page."""
        return of_a_manual(self._generator, (each.get("src") or "" for each in self.listed["script"]), self.url)

    @property
    def is_blog(self) -> bool:
        """Whether the page is an article of a blog."""
        return of_a_blog(self._generator, self.url)

    @cached_property
    def course(self) -> str:
        """What stands about the course that the page is: its data say so, or it has a course's number and a term."""
        from readinglist.webpage.linked_data import works
        from readinglist.webpage.schema_org import kind_of, texts

        things = works(self.data, self.url) if self.data else []
        if stated := next((texts(each.get("name")) for each in things if kind_of(each) == "course"), []):
            return " ".join(stated)
        if self.is_blog or any(kind == "article" for _, kind in self.meta("og:type")):
            return ""
        heading = f"{self.title} {self.heading.text if self.heading else ''}"
        about = f"{heading} {self.after_heading[:_NEAR]} {self.path}" if of_a_course(heading) else ""
        return about if term_in(about) else ""

    @cached_property
    def _generator(self) -> str:
        stated = (content for _, content in self.meta("generator", "docsearch:version"))
        return " ".join((*stated, *_MADE.findall(self._beginning))).lower()

    @cached_property
    def host(self) -> str:
        """The host, without `www.`."""
        return host_of(self.url)

    @cached_property
    def path(self) -> str:
        """What follows the host in the address."""
        return self.url.partition("://")[2].partition("/")[2]

    @cached_property
    def _names_of_the_site(self) -> dict[str, str]:
        names = dict(self.meta("og:site_name", "application-name", "apple-mobile-web-app-title", "al:ios:app_name"))
        return {folded(name): where for where, name in names.items()} | {folded(self.host): "host"}

    @cached_property
    def site_names(self) -> dict[str, str]:
        """What the site calls itself, folded, with the place that says so; on its front page that is the title."""
        titles = {folded(text) for _, text in self.meta("og:title")}
        return {name: where for name, where in self._names_of_the_site.items() if name not in titles}

    @cached_property
    def no_people(self) -> frozenset[str]:
        """Folded names that are the site's, but for those which its data says are a person's."""
        from readinglist.webpage.linked_data import people_of

        return frozenset(self._names_of_the_site) - {folded(name) for name in people_of(self.data)}

    def _heading(self) -> Heading | None:
        largest, smaller = self.listed["h1"], self.listed["h2"] + self.listed["h3"]
        if not (largest or smaller):
            return None
        stated = [self.title, *(text for _, text in self.meta("og:title"))]
        if found := heading_among(largest, stated, self.site_names):
            return found
        # Older templates keep the largest heading for the name of the site.
        found = heading_among(smaller, stated, self.site_names)
        return found if found and found.voice == "named-heading" else None

    @cached_property
    def before_heading(self) -> str:
        """The text just before the heading."""
        return plain(text_before(self.heading.element, _BEFORE)) if self.heading else ""

    @cached_property
    def after_heading(self) -> str:
        """The text that follows the heading."""
        return plain(text_after(self.heading.element, _AFTER)) if self.heading else ""

    def nearest(self, names: list[str]) -> list[str]:
        """Return those of several names that stand near the heading; elsewhere stand the authors of other texts."""
        names = list(dict.fromkeys(names))
        if len(names) < 2 or self.heading is None:
            return names
        return [name for name in names if name in self.after_heading or name in self.before_heading]

    def absolute(self, address: str) -> str:
        """Return an address of the page in full; nothing where it is none."""
        try:
            return urljoin(self.url, address)
        except ValueError:
            return ""


def _parse(text: str) -> Element:
    """Return the tree of a page, whatever it is; of one with too many tags as much as memory allows."""
    if (tags := text.count("<")) > _MOST_TAGS:
        text = text[: len(text) * _MOST_TAGS // tags]
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # an empty page
        root = None
    return etree.Element("html") if root is None else root
