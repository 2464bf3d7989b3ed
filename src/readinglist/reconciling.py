"""A rendering of the list without its addresses, aligned to the catalog by what each line begins with."""

from __future__ import annotations

import difflib
import html
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry

_MARKUP = re.compile(
    r"!?\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*\)|\*\*|__|`|\\(?=[!-/:-@\[-`{-~])"
)
_SHAPE = re.compile(r"\s*(?:([-*+•]|\d{1,3}[.)])\s+|(\|))?\s*")
_BLOCK_TAG = re.compile(r"</(?:li|p|h[1-6]|tr|div|ul|ol|table)>|<(?:br|li|p|h[1-6]|tr|ul|ol)\b[^<>]*>", re.IGNORECASE)
_CELL_TAG = re.compile(r"</t[dh]>", re.IGNORECASE)
# Where one word may end and another begin, also where a rendering lost what stood between them.
_BOUNDARY = re.compile(r"(?<=\w)(?=\W)|(?<=[a-z)])(?=[A-Z])|(?<=\d)(?=[A-Z][a-z])|(?<=[A-Z])(?=[A-Z][a-z])|$")
_AT_LEAST = 0.72


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a rendering: its number, its shape (bullet, row of a table, none), its words."""

    number: int
    shape: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """An entry and the line that shows it: what it is called there, and what is said of it."""

    entry: Entry
    line: Line
    title: str
    said: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A rendering beside the catalog."""

    matches: tuple[Match, ...]
    missing: tuple[Entry, ...]
    extra: tuple[Line, ...]


def aligned(catalog: Catalog, rendering: str) -> Alignment:
    """Return which line shows which listed entry; an entry has one line at most, and a line one entry."""
    lines = list(_lines(rendering))
    wanted = [(entry, _names(entry)) for entry in catalog.listed]
    known = [(entry, names, [_words(title) for title in _titles(entry)]) for entry, names in wanted]
    scored = [
        (*_score(entry, names, line), entry, line)
        for line, own in ((line, _words(line.text[:300])) for line in lines)
        for entry, names, titles in known
        if any(len(words & own) >= max(1, 0.3 * len(words)) for words in titles)
    ]
    good = sorted((each for each in scored if each[0] >= _AT_LEAST), key=lambda each: (-each[0], each[3].number))
    by_entry: dict[str, Match] = {}
    taken: set[int] = set()
    for _, end, entry, line in good:
        if entry.id not in by_entry and line.number not in taken:
            by_entry[entry.id] = Match(entry, line, *_divided(line.text, end))
            taken.add(line.number)
    matches = tuple(sorted(by_entry.values(), key=lambda match: match.line.number))
    missing = tuple(entry for entry, _ in wanted if entry.id not in by_entry)
    return Alignment(matches, missing, tuple(_extra(lines, taken)))


def _lines(rendering: str) -> Iterator[Line]:
    if re.search(r"<(?:li|td|p)\b", rendering, re.IGNORECASE):
        rendering = _CELL_TAG.sub(" | ", _BLOCK_TAG.sub("\n", rendering))
        rendering = html.unescape(re.sub(r"<[^<>]*>", "", rendering))
    for number, line in enumerate(rendering.splitlines(), 1):
        shape = _SHAPE.match(line)
        text = line[shape.end() if shape else 0 :]
        for _ in range(2):  # bold within a link
            text = _MARKUP.sub(lambda found: found[1] or "", text)
        text = re.sub(r"\\(?=[\[\]])", "", text).strip().rstrip("|").strip()
        kind = "" if not shape else "row" if shape[2] else "item" if shape[1] else ""
        if text and not re.fullmatch(r"[-:| ]+", text):
            yield Line(number, kind, text)


def _words(text: str) -> set[str]:
    """Return the words of a text, also where a rendering glued two of them together."""
    return {word for part in _BOUNDARY.split(text) if len(word := _folded(part)) > 1}


def _names(entry: Entry) -> list[str]:
    return [folded for title in _titles(entry) if len(folded := _folded(title)) > 4]


def _titles(entry: Entry) -> list[str]:
    """Return what an entry may be called: as the list shows it, as the work is titled, without the subtitle."""
    titles = [title for title in (entry.shown_title, entry.title) if title]
    return list(dict.fromkeys([*titles, *(title.partition(": ")[0] for title in titles)]))


