"""One entry as it stands on the page: what it is, why to read it, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date
from readinglist.model.entry import Entry
from readinglist.model.person import Person
from readinglist.model.translation import told
from readinglist.page import annotation, inert
from readinglist.page.taken import Taken
from readinglist.page.words import Words

_MOST_NAMES = 12
"""So many people are named; of more, two fewer, and that there are others."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the markup of every entry depends on besides the entry."""

    catalog: Catalog
    words: Words
    starts: frozenset[str]

    def lang(self, language: str | None) -> str:
        """Return the attribute that says the language of a text, where it is not that of the page."""
        return f' lang="{inert.text(language)}"' if language and language != self.words.language else ""


def markup(entry: Entry, setting: Setting, taken: Taken) -> str:
    """Return the list item of an entry, with everything that a program can take from it."""
    old = "".join(f'<span id="{inert.text(name)}"></span>' for name in entry.aliases)
    parts = (
        f'<li class="e" id="{inert.text(entry.id)}">{old}',
        _title(entry, setting),
        _line("by", _by(entry, setting)),
        _needs(entry, setting),
        _why(entry, setting),
        _actions(entry, setting, taken),
        taken.coins,
        f'<script type="application/json">{taken.data}</script></li>\n',
    )
    return "".join(parts)


def _title(entry: Entry, setting: Setting) -> str:
    """Return the title, as a link where it leads somewhere, and the link to the entry itself."""
    title = inert.text(entry.shown_title)
    lang = setting.lang(entry.language or setting.catalog.language)
    start = f'<span class="here">{setting.words("start")}</span> ' if entry.id in setting.starts else ""
    url = inert.address(entry.shown_link)
    robust = _versions(entry) if entry.archive_url and entry.shown_link == entry.url else ""
    tag, leads = ("a", f' href="{url}"{robust}') if url else ("span", ' tabindex="-1"')
    itself = f'<a class="self" href="#{inert.text(entry.id)}" aria-label="{setting.words("permalink")}: {title}">#</a>'
    return f'{start}<{tag} class="t"{leads}{lang}><bdi>{title}</bdi></{tag}> {itself}'


def _versions(entry: Entry) -> str:
    """Return the attributes of a robust link: where the copy is that was made of a page, and of which day."""
    copy = inert.address(entry.archive_url)
    day = f' data-versiondate="{inert.text(str(entry.archive_date))}"' if entry.archive_date else ""
    return f' data-versionurl="{copy}"{day}' if copy else ""


def _line(name: str, parts: Iterator[str]) -> str:
    shown = " · ".join(parts)
    return f'<p class="{name}">{shown}</p>' if shown else ""


def _by(entry: Entry, setting: Setting) -> Iterator[str]:
    words = setting.words
    if entry.label and entry.title and entry.title not in entry.label:
        yield f"<q{setting.lang(entry.language or setting.catalog.language)}><bdi>{inert.text(entry.title)}</bdi></q>"
    if who := _who(entry, words):
        yield who
    if source := ", ".join(filter(None, [_venue(entry), _when(entry.issued)])):
        yield source
    name = entry.genre or entry.type
    if kind := words.types.get(name, name.replace("_", " ")):
        yield inert.text(kind)
    yield from (words(entry.level),) if entry.level else ()
    yield from (words.time(entry.minutes),) if entry.minutes else ()
    yield from (f'<span class="tag">#{inert.text(tag)}</span>' for tag in entry.tags)


def _venue(entry: Entry) -> str:
    if entry.container_title:
        return f"<cite><bdi>{inert.text(entry.container_title)}</bdi></cite>"
    where = entry.event_title or entry.publisher or entry.authority
    return f"<bdi>{inert.text(where)}</bdi>" if where else ""


def _who(entry: Entry, words: Words) -> str:
    people = entry.author or entry.editor
    shown = ", ".join(f"<bdi>{inert.text(person.text)}</bdi>" for person in _first(people))
    more = entry.others or len(people) > _MOST_NAMES
    return f"{shown} {words('and-others')}" if more and shown else shown


def _first(people: Sequence[Person]) -> Sequence[Person]:
    return people if len(people) <= _MOST_NAMES else people[: _MOST_NAMES - 2]


def _when(date: Date | None) -> str:
    """Return a date as it was written, in the years or the days that are known; seasons and doubts show as a year."""
    if date is None:
        return ""
    if not (date.end or date.open_end or date.begin.season or date.approximate or date.uncertain):
        return f"<time>{inert.text(str(date.begin))}</time>"
    end = f"–{date.end.year}" if date.end and date.end.year != date.year else "–" if date.open_end else ""
    return f"{'~' if date.approximate else ''}{date.year}{end}{'?' if date.uncertain else ''}"


def _needs(entry: Entry, setting: Setting) -> str:
    catalog = setting.catalog
    known = [catalog.by_id.get(name) or catalog.by_alias.get(name) for name in entry.needs]
    links = [
        f'<a href="#{inert.text(each.id)}"><bdi>{inert.text(each.shown_title)}</bdi></a>'
        for each in known
        if each and each.listed
    ]
    return f'<p class="needs">{setting.words("needs")} {", ".join(links)}</p>' if links else ""


def _why(entry: Entry, setting: Setting) -> str:
    why = told(entry, setting.words.language, setting.catalog.language)
    if why is None:
        return ""
    shown = f'<div class="why" dir="auto"{setting.lang(why.language)}>{annotation.html(why.text)}</div>'
    if why.source is None:
        return shown
    source = f'<div dir="auto"{setting.lang(why.source.language)}>{annotation.html(why.source.text)}</div>'
    return f'{shown}<div class="stale"><p class="note">{setting.words("stale")}</p>{source}</div>'


def _actions(entry: Entry, setting: Setting, taken: Taken) -> str:
    """Return the further links, and behind `cite`, which opens below them, the citation and the BibTeX."""
    words = setting.words
    return (
        f'<div class="do">{"".join(f"{link} " for link in _links(entry, words))}'
        f'<details><summary>{words("cite")}<span class="hide"> {inert.text(entry.shown_title)}</span></summary>'
        f'<p class="as">{taken.citation}</p><pre>{taken.bibtex}</pre></details></div>'
    )


def _links(entry: Entry, words: Words) -> Iterator[str]:
    if (copy := inert.address(entry.archive_url)) is not None:
        day = inert.text(str(entry.archive_date)) if entry.archive_date else ""
        dated = f' data-versiondate="{day}" title="{words("archived-on", date=day)}"' if day else ""
        original = inert.address(entry.url or entry.shown_link) or ""
        yield f'<a href="{copy}" data-originalurl="{original}"{dated}>{words("archived")}</a>'
    for name in ("code", "pdf", "slides", "video"):
        url = inert.address(getattr(entry, name))
        if url and getattr(entry, name) != entry.shown_link:
            yield f'<a href="{url}">{words(name)}</a>'
    if entry.verified:
        yield f"<span>{words('verified', date=inert.text(str(entry.verified)))}</span>"
