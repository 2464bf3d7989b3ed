"""Classic BibTeX: what an entry becomes, and that what is written can be read."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import Person as PybtexPerson
from pybtex.database import parse_string

from readinglist.catalog_file.read import read_text
from readinglist.errors import ReadingListError
from readinglist.exporters import find_exporter
from readinglist.exporters._bib.names import name_parts, names_latex
from readinglist.exporters._bib.view import pybtex_data
from readinglist.exporters.bibtex import BibtexOptions, records
from readinglist.latex.decode import plain_text
from readinglist.latex.encode import ascii_latex
from readinglist.model.catalog import Catalog
from readinglist.model.person import Person
from tests.exporters.made import catalog_of, person
from tests.latex.nasty import NAMES, TITLES

bibtex = find_exporter("bibtex")

SCALING_BOOK = """
references:
- id: scaling-book
  type: book
  title: "How to Scale Your Model: A Systems View of LLMs on TPUs"
  author: Austin, Jacob and Douglas, Sholto
  issued: 2025-02-04
  publisher: Google DeepMind
  URL: https://jax-ml.github.io/scaling-book/
  listed: false
  citation:
    bibtex:
      type: article
      fields:
        title: How to Scale Your Model
        author: >-
          Austin, Jacob and Douglas, Sholto and Frostig, Roy and Levskaya, Anselm and Chen, Charlie and Vikram,
          Sharad and Lebron, Federico and Choy, Peter and Ramasesh, Vinay and Webson, Albert and Pope, Reiner
        publisher: Google DeepMind
        howpublished: Online
        note: Retrieved from https://jax-ml.github.io/scaling-book/
        year: 2025
    attribution: Austin et al., "How to Scale Your Model", Google DeepMind, online, 2025.
"""
AS_PUBLISHED = (
    """\
