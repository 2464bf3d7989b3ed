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


def test_what_nothing_tells_is_refused_with_the_way_out() -> None:
    with pytest.raises(CannotRead, match="--format or --from"):
        recognise("Once upon a time", "story.txt")
