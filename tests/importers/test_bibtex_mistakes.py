"""Files with mistakes: each is told with its line, and everything around it arrives."""

from typing import Any

import pytest

from tests.importers.reading import messages, read, told

GOOD = "@misc{good, title = {Good}}\n"
AFTER = "\n@misc{after, title = {After}}\n"

MISTAKES: dict[str, tuple[str, dict[str, Any], str]] = {
    "a comma is missing between two fields": (
        "@misc{bad,\n  title = {Bad}\n  year = 2020\n}",
        {"title": "Bad", "issued": "2020"},
        "3:16 syntax-recovered",
    ),
    "a comma is missing behind the key": (
        "@misc{bad title = {Bad}, year = 2020}",
        {"title": "Bad", "issued": "2020"},
        "2:11 syntax-recovered",
    ),
    "a brace is never closed": (
        "@misc{bad,\n  title = {Bad,\n  year = 2020\n}",
        {"title": "Bad", "issued": "2020"},
        "3:11 syntax-recovered",
    ),
    "a quote is never closed": (
        '@misc{bad,\n  title = "Bad,\n  year = 2020\n}',
        {"title": "Bad", "issued": "2020"},
        "3:11 syntax-recovered",
    ),
    "a brace too many": (
        "@misc{bad, title = {Bad}}, year = {2020}}",
        {"title": "Bad", "issued": "2020"},
        "2:25 syntax-recovered",
    ),
    "a comment with a percent sign": (
        "@misc{bad,\n  title = {Bad}, % what a title\n  year = 2020}",
        {"title": "Bad", "issued": "2020"},
        "3:18 syntax-recovered",
    ),
    "an entry that is not closed": (
        "@misc{bad,\n  title = {Bad},\n  year = 2020",
        {"title": "Bad", "issued": "2020"},
        "2:1 syntax-recovered",
    ),
    "a field twice": (
        "@misc{bad, title = {Bad}, year = 2020, title = {Worse}}",
        {"title": "Bad", "issued": "2020", "custom": {"duplicates": {"title": ["Worse"]}}},
        "2:1 duplicate-field",
    ),
    "a macro that is nowhere": (
        "@misc{bad, title = bad, year = 2020}",
        {"title": "bad", "issued": "2020"},
        "2:20 undefined-string",
    ),
    "words that belong to no field": (
        "@misc{bad,\n  title = {Bad} and so on,\n  year = 2020\n}",
        {"title": "Bad", "issued": "2020"},
        "3:17 syntax-recovered",
    ),
    "a field without a value": (
        "@misc{bad, title = {Bad}, note = , year = 2020}",
        {"title": "Bad", "issued": "2020"},
        "2:34 syntax-recovered",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_costs_nothing_but_itself_and_is_told(name: str) -> None:
    text, fields, finding = MISTAKES[name]
    whole = GOOD + text + AFTER
    assert read("bibtex", whole) == [
        {"id": "good", "type": "document", "title": "Good"},
        {"id": "bad", "type": "document", **fields},
        {"id": "after", "type": "document", "title": "After"},
    ]
    assert told("bibtex", whole) == [finding]


def test_a_file_that_is_cut_off_gives_what_is_there() -> None:
    text = GOOD + "@misc{bad, title = {Half of a ti"
    assert [entry["title"] for entry in read("bibtex", text)] == ["Good", "Half of a ti"]
    assert messages("bibtex", text) == [
        "the value of 'title' opens in line 2 and is never closed; read up to line 2",
        "the entry that opens in line 2 is not closed; it ends at the end of the file",
    ]


def test_prose_with_an_at_sign_is_passed_over() -> None:
    text = "Write to me@example.org, or not.\n" + GOOD
    assert [entry["id"] for entry in read("bibtex", text)] == ["good"]
    assert told("bibtex", text) == ["1:12 syntax-recovered"]


def test_entries_in_comments_are_left_out_and_told() -> None:
    text = "@comment{@misc{a, title = {A}}}\n%@misc{b, title = {B}}\n@Comment{jabref-meta: grouping}\n" + GOOD
    assert [entry["id"] for entry in read("bibtex", text)] == ["good"]
    assert told("bibtex", text) == ["1:1 entry-dropped", "2:2 entry-dropped"]


def test_another_work_under_the_same_key_gets_a_key_of_its_own() -> None:
    text = "@misc{a, title = {One}}\n@misc{A, title = {Two}}\n@misc{a, title = {One}}"
    assert [(entry["id"], entry["title"]) for entry in read("bibtex", text)] == [("a", "One"), ("Aa", "Two")]
    assert told("bibtex", text) == ["2:1 duplicate-entry", "3:1 duplicate-entry"]


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Nouamane Tazi, Ferdinand Mom, Haojun Zhao, Phuc Nguyen", ["Tazi", "Mom", "Zhao", "Nguyen"]),
        ("Nouamane Tazi, Ferdinand Mom, Haojun Zhao", ["Tazi", "Mom", "Zhao"]),
        ("Tazi, Nouamane, Mom, Ferdinand", ["Tazi", "Mom"]),
        ("Nouamane Tazi; Ferdinand Mom", ["Tazi", "Mom"]),
    ],
)
def test_a_list_of_people_that_bibtex_rejects_becomes_the_right_people(written: str, people: list[str]) -> None:
    text = f"@misc{{a, title = {{T}}, author = {{{written}}}}}"
    [entry] = read("bibtex", text)
    assert [person["family"] for person in entry["author"]] == people
    assert told("bibtex", text) == ["1:1 names-divided"]


def test_a_suffix_is_no_list_of_people() -> None:
    [entry] = read("bibtex", "@misc{a, author = {King, Jr., Martin Luther}}")
    assert entry["author"] == [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}]


def test_an_and_that_joins_nothing_is_no_person() -> None:
    text = "@misc{a, author = {Ann Bell and }}"
    assert read("bibtex", text)[0]["author"] == [{"family": "Bell", "given": "Ann"}]
    assert told("bibtex", text) == ["1:1 names-divided"]


def test_many_mistakes_take_no_longer_than_their_number() -> None:
    import time

    from readinglist.catalog_file.parse import no_garbage_collection

    def seconds(number: int) -> float:
        text = "".join(f"@misc{{k{i},\n  title = {{Never closed,\n  note = {{{{{{a}}, \n" for i in range(number))
        with no_garbage_collection():  # what the other tests left alive is not ours to look through
            start = time.process_time()
            assert len(read("bibtex", text)) == number
            return time.process_time() - start

    small, large = (min(seconds(number) for _ in range(3)) for number in (400, 3200))
    assert large < 8 * small * 3
