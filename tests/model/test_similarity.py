"""Which entries are called the same work, which are worth a look, and which are let be; and why."""

import random
import re
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readinglist.catalog_file.read import read_fields, read_text
from readinglist.importers import find_importer
from readinglist.model.entry import Entry, fields_of
from readinglist.model.identity import identities
from readinglist.model.lookalikes import lookalikes
from readinglist.model.penalties import differ_plainly, title_penalties
from readinglist.model.similarity import Similarity, compare
from readinglist.model.titles import taken_apart, title_key
from tests.conftest import SOAK
from tests.support.corpus import CORPUS, corpus

CLEAN = Path(__file__).parents[1] / "rules" / "clean.yaml"


def pair(one: str, other: str) -> tuple[Entry, Entry]:
    first, second = read_text(f"references:\n- {{id: a, {one}}}\n- {{id: b, {other}}}\n").entries
    return first, second


PEOPLE = "author: [{family: Denham, given: Ada}, {family: Sun, given: Li}]"
BOOK = f"type: book, {PEOPLE}, issued: 2020, publisher: Press"

TRAPS = {
    "a sign more": ("title: The action language BC", "title: The action language BC+"),
    "a version more": ("title: TEA-PSE for real-time enhancement", "title: TEA-PSE 3.0 for real-time enhancement"),
    "another year": ("title: Findings of the 2023 challenge", "title: Findings of the 2024 challenge"),
    "another ordinal": ("title: The second DIHARD challenge", "title: The third DIHARD challenge"),
    "another ordinal in digits": ("title: The 2nd DIHARD challenge", "title: The 3rd DIHARD challenge"),
    "another part": ("title: Theory of lattices I", "title: Theory of lattices II"),
    "another language of programming": ("title: Programming in C++", "title: Programming in C#"),
    "no sign at all": ("title: Programming in C", "title: Programming in C++"),
    "another system": ("title: Server programming for Windows", "title: Server programming for Linux"),
    "another edition": ("title: Compilers for all, edition: 1", "title: Compilers for all, edition: 2"),
    "an edition more": ("title: Compilers for all", "title: Compilers for all, edition: 3"),
    "another volume": ("title: The art of programming, volume: 1", "title: The art of programming, volume: 2"),
    "another report": ("title: A technical report, number: TR-1", "title: A technical report, number: TR-2"),
    "another version": ("title: A scientific library, version: 1.2", "title: A scientific library, version: 2.0"),
    "another chapter": ("title: Preface, chapter-number: 1", "title: Preface, chapter-number: 9"),
    "another column": ("title: Editorial, page: 1-2", "title: Editorial, page: 101-102"),
    "another language": ("title: Faust, language: de", "title: Faust, language: fr"),
    "another arXiv number": (
        "title: A good title here, arxiv: '2301.00001'",
        "title: A good title here, arxiv: '2301.00002'",
    ),
}


@pytest.mark.parametrize(("one", "other"), TRAPS.values(), ids=TRAPS)
def test_two_works_are_not_even_likely_to_be_one(one: str, other: str) -> None:
    assert not compare(*pair(f"{one}, {BOOK}", f"{other}, {BOOK}")).likely


def test_a_yearly_column_of_one_title_is_never_certainly_one() -> None:
    similarity = compare(
        *pair(
            f"title: Message from the chairs, {PEOPLE}, issued: 2020",
            f"title: Message from the chairs, {PEOPLE}, issued: 2021",
        )
    )
    assert (similarity.certain, str(similarity)) == (False, "0.90: years 2020 and 2021 −0.10")


words = st.lists(
    st.sampled_from(
        "a the kernel kernels cernel memory memoir and 2 3 second II C C+ v3 large-scale largescale".split()
    ),
    min_size=1,
    max_size=6,
)


@given(one=words, other=words, joint=st.sampled_from([" ", ": "]))
@settings(max_examples=2000 if SOAK else 300)
def test_titles_that_differ_plainly_are_never_alike(one: list[str], other: list[str], joint: str) -> None:
    first, second = taken_apart(joint.join(one)), taken_apart(" ".join(other))
    alike = Similarity(tuple(title_penalties(first, second))).likely
    assert not (alike and differ_plainly(first, second))


def test_a_score_tells_each_of_its_steps() -> None:
    one = f"type: article-journal, title: The map of lakes and rivers, {PEOPLE}, issued: 1999, container-title: Mind"
    other = "type: book, title: The map of lake and rivers, author: [{family: Sun}], issued: 2001, container-title: Art"
    assert str(compare(*pair(one, other))) == (
        "0.45: 'lakes' and 'lake' in the title −0.05, another first author −0.10, years 1999 and 2001 −0.20, "
        "another type −0.05, another journal, book or site −0.15"
    )


def test_neither_order_nor_repetition_matters() -> None:
    one, other = pair(f"title: A theory of maps, {PEOPLE}, issued: 1999", f"title: A theory of the map, {PEOPLE}")
    assert compare(one, other).score == compare(other, one).score
    assert compare(one, one).score == 1


