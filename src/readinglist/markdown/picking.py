"""One line of a list into the fields of an entry: which link is the work, what is its title, what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from readinglist.markdown import escape
from readinglist.markdown.details import address, after_title, numbered, tags_at_end, titled
from readinglist.markdown.further import drained, set_off
from readinglist.markdown.parser import words_of
from readinglist.markdown.roles import bracketed, link_role, says_something
from readinglist.markdown.spans import Inline, Span
from readinglist.model.addresses import arxiv_in, doi_in, host_of

_TASK = re.compile(r"\[([ xX])\][ \t]+")
_EMPTY_BRACKETS = re.compile(r"[(（\[]\s*(?:[,;/|·&]\s*)*[)）\]]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NUMBERING = re.compile(r"\s*(?:#?\d{1,4}[.):、]|#\d{1,4})\s*[*_]*")
_QUOTES = {"«": "»", "“": "”", "„": "“", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉", '"': '"', "【": "】"}
_MARKS_BEHIND = re.compile(r"[*_~]+")


@dataclass(frozen=True, slots=True)
class Picked:
    """What a line says of a work, and the links of which it keeps the addresses."""

    fields: dict[str, Any]
    kept: tuple[Span, ...] = ()
    starts: bool = True
    """Whether the line begins with the work, and not with words about it."""
    nameless: bool = False
    """Whether the line calls the work by a word such as `pdf`, so that its title must be found elsewhere."""


def task(inline: Inline) -> tuple[str | None, Inline]:
    """Return the reading state that `[ ]` or `[x]` says, and the text behind it."""
    found = _TASK.match(inline.content)
    if not found:
        return None, inline
    return {" ": "to-read"}.get(found[1], "read"), inline.part(found.end(), len(inline.content))


def pick(inline: Inline) -> Picked | None:
    """Return what a line says of a work, or None where no link leads to one."""
    links = [link for link in inline.links if address(link.href)]
    if not links or (all(link.pictures for link in links) and not _says_more(inline)):
        return None
    first = links[0]
    lead = inline.content[: first.start]
    if says_something(words_of(lead)) and not _NUMBERING.fullmatch(lead):
        if _is_label(first) or not re.search(r"[^\W\d_]", first.words):
            return _title_then_link(inline, links)
        if lead.rstrip().endswith((":", "：")) and _are_parts(inline, links):
            return _title_with_parts(inline, first)
        return _sentence(inline, first)
    named = next((link for link in links if not _is_label(link)), None)
    if named and (named is first or _comes_next(inline, first, named)):
        return _link_first(inline, named)
    if named is None and bracketed(first.words) and says_something(_without(inline, links, first.end)):
        return _label_then_title(inline, links)
    return _link_first(inline, first)


def _says_more(inline: Inline) -> bool:
    return says_something(words_of(_without(inline, inline.spans)))


def _comes_next(inline: Inline, first: Span, named: Span) -> bool:
    """Return whether a title follows the label before it, `[pdf](…) [Title](…)`."""
    between = words_of(inline.content[first.end : named.start])
    return link_role(first.words) != "" and not says_something(between)


def _is_label(link: Span) -> bool:
    """Return whether a link is called by what it is (`[pdf]`), not by what it leads to."""
    if link.pictures or link.bare or address(link.words):
        return True
    return link_role(link.words) is not None or bracketed(link.words)


def _link_first(inline: Inline, main: Span) -> Picked:
    lead, tail = inline.content[: main.start], inline.content[main.end :]
    closing = len(tail) - len(_balanced(lead, tail))
    before = _cut(inline, 0, main.start, inline.spans).strip(" *_~🔗")
    before = "" if _NUMBERING.fullmatch(before) else before
    if before and tail[closing:].startswith(_QUOTES.get(before[-1], "\0")):
        before, closing = before[:-1], closing + 1
    said, rest = after_title(_cut(inline, main.end + closing))
    fields = {"URL": address(main.href), **numbered(main.words), **said}
    skipped = [link for link in inline.links if link.start < main.start]
    drained(fields, " ".join(inline.content[link.start : link.end] for link in skipped))
    nameless = _is_label(main) and not address(main.words)
    return _finished(inline, fields, before, set_off(rest), nameless=nameless)


def _title_then_link(inline: Inline, links: Sequence[Span]) -> Picked:
    lead = inline.content[: links[0].start]
    main = next((link for link in links if link_role(link.words) in {"URL", "pdf"}), links[0])
    tail = set_off(_cut(inline, links[0].start, None, [main]))
    fields, rest = titled(words_of(_EMPTY_BRACKETS.sub("", lead.rstrip(" ([（") + " ")))
    fields |= {"URL": address(main.href)} | numbered(fields["title"])
    return _finished(inline, fields, set_off(escape.plain_text(rest)), tail, starts=bracketed(links[0].words))


def _are_parts(inline: Inline, links: Sequence[Span]) -> bool:
    """Return whether links are parts of one work, `[log](…) | [spec](…)`, and not works one after another."""
    between = inline.content[links[0].end : links[1].start].strip() if len(links) > 1 else ""
    return between in {"|", "/", "·"} and all(len(link.words.split()) <= 5 for link in links[:2])


def _title_with_parts(inline: Inline, first: Span) -> Picked:
    fields, rest = titled(words_of(inline.content[: first.start]))
    parts = _cut(inline, first.start)
    return _finished(inline, fields | {"URL": address(first.href)}, set_off(escape.plain_text(rest)), parts)


def _label_then_title(inline: Inline, links: Sequence[Span]) -> Picked:
    main = next((link for link in links if link_role(link.words) in {"URL", "pdf"}), links[0])
    text = _cut(inline, links[0].start, None, [main])
    fields: dict[str, Any] = {"URL": address(main.href)}
    named, rest = titled(words_of(drained(fields, set_off(text))))
    return _finished(inline, fields | named, escape.plain_text(rest))


def _sentence(inline: Inline, main: Span) -> Picked:
    """Read words about a work, its title linked in their midst: the whole sentence is the annotation."""
    fields = {"URL": address(main.href), **numbered(main.words)}
    lead = _cut(inline, 0, main.start)
    tail = _cut(inline, main.end)
    if lead.rstrip().endswith((":", "：")):
        return _finished(inline, fields, lead.strip(), set_off(tail), starts=False)
    return _finished(inline, fields, lead + main.label + tail, starts=False)


def _finished(
    inline: Inline, fields: dict[str, Any], *said: str, starts: bool = True, nameless: bool = False
) -> Picked:
    tags, text = tags_at_end(escape.folded(" ".join(part for part in said if part)))
    text = drained(fields, text)
    fields = fields | {"annote": text if worth_saying(text) else None, "tags": tags}
    kept = tuple(span for span in inline.spans if span.href and span.href in text)
    return Picked(identified(fields), kept, starts, nameless)


def identified(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with the identifiers that the address spells out, without those that say nothing."""
    url = str(fields.get("URL") or "")
    known = {"DOI": doi_in(url), "arxiv": fields.get("arxiv") or arxiv_in(url)}
    fields = fields | {name: str(value) for name, value in known.items() if value}
    return {name: value for name, value in fields.items() if value not in (None, "", [])}