@article{scaling-book,
  title = {How to Scale Your Model},
  author = {Austin, Jacob and Douglas, Sholto and Frostig, Roy and Levskaya, Anselm and Chen, Charlie and """
    """Vikram, Sharad and Lebron, Federico and Choy, Peter and Ramasesh, Vinay and Webson, Albert and Pope, Reiner},
  publisher = {Google DeepMind},
  howpublished = {Online},
  note = {Retrieved from https://jax-ml.github.io/scaling-book/},
  year = {2025}
}
"""
)


def one(fields: str, **options: object) -> str:
    """Return the fields of one entry as BibTeX, without its first and last line."""
    catalog = read_text("references:\n- id: x\n  " + "\n  ".join(fields.split("\n")))
    assert catalog.problems == ()
    return "\n".join(line.strip().rstrip(",") for line in bibtex(catalog, options).splitlines()[:-1])


def test_the_book_comes_out_as_the_book_publishes_it() -> None:
    assert bibtex(read_text(SCALING_BOOK)) == AS_PUBLISHED


def test_entries_stand_apart_by_one_empty_line() -> None:
    catalog = read_text("references:\n- id: a\n- {id: b, title: On}\n")
    assert bibtex(catalog) == "@misc{a\n}\n\n@misc{b,\n  title = {On}\n}\n"


def test_an_empty_list_is_an_empty_file() -> None:
    assert bibtex(Catalog()) == ""


def test_the_address_of_a_page_is_printed_by_every_style() -> None:
    page = "type: blog\nURL: https://a.org/x_y%20z#here\naccessed: 2025-01-28"
    assert one(page) == "@misc{x\nhowpublished = {\\url{https://a.org/x_y\\%20z\\#here}}\nnote = {Accessed: 2025-01-28}"
    assert one(page, url="field") == "@misc{x\nurl = {https://a.org/x_y%20z#here}\nurldate = {2025-01-28}"


def test_the_address_of_a_paper_stands_once_and_letter_by_letter() -> None:
    assert one("type: paper\nURL: https://a.org/x_y%20z") == "@article{x\nurl = {https://a.org/x_y%20z}"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2023", "year = {2023}"),
        ("2023-10", "year = {2023}\nmonth = oct"),
        ("2023-10-23", "year = {2023}\nmonth = oct"),
        ("2020-03/2021-05", "year = {2020--2021}"),
        ("2020-03-01/2020-03-09", "year = {2020}\nmonth = mar"),
        ("2020~", "year = {c. 2020}"),
        ("2020?", "year = {c. 2020}"),
        ("2020-21", "year = {2020}\nmonth = {Spring}"),
        ("2023/..", "year = {2023}"),
    ],
)
def test_a_date_keeps_what_bibtex_can_say(issued: str, expected: str) -> None:
    assert one(f"issued: {issued}") == f"@misc{{x\n{expected}"


def test_a_title_in_another_language_keeps_all_its_capitals() -> None:
    assert (
        one("language: de\ntitle: Über das Lernen") == '@misc{x\ntitle = {{{\\"U}ber das Lernen}}\nlanguage = {ngerman}'
    )


def test_a_preprint_has_its_number_at_arxiv() -> None:
    expected = "@misc{x\neprint = {2211.05102v2}\narchivePrefix = {arXiv}\nprimaryClass = {cs.LG}"
    assert one("type: preprint\narxiv: 2211.05102v2\narxiv-class: cs.LG") == expected


def test_text_never_becomes_a_command() -> None:
    expected = r"@misc{x" + "\n" + r"title = {\textbackslash{}input{\textbraceleft}/etc/passwd{\textbraceright}}"
    assert one(r"title: \input{/etc/passwd}") == expected


def test_abstracts_and_annotations_are_written_on_request() -> None:
    entry = "abstract: 50% of it\nannote: Read *this*.\ntags: [a_b, c]"
    assert one(entry) == "@misc{x\nkeywords = {a_b, c}"
    expected = "@misc{x\nabstract = {50\\% of it}\nannote = {Read *this*.}"
    assert one(entry, abstract=True, annote=True, keywords=False) == expected


def test_an_option_that_is_none_is_refused() -> None:
    with pytest.raises(ReadingListError, match="format bibtex: no option 'urls'"):
        bibtex(Catalog(), {"urls": "field"})


def preferred(value: str, name: str = "note") -> str:
    catalog = catalog_of({"citation": {"bibtex": {"type": "misc", "fields": {name: value}}}})
    return bibtex(catalog).removeprefix("@misc{x,\n  " + name + " = {").removesuffix("}\n}\n")


@pytest.mark.parametrize(
    "value",
    [
        "{GPT-4} Technical Report",
        r"M{\"u}ller, J{\"o}rg",
        r"\url{https://a.org/x_y}",
        "{$O(n)$} attention",
        r"\emph{Very} good \& cheap",
    ],
)
def test_a_preferred_value_that_is_sound_bibtex_stands_as_it_is(value: str) -> None:
    assert preferred(value) == value


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"\input{x}", r"\textbackslash{}input{\textbraceleft}x{\textbraceright}"),
        (r"\url{\input{x}}", None),
        (r"\ensuremath{\input{x}}", None),
        ("}{", r"{\textbraceright}{\textbraceleft}"),
        (r"{\emph}\write18{x}", None),
        ("{100% of it}", r"{\textbraceleft}100\% of it{\textbraceright}"),
        ("ends with a \\", r"ends with a \textbackslash{}"),
    ],
)
def test_any_other_preferred_value_is_plain_text(value: str, expected: str | None) -> None:
    assert preferred(value) == (expected or ascii_latex(value))
    assert plain_text(preferred(value)) == value


def test_a_preferred_address_stays_letter_by_letter() -> None:
    assert preferred("https://a.org/x_y%20{z", "url") == "https://a.org/x_y%20%7Bz"


WORD = st.text("abzABZéŁßø王-'.’", min_size=1, max_size=6).filter(lambda word: any(map(str.isalpha, word)))
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
NASTY = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
PARTICLE = st.sampled_from([None, "van der", "de la", "von", "De", "'t", "al-"])
PEOPLE = st.one_of(
    st.builds(person, literal=NASTY),
    st.builds(
        person,
        family=st.one_of(WORDS, NASTY, st.sampled_from(["and", "others", "Ortega y Gasset", "Della Porta", "A, B"])),
        given=st.one_of(st.none(), WORDS, NASTY),
        non_dropping_particle=PARTICLE,
        dropping_particle=PARTICLE,
        suffix=st.sampled_from([None, "Jr.", "III", "M.D., Ph.D."]),
    ),
)


def read_parts(text: str) -> tuple[str, ...]:
    read = PybtexPerson(text)
    lists = (read.prelast_names, read.last_names, read.lineage_names, read.first_names + read.middle_names)
    return tuple(" ".join(part) for part in lists)


@given(PEOPLE)
def test_a_name_is_taken_apart_into_the_parts_it_was_made_of(made: Person) -> None:
    parts = name_parts(made, ascii_latex)
    if parts:
        text = names_latex((made,), ascii_latex, others=False)
        assert read_parts(text) == tuple(" ".join(part.split()) for part in parts)


@given(st.lists(PEOPLE, min_size=1, max_size=4), st.booleans())
def test_a_list_of_names_has_as_many_names_when_it_is_read(people: list[Person], others: bool) -> None:
    from pybtex.bibtex.utils import split_name_list

    printable = [each for each in people if name_parts(each, ascii_latex)]
    text = names_latex(people, ascii_latex, others=others)
    assert len(split_name_list(text)) == len(printable) + (others and bool(printable))


@given(st.lists(PEOPLE, min_size=2, max_size=4))
@example([person(family="Kwon", given="A and"), person(family="Li", given="B")])
@example([person(family="A$x_1", given="B"), person(family="C", given="D$")])
@example([person(family="Kwon", given="\ufe0f"), person(family="Li", given="B")])
def test_a_list_of_names_is_those_names_one_by_one(people: list[Person]) -> None:
    alone = [str(parts) for parts in (name_parts(each, ascii_latex) for each in people) if parts]
    assert names_latex(people, ascii_latex, others=False) == " and ".join(alone)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (person(family="Kwon", given="Woosuk"), "Kwon, Woosuk"),
        (person(family="Maaten", given="Laurens", non_dropping_particle="van der"), "van der Maaten, Laurens"),
        (person(family="Beethoven", given="Ludwig", dropping_particle="van"), "van Beethoven, Ludwig"),
        (
            person(family="Fontaine", given="J.", dropping_particle="de", non_dropping_particle="La"),
            "de {La Fontaine}, J.",
        ),
        (person(family="Della Porta", given="Donatella"), "{Della Porta}, Donatella"),
        (person(family="King", given="Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (person(family="King", suffix="Jr."), "{King Jr.}"),
        (person(literal="DeepSeek-AI"), "{DeepSeek-AI}"),
        (person(literal="R. & D. Team"), r"{R. \& D. Team}"),
        (person(literal="_foo"), r"{{\_foo}}"),
        (person(family="Ortega y Gasset", given="José"), "{Ortega y Gasset}, Jos{\\'e}"),
        (person(family="Smith and Sons", given="A"), "{Smith and Sons}, A"),
    ],
)
def test_a_name_is_spelled_as_bibtex_takes_it(made: Person, expected: str) -> None:
    assert names_latex((made,), ascii_latex, others=False) == expected


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (person(literal="DeepSeek-AI"), "{DeepSeek-AI}"),
        (person(literal="R & D Team"), r"{R }{\&}{ D Team}"),
        (person(literal="Procter & Gamble"), r"{Procter \& Gamble}"),
        (person(literal="École Normale"), r"{{\'E}cole Normale}"),
        (person(literal="Șc"), r"{\textcommabelow{S}}{c}"),
        (person(literal="_foo"), r"{\_}{foo}"),
        (person(literal="\\foo & bar"), r"{\textbackslash{}}{foo }{\&}{ bar}"),
        (person(family="AB&C", given="Émile"), r"AB{\&}C, {\'E}mile"),
        (person(family="Çelik", given="A."), r"{\c{C}}elik, A."),
    ],
)
def test_a_name_that_stands_alone_can_be_cut_to_a_label(made: Person, expected: str) -> None:
    text = names_latex((made,), ascii_latex, others=False, labelled=True)
    assert text == expected
    assert len(read_parts(text)[1].split(" and ")) == 1


def nasty_catalog() -> Catalog:
    entries: list[dict[str, Any]] = [
        {"id": f"t{at}", "type": kind, "title": title, "note": title, "container-title": title, "publisher": title}
        for at, title in enumerate(TITLES)
        for kind in [("article-journal", "post-weblog", "book", "thesis", "paper-conference")[at % 5]]
    ]
    entries += [
        {"id": f"n{at}", "title": "T", "author": [{"family": family, "given": given}]}
        for at, (family, given, _) in enumerate(NAMES)
    ]
    return catalog_of(*entries)


def test_pybtex_reads_every_nasty_entry_back() -> None:
    catalog = nasty_catalog()
    read = parse_string(bibtex(catalog), "bibtex")
    assert list(read.entries) == [entry.id for entry in catalog]


def test_nasty_titles_are_the_same_when_read_back() -> None:
    catalog = nasty_catalog()
    read = parse_string(bibtex(catalog), "bibtex")
    wrong = {}
    for entry in catalog:
        assert entry.title
        if plain_text(read.entries[entry.id].fields["title"]) != plain_text(ascii_latex(entry.title)):
            wrong[entry.title] = read.entries[entry.id].fields["title"]
    assert wrong == {}


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
def test_no_text_breaks_the_file(text: str) -> None:
    fields = dict.fromkeys(("title", "note", "abstract", "publisher", "container-title", "event-title", "genre"), text)
    entry = {"type": "paper-conference", "tags": [text], "page": text, "volume": text, "edition": text, **fields}
    read = parse_string(bibtex(catalog_of(entry, {"id": "after"}), {"abstract": True}), "bibtex")
    assert list(read.entries) == ["x", "after"]


def test_pybtex_objects_hold_what_is_written() -> None:
    catalog = read_text(
        "references:\n- {id: a, type: book, title: T, author: [{family: Čech, given: A.}], issued: 2020}\n"
    )
    data = pybtex_data(records(catalog, BibtexOptions()))
    assert data.entries["a"].persons["author"][0].last_names == [r"{\v{C}}ech"]
    assert data == parse_string(bibtex(catalog), "bibtex")