def test_the_key_of_a_title_keeps_digits_and_the_signs_that_name_languages() -> None:
    assert [title_key(title) for title in ("C++ & C#", "C", "Łódź—2nd “Ed.”", "Théorie des ﬁbrés")] == [
        "c++andc#",
        "c",
        "łodz2nded",
        "theoriedesfibres",
    ]


Fields = dict[str, Any]
Change = Callable[[Fields, random.Random], object]


def slip(fields: Fields, chance: random.Random) -> None:
    """A letter of a long word is dropped, doubled or exchanged with the next one."""
    title = fields["title"]
    words = list(re.finditer(r"[^\W\d_]{6,}", title))
    if words:
        at = chance.randrange((word := chance.choice(words)).start() + 1, word.end() - 1)
        kept, after = chance.choice([("", 1), (title[at] * 2, 1), (title[at + 1] + title[at], 2)])
        fields["title"] = title[:at] + kept + title[at + after :]


def without_accents(fields: Fields, _: random.Random) -> None:
    plain = unicodedata.normalize("NFKD", fields["title"])
    fields["title"] = "".join(sign for sign in plain if not unicodedata.combining(sign))


def initials(fields: Fields, _: random.Random) -> None:
    for person in fields.get("author", ()):
        if "given" in person:
            person["given"] = f"{person['given'][0]}."


def next_year(fields: Fields, _: random.Random) -> None:
    if (year := fields.get("issued", "")[:4]).isdigit():
        fields["issued"] = str(int(year) + 1)


def first_author(fields: Fields, _: random.Random) -> None:
    if people := fields.get("author"):
        fields |= {"author": people[:1], "others": True}


def other_order(fields: Fields, _: random.Random) -> None:
    fields["author"] = fields.get("author", [])[::-1]


def retitled(change: Callable[[str], str]) -> Change:
    return lambda fields, _: fields.update(title=change(fields["title"]))


def without(*names: str) -> Change:
    return lambda fields, _: [fields.pop(name, None) for name in names]


CHANGES: list[Change] = [
    *(slip, without_accents, initials, next_year, first_author, other_order),
    retitled(str.upper),
    retitled(str.lower),
    retitled(lambda title: f"{title}."),
    retitled(lambda title: re.sub(r"[,:;](?= )|[“”„!?]", "", title)),
    retitled(lambda title: title.replace(" and ", " & ")),
    retitled(lambda title: re.sub(r"\b([Tt]he|[Aa]) ", "", title)),
    without("issued"),
    without("container-title", "publisher"),
    without("page", "volume", "issue", "number"),
    without("type", "genre"),
]


def typed_again(entry: Entry, chance: random.Random) -> Entry:
    """Return an entry as somebody else types it in: changed in two ways, without identifiers."""
    fields = fields_of(entry)
    for name in ("DOI", "arxiv", "ISBN", "URL", "github", "related", "check"):
        fields.pop(name, None)
    for change in chance.sample(CHANGES, 2):
        change(fields, chance)
    again = read_fields({**fields, "id": f"{entry.id}-again"})
    assert again
    return again


def test_what_somebody_types_in_again_is_found_among_all_the_others() -> None:
    entries = [entry for entry in read_text(CLEAN.read_text("utf-8")) if entry.title]
    planted, missed = 0, []
    for seed in range(20):
        chance = random.Random(seed)
        again = [typed_again(entry, chance) for entry in entries]
        found = {(one.id, other.id) for one, other, _ in lookalikes([*entries, *again])}
        planted += len(entries)
        missed += [
            (one.title, other) for one, other in zip(entries, again, strict=True) if (one.id, other.id) not in found
        ]
    assert len(missed) <= planted / 100, missed


@corpus
@pytest.mark.corpus
def test_what_is_called_the_same_in_real_lists_leads_to_the_same_place() -> None:
    wrong = []
    for file in sorted([*CORPUS.glob("curation/markdown-list/*.md"), *CORPUS.rglob("*.bib")]):
        source = find_importer("bibtex" if file.suffix == ".bib" else "markdown")
        for one, other, similarity in source(file.read_text("utf-8", "replace")).catalog.lookalikes:
            if similarity.certain and set(identities(one)).isdisjoint(identities(other)):
                wrong.append((file.name, one.title, other.title))
    assert wrong == []


def test_the_same_words_in_another_order_are_not_certainly_the_same_title() -> None:
    similarity = compare(*pair(f"title: Graphs for trees, {BOOK}", f"title: Trees for graphs, {BOOK}"))
    assert (similarity.certain, str(similarity)) == (False, "0.90: another order of the title's words −0.10")


def test_thousands_of_authors_are_compared_at_once() -> None:
    crowd = ", ".join(f"{{family: Author{number}}}" for number in range(3000))
    one, other = pair(f"title: A search for it, author: [{crowd}]", f"title: A search for it, author: [{crowd}]")
    start = time.process_time()
    assert compare(one, other).certain
    assert time.process_time() - start < 1
