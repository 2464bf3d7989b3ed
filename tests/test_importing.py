"""Entries into a catalog: added, merged, there already; a second run changes nothing."""

from readinglist.catalog_file.read import read_text
from readinglist.catalog_file.write import edited
from readinglist.importers import find_importer
from readinglist.importing import Outcome, arrived
from readinglist.model.catalog import Catalog

LIST = """version: 1
references:
- id: kwon2023
  type: paper-conference
  title: Paged attention
  issued: 2023
  DOI: 10.1145/1
"""


def take_in(catalog: str, bib: str) -> tuple[str, Outcome]:
    """Return the catalog's text with the entries of a .bib file in it, and what became of them."""
    source = find_importer("bibtex")(bib, "x.bib")
    found, outcomes = read_text(catalog), list[Outcome]()
    edits = list(arrived(found, [source], outcomes, "catalog.yaml"))
    return edited(found.written["catalog.yaml"], edits), outcomes[0]


def told(outcome: Outcome) -> list[str]:
    return [f"{each.rule}: {each.message}" for each in outcome.findings]


def ids(text: str) -> list[str]:
    catalog: Catalog = read_text(text)
    assert catalog.problems == ()
    return [entry.id for entry in catalog]


def test_a_new_work_is_added_at_the_end() -> None:
    text, outcome = take_in(LIST, "@book{new, title = {New}, year = 2020}")
    assert text == LIST + "- id: new\n  type: book\n  title: New\n  issued: 2020\n"
    assert str(outcome) == "1 new, 0 merged into entries of the list, 0 there already"


def test_the_same_work_gives_what_the_list_does_not_say_and_its_old_key() -> None:
    text, outcome = take_in(
        LIST, "@inproceedings{vllm, title = {Paged Attention}, year = 2024, doi = {10.1145/1}, pages = {1--2}}"
    )
    assert text == LIST.replace("  issued: 2023\n", "  issued: 2023\n  page: 1-2\n") + "  aliases: [vllm]\n"
    assert told(outcome) == ["same-work: this is 'kwon2023' of the list, which now has its aliases, page"]


def test_another_version_gives_its_identifiers_and_not_its_pages() -> None:
    text, _ = take_in(
        LIST,
        "@article{p, title = {Paged attention}, journal = {J}, volume = 7, eprint = {2309.06180}, doi = {10.1145/1}}",
    )
    assert 'arxiv: "2309.06180"' in text or "arxiv: 2309.06180" in text
    assert "volume" not in text and "container-title" not in text


def test_a_second_run_changes_nothing() -> None:
    bib = """@article{a, title = {One work}, author = {Bell, Ann}, year = 2020}
    @article{kwon2023, title = {Something else altogether}, year = 1999}
    @misc{, title = {No key}, year = 2001}
    @misc{ä, title = {Bad key}}
    @misc{x, title = {Paged Attention}, doi = {10.1145/1}, note = {more}}
    @misc{only}
    @book{b, title = {Another title altogether}, doi = {10.1145/1}}"""
    once, first = take_in(LIST, bib)
    twice, second = take_in(once, bib)
    assert ids(once) == ["kwon2023", "a", "kwon2023a", "2001no", "bad", "only", "b"]
    assert twice == once
    assert str(first) == "6 new, 1 merged into entries of the list, 0 there already"
    assert str(second) == "0 new, 0 merged into entries of the list, 7 there already"


def test_a_key_that_another_work_has_is_made_anew_once_and_told() -> None:
    text, outcome = take_in(LIST, "@misc{Kwon2023, title = {Something else altogether}}")
    assert ids(text) == ["kwon2023", "Kwon2023a"]
    assert told(outcome) == ["key-changed: the key 'Kwon2023' is taken by another entry; this one is 'Kwon2023a' now"]


def test_the_same_identifier_under_another_title_is_marked_and_kept_apart() -> None:
    text, outcome = take_in(LIST, "@book{b, title = {A different thing entirely}, doi = {10.1145/1}}")
    assert ids(text) == ["kwon2023", "b"]
    assert read_text(text)["b"].related == ("kwon2023",)
    assert told(outcome)[0].startswith("perhaps-same-work: 'b' has an identifier or address of 'kwon2023'")


def test_two_entries_of_one_file_that_are_one_work_become_one_with_both_keys() -> None:
    bib = "@misc{a, title = {T}, doi = {10.1145/2}}\n@misc{b, title = {T}, doi = {10.1145/2}, year = 2020}"
    text, outcome = take_in(LIST, bib)
    assert ids(text) == ["kwon2023", "a"]
    assert (read_text(text)["b"].id, str(read_text(text)["a"].issued)) == ("a", "2020")
    assert (outcome.added, outcome.merged) == (1, 1)


def test_works_of_one_title_by_others_or_of_other_years_are_other_works() -> None:
    bib = """@misc{a, title = {Report}, author = {Bell, Ann}, year = 2020}
    @misc{b, title = {Report}, author = {Bell, Ann}, year = 2021}
    @misc{c, title = {Report}, author = {Dee, Carl}, year = 2020}"""
    assert ids(take_in(LIST, bib)[0]) == ["kwon2023", "a", "b", "c"]


def test_chapters_of_one_book_are_works_of_their_own() -> None:
    bib = """@incollection{one, title = {One}, booktitle = {B}, isbn = {978-0-262-03384-8}}
    @incollection{two, title = {Two}, booktitle = {B}, isbn = {978-0-262-03384-8}}"""
    text, outcome = take_in(LIST, bib)
    assert ids(text) == ["kwon2023", "one", "two"]
    assert outcome.findings == []
    assert read_text(text)["two"].related == ()


def test_an_empty_list_takes_everything_in() -> None:
    text, _ = take_in("version: 1\n", "@misc{a, title = {A}}\n@misc{b, title = {B}}")
    assert text == (
        "version: 1\nreferences:\n- id: a\n  type: document\n  title: A\n\n- id: b\n  type: document\n  title: B\n"
    )
