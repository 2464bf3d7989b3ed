"""What the fields of a .bib file become."""

from typing import Any

import pytest

from readinglist.converting import read_source, written_as
from tests.importers.reading import messages, one, read, told


def bib(fields: str, kind: str = "article") -> dict[str, Any]:
    return one("bibtex", f"@{kind}{{key, {fields}}}")


def test_an_article_becomes_an_entry_with_the_names_of_a_catalog() -> None:
    text = """@article{kwon2023,
      author = {Kwon, Woosuk and van der Maaten, Laurens and {DeepSeek-AI} and others},
      title = {Paged attention}, journal = {J. Test}, volume = 3, number = 4, pages = {611--626},
      year = 2023, month = oct, doi = {https://doi.org/10.1145/3600006.3613165},
      keywords = {memory, serving},
    }"""
    assert one("bibtex", text) == {
        "id": "kwon2023",
        "type": "article-journal",
        "author": [
            {"family": "Kwon", "given": "Woosuk"},
            {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
            {"literal": "DeepSeek-AI"},
        ],
        "others": "true",
        "title": "Paged attention",
        "container-title": "J. Test",
        "volume": "3",
        "issue": "4",
        "page": "611-626",
        "issued": "2023-10",
        "DOI": "10.1145/3600006.3613165",
        "tags": ["memory", "serving"],
    }


@pytest.mark.parametrize(
    ("kind", "type", "genre"),
    [
        ("inproceedings", "paper-conference", None),
        ("conference", "paper-conference", None),
        ("phdthesis", "thesis", "PhD thesis"),
        ("mastersthesis", "thesis", "Master's thesis"),
        ("techreport", "report", "Technical report"),
        ("manual", "report", "Documentation"),
        ("www", "webpage", None),
        ("mvbook", "book", None),
        ("suppbook", "chapter", None),
        ("softwareversion", "software", None),
        ("video", "motion_picture", None),
        ("jurisdiction", "legal_case", None),
        ("misc", "document", None),
    ],
)
def test_an_entry_type_becomes_a_type_and_perhaps_a_genre(kind: str, type: str, genre: str | None) -> None:
    fields = bib("title = {T}", kind)
    assert (fields["type"], fields.get("genre")) == (type, genre)


def test_an_unknown_type_is_a_document_that_remembers_it() -> None:
    assert bib("title = {T}", "gadget") == {
        "id": "key",
        "type": "document",
        "title": "T",
        "custom": {"bibtex-type": "gadget"},
    }
    assert told("bibtex", "@gadget{key, title = {T}}") == ["1:1 type-fallback"]


def test_a_preprint_by_the_recipe_of_arxiv_is_a_preprint() -> None:
    fields = bib("title = {T}, eprint = {2309.06180}, archivePrefix = {arXiv}, primaryClass = {cs.LG}", "misc")
    assert (fields["type"], fields["genre"], fields["arxiv"]) == ("article", "Preprint", "2309.06180")
    assert fields["arxiv-class"] == "cs.LG"


def test_fields_without_a_place_stay_as_they_are() -> None:
    fields = bib("title = {T}, archivePrefix = {arXiv}, primaryClass = {cs.LG}, x-rank = {\\'A}")
    assert fields["custom"] == {"bibtex": {"archivePrefix": "arXiv", "primaryClass": "cs.LG", "x-rank": "\\'A"}}


def test_macros_and_parts_are_put_together() -> None:
    text = """@string{ACM = "Assoc. for " # {Computing}}
    @article{a, title = {T}, journal = acm # { Press}, year = 2020, month = "10~" # jan}"""
    assert one("bibtex", text)["container-title"] == "Assoc. for Computing Press"
    assert one("bibtex", text)["issued"] == "2020-01-10"


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("year = {2023}", "2023"),
        ("year = 2023, month = nov", "2023-11"),
        ("year = 2023, month = {November}", "2023-11"),
        ("year = 2023, month = {11}, day = 5", "2023-11-05"),
        ("year = {2020--2021}", "2020/2021"),
        ("year = {c. 2020}", "2020~"),
        ("year = {٢٠١٩}", "2019"),
        ("year = 2020, month = 13, day = 4", "2020"),
        ("year = 2020, month = feb, day = 31", "2020-02"),
        ("year = 2020, month = {Spring}", "2020-21"),
        ("date = {2023-10-23}", "2023-10-23"),
        ("date = {2020-03/2021-05}", "2020-03/2021-05"),
        ("date = {2023/}", "2023/.."),
        ("date = {2020~}", "2020~"),
    ],
)
def test_dates_of_both_dialects_become_dates(written: str, date: str) -> None:
    assert bib(f"title = {{T}}, {written}")["issued"] == date


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("month = 13, day = 4", "a: there is no month 13, in 'month'; look it up, or leave it out"),
        ("month = feb, day = 31", "a: there is no day 31, in 'day'; look it up, or leave it out"),
    ],
)
def test_a_month_or_day_that_does_not_exist_is_told(written: str, message: str) -> None:
    assert messages("bibtex", f"@misc{{a, title = {{T}}, year = 2020, {written}}}")[0] == message


