"""Templates of a list in Markdown: chosen, overridden, filled; what is wrong in one is told with its place."""

from pathlib import Path

import pytest
from hypothesis import example, given
from markdown_it import MarkdownIt

from readinglist.building import build
from readinglist.catalog_file.read import read_text
from readinglist.cli import run
from readinglist.config import read_config
from readinglist.errors import BadTemplate, UnknownName
from readinglist.exporters import find_exporter
from readinglist.exporters._placeholders import KINDS
from readinglist.exporters._template import shipped_names
from readinglist.importers import find_importer
from readinglist.markdown.template import read_template
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.identifiers import Key, Url
from tests.exporters.test_markdown_escaping import ADDRESSES, TITLES, shown, text

CATALOG = read_text(
    """
title: Mine
areas: {hardware: Hardware, tpu: {title: TPUs, parent: hardware}}
references:
- id: a
  title: A *study*
  author: [{family: Bell, given: Ann}, {family: Dee, given: Carl}]
  issued: 2023-05
  URL: https://a.example/x_(y
  code: https://c.example
  annote: "good.\\n\\n- one\\n- two"
  area: [hardware]
- {id: b, title: B | C, area: [tpu]}
"""
)


def written(template: str, catalog: Catalog = CATALOG, **options: object) -> str:
    made = read_template(template, "mine.md", KINDS)
    return find_exporter("markdown")(catalog, {"template": made, **options})


def test_a_template_is_what_stands_between_its_markers() -> None:
    assert written(
        "# {title}\n<!-- template:area -->\n\n{marks} {area} ({count})\n\n<!-- template:entry -->\n"
        "{number}. [{title}]({url}){year? ({year})}{authors?, {authors}}{annote?: {annote}}{annote! (no words)}\n"
        "   {below}\n<!-- template:end -->\n\n{count} in all\n"
    ) == (
        "# Mine\n\n## Hardware (1)\n\n"
        "1. [A \\*study\\*](<https://a.example/x_(y>) (2023), Ann Bell and Carl Dee: good.\n"
        "   - one\n   - two\n\n### TPUs (1)\n\n2. [B | C]() (no words)\n\n2 in all\n"
    )


def test_each_value_is_written_as_it_must_be_where_it_stands() -> None:
    template = (
        "<!-- template:entry -->\n| {title} | <a href=\"{url}\" title='{title}'>{code}</a> | [x](p/{title}.md) |\n"
    )
    assert written(template) == (
        "| A \\*study\\* | <a href=\"https://a.example/x_(y\" title='A *study*'><https://c.example></a>"
        " | [x](p/A%20%2Astudy%2A.md) |\n"
        "| B \\| C | <a href=\"\" title='B | C'></a> | [x](p/B%20%7C%20C.md) |\n"
    )


def test_braces_that_are_no_placeholder_stay() -> None:
    template = (
        "<!-- template:entry -->\n{% include x.html %}{: .y} {id?{% if a %}{id}{% endif %}} \\{id} {{ site.z }}\n"
    )
    assert written(template, CATALOG.only(CATALOG.entries[:1])) == (
        "{% include x.html %}{: .y} {% if a %}a{% endif %} \\{id} {{ site.z }}\n"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        (
            "<!-- template:entry -->\n* {titel}\n{urll?x}\n",
            "mine.md:2:3: no placeholder named 'titel' here; did you mean 'title'?\n"
            "mine.md:3:1: no placeholder named 'urll' here; did you mean 'url'?",
        ),
        ("<!-- template:entri -->\nx\n", "mine.md:1:15: no part named 'entri'; did you mean 'entry'?\n"
         "mine.md:1:1: nothing says how an entry looks; write <!-- template:entry --> and a line below it"),
        ("<!-- template:entry -->\n<!-- template:entry -->\n", "mine.md:2:15: a second 'entry'; put the two together"),
        ("<!-- template:entry -->\n{year? ({year})\n", "mine.md:2:1: this has no end; write } where it ends"),
        ("<!-- template:entry -->\n{year\n", "mine.md:2:1: '{year' has no end; write {year}, or \\{ for a brace"),
        ("<!-- template:entry -->\n* `{title}`\n",
         "mine.md:2:4: '{title}' stands in code, where nothing can be escaped; take it out of the backticks"),
        ("<!-- template:entry -->\n* [x]({annote})\n",
         "mine.md:2:7: '{annote}' is no address; write {url}, {code}, {pdf} and the like between the parentheses"),
        ("---\ntitle: My {title}\n---\n<!-- template:entry -->\nx\n",
         "mine.md:2:11: '{title}' does not stand alone behind its key; write `key: {name}`"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(template: str, told: str) -> None:
    with pytest.raises(BadTemplate) as error:
        written(template)
    assert str(error.value) == told


@pytest.mark.parametrize("name", shipped_names())
def test_what_we_bring_along_shows_every_entry(name: str) -> None:
    found = find_importer("markdown")(find_exporter("markdown")(CATALOG, {"template": name}))
    assert [(each.fields["title"], each.fields["URL"]) for each in found.entries] == [
        ("A *study*", "https://a.example/x_(y")
    ]


@example(" ", "https://example.org/")
@given(TITLES, ADDRESSES)
def test_titles_and_addresses_are_shown_as_they_are(title: str, url: str) -> None:
    entry = Entry(id=Key("it"), title=title, URL=Url(url))  # type: ignore[call-arg]
    page = written("<!-- template:entry -->\n- [{title}]({url}) {title}\n", Catalog(entries=(entry,)))
    reader = MarkdownIt("commonmark")
    reader.normalizeLink = str  # type: ignore[method-assign, assignment]
    (inline,) = (token for token in reader.parse(page) if token.type == "inline")
    tokens = inline.children or []
    close = next(n for n, token in enumerate(tokens) if token.type == "link_close")
    assert text(tokens[1:close]) == shown(title)
    assert text(tokens[close + 1 :]) == f" {shown(title)}"


def test_a_template_of_the_folder_goes_before_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "readinglist.toml").write_text(
        'regions = ["README.md"]\n[exports."list.md"]\nformat = "markdown"\ntemplate = "flat"\n'
    )
    (tmp_path / "README.md").write_text("<!-- readinglist:start template=mine -->\n<!-- readinglist:end -->\n")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/flat.md").write_text("<!-- template:entry -->\n+ {title}\n")
    (tmp_path / "templates/mine.md").write_text("<!-- template:entry -->\n- {id}\n")
    monkeypatch.chdir(tmp_path)
    build(read_config(tmp_path / "readinglist.toml"), CATALOG)
    assert (tmp_path / "exports/list.md").read_text() == "+ A \\*study\\*\n+ B | C\n"
    assert (tmp_path / "README.md").read_text() == (
        "<!-- readinglist:start template=mine -->\n- a\n- b\n<!-- readinglist:end -->\n"
    )


def test_a_name_nobody_knows_and_options_beside_a_template_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "catalog.yaml").write_text("references: []\n")
    assert run(["export", "markdown", "--template", "awesom"]) == 2
    assert "no template named 'awesom'; did you mean 'awesome'?" in capsys.readouterr().err
    assert run(["export", "markdown", "--template", "flat", "--bullet", "-"]) == 2
    assert "the template says how the list looks; leave out 'bullet', or the template" in capsys.readouterr().err
    with pytest.raises(UnknownName):
        find_exporter("markdown")(CATALOG, {"template": "awesom"})