def worth_saying(text: str) -> bool:
    """Return whether a text is more than punctuation."""
    return bool(re.search(r"[^\s.,;:|/·\-–—()\[\]*_~&\\]", text))


def _pictures(inline: Inline) -> list[Span]:
    """Return the pictures that lead nowhere."""
    return [span for span in inline.spans if span.kind == "image"]


def _without(inline: Inline, gone: Iterable[Span], begin: int = 0) -> str:
    """Return a text from a place on, without these spans."""
    text, at = "", begin
    for span in sorted(gone, key=lambda span: span.start):
        if begin <= span.start:
            text += inline.content[at : span.start]
            at = max(at, span.end)
    return text + inline.content[at:]


def _cut(inline: Inline, begin: int = 0, end: int | None = None, gone: Iterable[Span] = ()) -> str:
    """Return a stretch of Markdown without pictures, these spans and the brackets around them; links in full."""
    out, at, end = "", begin, len(inline.content) if end is None else end
    removed = {id(span) for span in (*gone, *_pictures(inline))}
    for span in inline.spans:
        if not begin <= span.start < end or span.start < at:
            continue
        if id(span) in removed or (span.kind == "link" and not span.href):
            out += inline.content[at : span.start]
        elif span.pictures or not span.inline:
            words = escape.link_text(span.words or host_of(span.href)) if span.pictures else span.label
            out += inline.content[at : span.start] + escape.link(words, span.href)
        else:
            continue
        at = span.end
    text = out + inline.content[at:end]
    return _tidy(text) if removed else text


def _tidy(text: str) -> str:
    """Return text without the brackets and commas that held what was taken out of it."""
    while (tidied := _EMPTY_BRACKETS.sub("", text)) != text:
        text = tidied
    return re.sub(r"(?<=\S) {2,}(?=\S)", " ", text)


def _balanced(lead: str, tail: str) -> str:
    """Return what follows a link without the signs that close the bold or italic opened before it."""
    opened = re.search(r"[*_~]+$", lead.rstrip())
    closed = _MARKS_BEHIND.match(tail)
    if opened and closed:
        return tail[min(len(opened[0]), len(closed[0])) :]
    return tail


def titled_only(inline: Inline) -> dict[str, Any]:
    """Return the title and year of a text without a link."""
    fields, rest = titled(words_of(inline.content))
    return fields | ({"annote": escape.plain_text(text)} if (text := set_off(rest)) else {})


def cut_pictures(inline: Inline) -> str:
    """Return the Markdown of a cell without pictures, each link in full, on one line."""
    text = _BREAK.sub(" ", _cut(inline))
    return " ".join(text.split()) if worth_saying(text) else ""
