"""Entries that break naive formats: every type with the fields of its kind, values of every script and every sign."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from readinglist.catalog_file.read import read_fields
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.place import Place
from tests.latex.nasty import BEYOND, FORMULAS, NAMES, TITLES

Fields = Mapping[str, Any]

_SIGNS = "aZ é Łß ı 王 ع א и 🤗 %&#_{}~^\\$<>[]()|@=+*/.,:;!?'\"`-–—…“”’„« 0123456789"
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)


def tidy(text: str) -> str:
    """Return text as a catalog's `lint` wants it: composed, on one line, nothing hidden in it."""
    return " ".join(unicodedata.normalize("NFC", _FORBIDDEN.sub("", text)).split())


def texts(longest: int = 40) -> SearchStrategy[str]:
    """Text of all kinds; never empty."""
    made = st.text(st.sampled_from(_SIGNS) | st.characters(codec="utf-8", exclude_categories=["C"]), max_size=longest)
    listed = st.sampled_from([*TITLES, *BEYOND, *(formula for formula, _ in FORMULAS)])
    return (made | listed).map(tidy).filter(bool)


def words(*listed: str) -> SearchStrategy[str]:
    """One of the words of a list."""
    return st.sampled_from(listed)


def people() -> SearchStrategy[list[dict[str, str]]]:
    """Lists of one to four people and bodies."""
    letters = st.text(st.characters(categories=["Lu"]), min_size=1, max_size=1)
    tails = st.text(st.characters(categories=["Ll"]), min_size=1, max_size=8)
    plain = st.builds(lambda first, rest: tidy(first + rest), letters, tails)
    listed = st.sampled_from(NAMES).filter(lambda name: not set("{}%&_ß") & set("".join(name)))
    pair = listed.map(lambda name: (name[0], name[1])) | st.tuples(plain, plain)
    person = st.builds(_person, pair, words("", "", "", "van der", "de", "von"), words("", "", "", "Jr.", "III"))
    body = words("DeepSeek-AI", "vLLM contributors", "R & D Team", "Google DeepMind", "王 group", "ankur6ue", "NASA")
    return st.lists(person | body.map(lambda name: {"literal": name}), min_size=1, max_size=4)


def _person(pair: tuple[str, str], particle: str, suffix: str) -> dict[str, str]:
    parts = {"family": pair[0], "given": pair[1], "non-dropping-particle": particle, "suffix": suffix}
    return {part: text for part, text in parts.items() if text}


def dates() -> SearchStrategy[str]:
    """Dates of every precision, ranges and doubts."""
    year = st.integers(1000, 2099).map(str)
    month = st.builds("{}-{:02d}".format, year, st.integers(1, 12))
    day = st.dates().filter(lambda date: date.year >= 1000).map(str)
    span = st.builds(lambda one, other: "/".join(sorted({one, other})), year, year)
    doubtful = st.builds(lambda date, mark: date + mark, year | month, words("~", "?"))
    season = st.builds("{}-{}".format, year, st.integers(21, 24))
    return year | month | day | span | doubtful | season | year.map(lambda begin: f"{begin}/..")


def addresses() -> SearchStrategy[str]:
    """Addresses with everything that an address may hold."""
    path = st.text(st.sampled_from("abz09-._~!$&'()*+,;=:@%#?/"), max_size=20)
    good = path.filter(lambda text: not re.search(r"%(?![0-9A-F]{2})|[,;]\s*https?:", text))
    return st.builds("https://{}/{}".format, words("example.org", "www.b-c.io", "xn--bcher-kva.example"), good)


