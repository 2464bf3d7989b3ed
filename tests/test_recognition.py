import pytest

from readinglist.errors import CannotRead
from readinglist.recognition import Recognised, recognise

EXAMPLES = {
    "bibtex": "% exported\n@article{a, title = {T}}",
    "ris": "\ufeffTY  - JOUR\nER  - \n",
    "nbib": "\nPMID- 1\nTI  - T\n",
    "csl-json": '[\n  {"id": "a"}]',
    "csl-yaml": "---\nreferences:\n- id: a\n---\n",
    "catalog": "# ours\nversion: 1\nareas: {}\nreferences:\n- id: a\n",
    "hayagriva": "a:\n  title: T\n  type: Book\n",
    "cff": "cff-version: 1.2.0\ntitle: T\n",
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_format_is_recognised_by_what_stands_in_it(name: str) -> None:
    assert recognise(EXAMPLES[name]).format == name


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("refs.bib", "@misc{a,}", Recognised("bibtex", "named .bib, and line 1 has `@misc{`")),
        ("refs.yml", "a:\n  type: Book\n", Recognised("hayagriva", "named .yml, and line 1 has `a:`")),
        ("refs.bib", "TY  - JOUR\n", Recognised("ris", "line 1 has `TY  -`")),
        ("refs.txt", "x\n@misc{a,}", Recognised("bibtex", "line 2 has `@misc{`")),
        ("refs.bib", "nothing here", Recognised("bibtex", "named .bib")),
        ("refs.bib", "", Recognised("bibtex", "named .bib")),
    ],
)
def test_name_and_content_are_weighed_and_told(name: str, text: str, found: Recognised) -> None:
    assert recognise(text, name) == found


CSL = {
    "a type of CSL's, an address and no date": '[{"id": "a", "type": "book", "title": "T", "URL": "https://e.org/"}]',
    "a type of Crossref's": '{"items": [{"type": "journal-article", "title": ["T"], "author": []}]}',
    "names in parts": '{"a": {"title": "T", "author": [{"family": "F"}]}}',
    "a date in parts": '{"id": "a", "issued": {"date-parts": [[2020]]}}',
    "an answer of Crossref": '{"message-type": "work", "message": {"title": ["T"], "DOI": "10.1234/a"}}',
    "an item of Zotero": '[{"itemType": "book", "title": "T"}]',
    "an id alone": '[{"id": "a"}]',
    "no item": "[]",
    "a sound item behind a damaged one": '[{"id": }, {"id": "b", "type": "book", "title": "T"}]',
    "nothing that can be read": '[{"id": }',
}


@pytest.mark.parametrize("what", CSL)
def test_csl_json_is_told_by_the_shape_of_its_items(what: str) -> None:
    assert recognise(CSL[what], "refs.json").format == "csl-json"


RECORDS = {
    "small letters": '[{"id": "a", "type": "book", "title": "T", "url": "https://e.org/"}]',
    "one of several names": '{"a": {"name": "A", "url": "https://a.org"}, "b": {"name": "B", "url": "https://b.org"}}',
    "a name in a list": '{"tools": [{"name": "A", "url": "https://a.org"}]}',
    "one work": '{"title": "T", "url": "https://e.org"}',
}


@pytest.mark.parametrize("what", RECORDS)
def test_records_in_json_are_told_by_their_words(what: str) -> None:
    assert recognise(RECORDS[what], "list.json").format == "records"


NO_BIBLIOGRAPHY = {
    "package": '{"name": "a", "homepage": "https://e.org", "author": {"name": "F", "url": "https://f.org"}}',
    "manifest": '[{"source": "a/b", "path": "x.md", "license": "MIT"}]',
    "codemeta": '{"@type": "SoftwareSourceCode", "name": "a", "url": "https://e.org", "license": {"name": "MIT"}}',
    "search": '{"total": 1, "data": [{"paperId": "1", "title": "T"}]}',
    "agency": '{"status": "ok", "message-type": "work-agency", "message": {"DOI": "10.1234/a"}}',
    "repository": '{"name": "a", "html_url": "https://e.org", "parent": {"name": "b", "url": "https://e.org/b"}}',
}


@pytest.mark.parametrize("name", NO_BIBLIOGRAPHY)
def test_json_that_is_no_bibliography_is_refused(name: str) -> None:
    with pytest.raises(CannotRead, match=f"^{name}.json: this is JSON, but no bibliography; "):
        recognise(NO_BIBLIOGRAPHY[name], f"{name}.json")


def test_what_nothing_tells_is_refused_with_the_way_out() -> None:
    with pytest.raises(CannotRead, match="--format or --from"):
        recognise("Once upon a time", "story.txt")