def test_what_is_no_date_is_kept_and_told() -> None:
    assert bib("title = {T}, date = {2020-13-45}")["custom"] == {"bibtex": {"date": "2020-13-45"}}
    assert "date-format" in "".join(told("bibtex", "@misc{a, title = {T}, date = {2020-13-45}}"))


def test_accents_commands_and_formulas_become_what_they_print() -> None:
    fields = bib(r"title = {{\"U}ber $\alpha$--{\L}\'{o}d\'z \& \emph{more}}, author = {{\'E}mile {\'A}d{\'a}m}")
    assert fields["title"] == "Über α–Łódź & more"
    assert fields["author"] == [{"family": "Ádám", "given": "Émile"}]


@pytest.mark.parametrize("ordinal", ["4$^{th}$", "$4^{th}$", r"$4^{\rm th}$", r"4$^{\textrm{th}}$"])
def test_an_ordinal_is_no_formula(ordinal: str) -> None:
    assert bib(f"title = {{The {ordinal} of $2^{{n}}$}}")["title"] == "The 4th of $2^{n}$"


def test_a_command_that_nobody_knows_is_left_and_told() -> None:
    text = r"@misc{a, title = {The \foo{bar} story}}"
    assert one("bibtex", text)["title"] == r"The \foo{bar} story"
    assert messages("bibtex", text) == [r"a: left as it stands: \foo"]


def test_braces_are_remembered_only_where_no_rule_would_keep_the_capital() -> None:
    assert "protect" not in bib("title = {The {GPU} in {PyTorch}}")
    assert bib("title = {The Secret Life of {Bees}}")["protect"] == ["Bees"]
    assert "protect" not in bib("title = {{The Secret Life of Bees}}")


def test_an_address_is_found_where_each_dialect_puts_it() -> None:
    assert bib(r"title = {T}, url = {https://x.org/a\_b?c=%20}")["URL"] == "https://x.org/a_b?c=%20"
    web = bib(r"title = {T}, howpublished = {\url{https://x.org/~a}}, note = {Accessed: 2025-01-28}", "misc")
    assert (web["URL"], web["accessed"]) == ("https://x.org/~a", "2025-01-28")
    assert "custom" not in web


def test_a_day_of_reading_that_is_written_otherwise_is_a_date_and_keeps_its_wording() -> None:
    web = bib("title = {T}, note = {Accessed: 2025-1-28}, language = {en}", "misc")
    assert (web["accessed"], web["language"]) == ("2025-01-28", "en")
    assert web["custom"] == {"bibtex": {"note": "Accessed: 2025-1-28", "language": "en"}}


