import json

from tests.cli.conftest import Result, Run, fails, says, write

APA = [
    "Ko, H. (2025, June 18). TPU Deep Dive. https://example.org/tpu",
    "Kwon, W., Li, Z., & vLLM contributors. (2023, October 23). Efficient Memory Management with PagedAttention. "
    "https://doi.org/10.1145/3600006.3613165",
]
ITEMS = json.dumps(
    [
        {
            "id": "he",
            "type": "post-weblog",
            "title": "Making Deep Learning Go Brrrr",
            "author": [{"family": "He", "given": "Horace"}],
            "issued": {"date-parts": [[2022]]},
            "URL": "https://example.org/brrr",
        },
        {"id": "bare", "type": "webpage", "title": "A page without anybody"},
    ]
)


def test_a_style_makes_a_bibliography_in_its_own_order(run: Run) -> None:
    assert run("cite", "kwon2023paged", "ko2025tpu", "--style", "apa") == says(*APA)


def test_a_format_of_citations_is_in_apa_where_no_style_is_named(run: Run) -> None:
    assert run("cite", "ko2025tpu", "--format", "text") == says(APA[0])
    assert run("cite", "ko2025tpu", "--format", "markdown") == says(
        "Ko, H. (2025, June 18). *TPU Deep Dive*. [https://example.org/tpu](https://example.org/tpu)"
    )


def test_what_stands_in_the_text_can_be_asked_for(run: Run) -> None:
    assert run("cite", "kwon2023paged", "ko2025tpu", "--in-text") == says("(Ko, 2025; Kwon et al., 2023)")
    assert run("cite", "ko2025tpu", "--in-text", "--style", "ieee") == says("[1]")


def test_each_entry_can_be_cited_alone_in_the_order_asked_for(run: Run) -> None:
    assert run("cite", "kwon2023paged", "ko2025tpu", "--each", "--style", "apa") == says(APA[1], APA[0])


def test_another_language_changes_the_words_of_the_style(run: Run) -> None:
    told = run("cite", "ko2025tpu", "--style", "apa", "--locale", "de-DE")
    assert told == says("Ko, H. (2025, Juni 18). TPU Deep Dive. https://example.org/tpu")


def test_programs_get_json_with_text_and_html(run: Run) -> None:
    assert json.loads(run("cite", "ko2025tpu", "--format", "json").stdout) == [
        {
            "id": "ko2025tpu",
            "text": APA[0],
            "html": "Ko, H. (2025, June 18). <i>TPU Deep Dive</i>. "
            '<a href="https://example.org/tpu">https://example.org/tpu</a>',
        }
    ]


def test_items_of_a_file_are_cited_without_a_catalog(run: Run) -> None:
    write("items.json", ITEMS)
    he = "He, H. (2022). Making Deep Learning Go Brrrr. https://example.org/brrr"
    assert run("cite", "--items", "items.json", "--style", "apa") == says("A page without anybody. (n.d.).", he)
    assert run("cite", "he", "--items", "-", stdin=ITEMS) == says(he)


def test_what_cannot_be_cited_is_told(run: Run) -> None:
    assert run("cite", "--items", "none.json") == fails(
        "none.json: cannot be read: there is no such file or folder; check the path"
    )
    write("items.json", "[{")
    assert run("cite", "--items", "items.json").stderr.startswith("error: items.json:1:3: this is not JSON: ")
    write("items.json", '[{"title": "no id"}]')
    assert run("cite", "--items", "items.json") == fails("items.json: CSL-JSON is a list of items, each with an id")
    assert run("cite", "ko2025tpu", "--style", "apaa") == fails(
        "apaa: there is no style of this name; did you mean apa or apsa or jaapa? "
        "(`readinglist styles WORDS` looks for styles)"
    )


def test_a_style_of_ones_own_is_a_file_and_its_mistakes_have_lines(run: Run) -> None:
    write("own.csl", "<style>\n<citation>\n</style>")
    told = run("cite", "ko2025tpu", "--style", "own.csl")
    assert (told.status, told.stdout) == (2, "")
    assert told.stderr.startswith("error: own.csl, line 3: ")


def test_styles_are_found_by_words(run: Run) -> None:
    found = run("styles", "chicago", "author", "date", "--limit", "1")
    assert found == says("chicago-author-date  Chicago Manual of Style 18th edition (author-date)")
    assert run("styles", "gb7714", "--limit", "1").stdout.startswith("china-national-standard-gb-t-7714")
    assert run("styles", "qwertzuiop") == Result(1, "", "no style has all of these words; try fewer or other ones\n")


def test_the_list_is_exported_as_one_bibliography_or_by_area(run: Run) -> None:
    assert run("export", "citations", "--style", "apa") == says(*APA)
    assert run("export", "citations", "--areas", "--markup", "markdown").stdout.startswith(
        "## Inference\n\nKwon, W., Li, Z., & vLLM contributors. (2023, October 23). "
    )