_WORK: dict[str, SearchStrategy[Any]] = {
    "title": texts(),
    "author": people(),
    "issued": dates(),
    "URL": addresses(),
    "DOI": st.builds(
        "10.{}/{}".format,
        st.integers(1000, 99999),
        st.from_regex(r"[a-z0-9][a-z0-9._()-]{0,12}[a-z0-9]", fullmatch=True),
    ),
    "note": texts(),
    "abstract": texts(80),
    "language": words("en", "de", "pt-BR", "fr", "zh", "en-GB"),
    "tags": st.lists(st.from_regex(r"[a-z][a-z-]{0,10}[a-z]", fullmatch=True), min_size=1, max_size=3, unique=True),
    "accessed": st.dates().filter(lambda date: date.year >= 1990).map(str),
}
_PREPRINT = {"arxiv": words("2309.06180", "cs/0112017", "1706.03762v5"), "arxiv-class": words("cs.LG", "stat.ML")}
_JOURNAL = {
    "container-title": texts(),
    "volume": st.integers(1, 999).map(str),
    "issue": st.integers(1, 99).map(str),
    "page": st.builds("{}-{}".format, st.integers(1, 99), st.integers(100, 999)),
    "ISSN": words("0001-0782", "2045-2322"),
}
_BOOK = {
    "publisher": texts(),
    "publisher-place": texts(),
    "edition": words("2", "11"),
    "ISBN": words("978-0-262-03384-8", "978-1-4503-0977-6"),
    "editor": people(),
    "collection-title": texts(),
}
_KINDS: dict[str, dict[str, SearchStrategy[Any]]] = {
    "article-journal": _JOURNAL | _PREPRINT,
    "paper-conference": {"container-title": texts(), "page": _JOURNAL["page"], **_BOOK, **_PREPRINT},
    "article": {"genre": st.just("Preprint"), **_PREPRINT},
    "book": _BOOK,
    "chapter": {"container-title": texts(), "page": _JOURNAL["page"], **_BOOK},
    "thesis": {"publisher": texts(), "genre": words("PhD thesis", "Master's thesis")},
    "report": {"publisher": texts(), "number": words("TR-1", "2023/7"), "genre": st.just("Technical report")},
    "webpage": {"container-title": texts()},
    "post-weblog": {"container-title": texts()},
    "software": {"version": words("1.0.0", "2.3rc1"), "publisher": texts()},
    "dataset": {"version": words("1.0.0"), "publisher": texts()},
    "motion_picture": {},
    "document": {},
}
_LISTS_OWN: dict[str, SearchStrategy[Any]] = {
    "annote": texts(),
    "label": texts(),
    "area": st.lists(words("systems", "hardware"), min_size=1, max_size=2, unique=True),
    "reading": words("to-read", "read"),
    "rating": words("4", "2.5"),
    "minutes": st.integers(1, 500).map(str),
    "others": st.just("true"),
    "listed": st.just("false"),
    "available-date": dates(),
    "custom": st.just({"bibtex": {"archivePrefix": "arXiv"}}),
    "protect": st.just(["Deep"]),
    "code": addresses(),
}


@st.composite
def entry_fields(draw: DrawFn, *, lists_own: bool = False) -> dict[str, Any]:
    """An entry as plain data: some type, a title, and some of the fields of its kind."""
    kind = draw(st.sampled_from(sorted(_KINDS)))
    fields = {**_WORK, **_KINDS[kind], **(_LISTS_OWN if lists_own else {})}
    chosen = draw(st.sets(st.sampled_from(sorted(fields.keys() - {"genre", "title", "author"})), max_size=10))
    stated = sorted(
        chosen | {"title", *({"genre"} & _KINDS[kind].keys()), *(["author"] if draw(st.booleans()) else [])}
    )
    if "arxiv" not in stated:
        stated = [name for name in stated if name != "arxiv-class"]
    return {"id": "x", "type": kind} | {name: draw(fields[name]) for name in stated}


def many_entries(count: int, *, lists_own: bool = False) -> Catalog:
    """Return a catalog of about so many such entries, for what looks at a whole file at once."""
    gathered: list[Entry] = []

    @settings(max_examples=count, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(entry_fields(lists_own=lists_own))
    def gather(fields: Fields) -> None:
        gathered.append(entry_of({**fields, "id": f"e{len(gathered)}"}))

    gather()
    return Catalog(entries=tuple(gathered))


def catalog_of(fields: Fields) -> Catalog:
    """Return a catalog of one entry; its data must be what a catalog accepts."""
    entry = entry_of(fields)
    return Catalog(entries=(entry,))


def entry_of(fields: Fields) -> Entry:
    """Return the entry of some data that a catalog accepts."""
    entry = read_fields(fields)
    assert entry is not None, fields
    object.__setattr__(entry, "place", Place("catalog.yaml", ("references", 0)))
    return entry