def test_what_a_crossref_states_is_taken_over() -> None:
    text = """@inproceedings{part, title = {Part}, crossref = {whole}}
    @proceedings{whole, title = {Proc. of X}, editor = {Ed, An}, year = 2020, publisher = {ACM}, doi = {10.1000/1}}"""
    part, whole = read("bibtex", text)
    assert part == {
        "id": "part",
        "type": "paper-conference",
        "editor": [{"family": "Ed", "given": "An"}],
        "title": "Part",
        "container-title": "Proc. of X",
        "publisher": "ACM",
        "issued": "2020",
    }
    assert whole["DOI"] == "10.1000/1"


def test_shared_data_is_taken_over_and_is_no_entry() -> None:
    text = """@xdata{acm, publisher = {ACM}, location = {New York}}
    @book{b, title = {B}, xdata = {acm}}"""
    assert one("bibtex", text) == {
        "id": "b",
        "type": "book",
        "title": "B",
        "publisher": "ACM",
        "publisher-place": "New York",
    }


def test_a_crossref_to_nothing_or_in_a_circle_is_told() -> None:
    assert told("bibtex", "@book{a, title = {A}, crossref = {b}}")[0] == "1:1 reference-not-resolved"
    circle = "@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}"
    assert len(read("bibtex", circle)) == 2
    assert told("bibtex", circle)[:2] == ["1:1 reference-not-resolved", "2:1 reference-not-resolved"]


def test_biblatex_is_read_with_the_same_importer() -> None:
    text = """@online{ko2025, author = {Ko, Henry}, title = {TPU Deep Dive}, date = {2025-06-18}, langid = {ngerman},
      organization = {henryhmko.github.io}, url = {https://x.org}, urldate = {2025-07-01}, titleaddon = {Course}}"""
    assert one("bibtex", text) == {
        "id": "ko2025",
        "type": "webpage",
        "author": [{"family": "Ko", "given": "Henry"}],
        "title": "TPU Deep Dive",
        "genre": "Course",
        "container-title": "henryhmko.github.io",
        "issued": "2025-06-18",
        "accessed": "2025-07-01",
        "URL": "https://x.org",
        "language": "de",
    }


def test_an_identifier_that_is_none_is_kept_and_told() -> None:
    text = "@book{a, title = {A}, isbn = {12345}, doi = {none}}"
    assert one("bibtex", text)["custom"] == {"bibtex": {"isbn": "12345", "doi": "none"}}
    assert [each.split()[1] for each in told("bibtex", text)] == ["doi-format", "isbn", "unknown-field-kept"]


def test_of_several_numbers_in_one_field_none_is_lost() -> None:
    text = "@book{a, title = {A}, isbn = {978-3-16-148410-0, 0-226-10403-6}, issn = {0001-0782;1557-7317}}"
    fields = one("bibtex", text)
    assert (fields["ISBN"], fields["ISSN"]) == ("978-3-16-148410-0", "0001-0782")
    assert [each.split()[1] for each in told("bibtex", text)] == ["isbn", "issn", "unknown-field-kept"]
    back = written_as(read_source(text, "a.bib")[0], "bibtex")
    assert "isbn = {978-3-16-148410-0, 0-226-10403-6}" in back
    assert "issn = {0001-0782;1557-7317}" in back


@pytest.mark.parametrize("key", ["baez/article", "DBLP:conf/nips/X", "Ott2024-bz", "a.b+c"])
def test_a_key_that_citations_can_use_stays(key: str) -> None:
    assert one("bibtex", f"@misc{{{key}, title = {{T}}}}")["id"] == key


@pytest.mark.parametrize("key", ["", "Smith 2020", "müller", "_x"])
def test_a_key_that_cannot_be_one_is_made_anew(key: str) -> None:
    text = f"@misc{{{key}, title = {{The Work}}, author = {{Müller, Ann}}, year = 2020}}"
    assert one("bibtex", text)["id"] == "muller2020work"


def test_what_follows_a_preamble_is_read_as_ever() -> None:
    text = '@preamble{"x" # {y}}\n@string{j = "A Journal"}\n@preamble("z")\n@article{key, journal = j}\n'
    assert one("bibtex", text) == {"id": "key", "type": "article-journal", "container-title": "A Journal"}