def _folded(text: str) -> str:
    """Return the letters and digits of a text alone, small and without accents; other scripts go."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)


def _score(entry: Entry, names: Sequence[str], line: Line) -> tuple[float, int]:
    """Return how well a line begins with the title of an entry, and where in the line that title ends."""
    best = (0.0, 0)
    numbered = entry.arxiv is not None and entry.arxiv in line.text
    for name in names:
        limit = 2 * len(name) + 30
        for boundary in _BOUNDARY.finditer(line.text[:limit]):
            begin = _folded(line.text[: boundary.end()])
            if len(begin) < 5:
                continue
            ends = 0.05 if re.match(r"\s*(?:[:：|]|\*\*|$)", line.text[boundary.end() :]) else 0.0
            score = _likeness(name, begin) + 0.3 * numbered + ends
            if score > best[0]:
                best = (score, boundary.end())
    return best


def _likeness(name: str, begin: str) -> float:
    if name == begin:
        return 1.0
    if name.startswith(begin) and len(begin) >= 12:
        return 0.85 + 0.14 * len(begin) / len(name)
    matcher = difflib.SequenceMatcher(None, name, begin, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() > 0.6 and matcher.quick_ratio() > 0.65 else 0.0


def _divided(text: str, end: int) -> tuple[str, str]:
    """Return the title of a line and the words behind it."""
    rest = text[end:]
    if closing := re.match(r"\s*\((?:arXiv)[^()]*\)|[)\]]", rest):
        end += closing.end()
    return text[:end].strip(), text[end:].strip(" \t:：|-–—,")


def _extra(lines: Sequence[Line], taken: set[int]) -> Iterator[Line]:
    """Yield the items and rows that stand among the ones that show entries, and show none."""
    block: list[Line] = []
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        block.append(line)
        apart = following is None or following.shape != line.shape or following.number > line.number + 2
        if apart:
            if line.shape and any(each.number in taken for each in block):
                heads = {block[0].number} if block[0].shape == "row" else set()
                yield from (each for each in block if each.number not in taken | heads and not _is_head(each, block))
            block = []


def _is_head(line: Line, block: Sequence[Line]) -> bool:
    return line.shape == "row" and line.text == block[0].text


def remarks(catalog: Catalog, found: Alignment) -> Iterator[tuple[int, str]]:
    """Yield what a rendering says otherwise than the catalog, with its line; missing entries at line 0."""
    for match in found.matches:
        for told in _differences(catalog, match):
            yield match.line.number, f"{match.entry.id}: {told}"
    for line in found.extra:
        yield line.number, f"extra: '{line.text[:80]}' is no entry of the catalog"
    for entry in found.missing:
        yield 0, f"missing: {entry.id}, '{entry.shown_title}'"


def _differences(catalog: Catalog, match: Match) -> Iterator[str]:
    ours = match.entry.shown_title
    if _plain(match.title) not in {_plain(ours), _plain(match.entry.title or ours)}:
        yield f"{_kind(ours, match.title)}: '{match.title}' is '{ours}' in the catalog"
    words = match.entry.annotation(catalog.language) or ""
    if match.said and _plain(match.said) != _plain(words):
        foreign = _foreign(match.said) and not _foreign(words)
        yield f"annotation {'translated' if foreign else 'changed'}: '{match.said[:60]}'"
    for word, other in _invented(catalog, match):
        yield f"invented: it says '{word}', which the catalog says of {other} and not of this"


def _kind(ours: str, theirs: str) -> str:
    if _foreign(theirs) and not _foreign(ours):
        return "title translated"
    return "title shortened" if len(_folded(theirs)) < 0.9 * len(_folded(ours)) else "renamed"


def _foreign(text: str) -> bool:
    return any(ord(sign) > 0x2E7F or "\u0400" <= sign <= "\u07ff" for sign in text)


def _plain(text: str) -> str:
    text = re.sub(r"[’‘]", "'", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(re.findall(r"[\w']+", text))


def _invented(catalog: Catalog, match: Match) -> Iterator[tuple[str, str]]:
    """Yield the names in the words about an entry that the catalog knows of other entries alone."""
    own = _everything(match.entry)
    for word in dict.fromkeys(re.findall(r"\b[A-Z][a-z]{3,}\b", match.said)):
        if word.lower() in own:
            continue
        others = [each for each in catalog if re.search(rf"\b{word}\b", f"{each.shown_title} {each.publisher or ''}")]
        if len(others) == 1 and others[0] is not match.entry and _is_name(catalog, word):
            yield word, others[0].id


def _everything(entry: Entry) -> str:
    return str(entry).lower()


def _is_name(catalog: Catalog, word: str) -> bool:
    """Return whether a word is always a name in the catalog: it never stands there in small letters."""
    return not any(re.search(rf"\b{word.lower()}\b", each.annotation() or "") for each in catalog)
