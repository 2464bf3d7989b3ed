"""The page, whole or as a fragment for the page of another generator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import Template

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.sections import Section, sections, start_of
from readinglist.page import areas, inert, parts
from readinglist.page.entry import Setting, markup
from readinglist.page.foot import foot
from readinglist.page.head import head, json_ld
from readinglist.page.options import PageOptions
from readinglist.page.script_data import script_data
from readinglist.page.taken import Taken, taken
from readinglist.page.words import Words, words_in

_PIECE = 40
"""A browser draws a long list in pieces of so many entries, those that are in sight."""


def page(catalog: Catalog, options: PageOptions) -> str:
    """Return the HTML of a list: a whole page, or with `fragment` what another page can hold."""
    words = words_in(options.language or catalog.language)
    css, code = parts.style(options.templates), parts.script(options.templates)
    body = "".join(_body(catalog, options, words))
    if options.fragment:
        return f"<style>\n{css}\n</style>\n{body}<script>\n{code}\n</script>\n"
    filled = Template(parts.part("page.html", options.templates)).safe_substitute(
        language=inert.text(words.language),
        direction=words.direction,
        policy=parts.policy(css, code),
        title=inert.text(catalog.title or "Reading list"),
        head=head(catalog, options),
        css=css,
        script=code,
        body=body,
    )
    return filled.rstrip("\n") + "\n"


def _body(catalog: Catalog, options: PageOptions, words: Words) -> Iterator[str]:
    found = sections(catalog)
    main = "div" if options.fragment else "main"
    yield f'<div class="readinglist"{_language_of(options, words)}>\n'
    yield "" if options.fragment else _top(catalog, words)
    yield f'{areas.contents(catalog, found, words)}\n<{main} id="_list">\n'
    yield from _sections(catalog, found, options, words)
    yield f"</{main}>\n{foot(catalog, options, words)}"
    yield f'<script type="application/json" id="_words">{script_data(catalog, words)}</script>\n'
    yield f'<script type="application/ld+json">{json_ld(catalog, options, words)}</script>\n</div>\n'


def _top(catalog: Catalog, words: Words) -> str:
    about = f"<p><bdi>{inert.text(catalog.description)}</bdi></p>\n" if catalog.description else ""
    title = inert.text(catalog.title or "Reading list")
    skip = f'<a class="skip" href="#_list">{words("skip")}</a>'
    return f"{skip}\n<header>\n<h1><bdi>{title}</bdi></h1>\n{about}</header>\n"


def _language_of(options: PageOptions, words: Words) -> str:
    return f' lang="{inert.text(words.language)}" dir="{words.direction}"' if options.fragment else ""


def _sections(catalog: Catalog, found: Sequence[Section], options: PageOptions, words: Words) -> Iterator[str]:
    starts = frozenset(entry.id for section in found if (entry := start_of(section.entries)))
    setting = Setting(catalog, words, starts)
    own = [areas.own_entries(catalog, section) for section in found]
    forms = taken(catalog, [entry for entries in own for entry in entries], options.style)
    for section, entries in zip(found, own, strict=True):
        heading = areas.head(catalog, section, words) if len(found) > 1 or section.name else ""
        yield f'<section data-area="{inert.text(section.name or "")}">\n{heading}'
        for start in range(0, len(entries), _PIECE):
            yield from _piece(entries[start : start + _PIECE], setting, forms)
        yield f"{areas.elsewhere(section.entries, entries, words)}</section>\n"


def _piece(entries: Sequence[Entry], setting: Setting, forms: Iterator[Taken]) -> Iterator[str]:
    yield f'<ol class="list{" many" if len(entries) == _PIECE else ""}">\n'
    for entry in entries:
        yield markup(entry, setting, next(forms))
    yield "</ol>\n"
