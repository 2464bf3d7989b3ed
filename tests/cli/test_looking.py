import json

from tests.cli.conftest import Run, fails, says, write


def test_list_shows_every_entry_on_a_line(run: Run) -> None:
    assert run("list") == says(
        "kwon2023paged  Efficient Memory Management with PagedAttention · Kwon et al. · 2023 · inference",
        "ko2025tpu      TPU Deep Dive · Ko · 2025 · hardware",
    )


def test_list_shows_what_a_query_asks_for(run: Run) -> None:
    assert run("list", "paged", "area:inference", "--format", "ids") == says("kwon2023paged")
    assert run("list", "year:2025..", "--format", "ids") == says("ko2025tpu")
    assert run("list", "tag:none", "--format", "ids") == says()


def test_a_minus_in_a_query_is_no_option(run: Run) -> None:
    assert run("list", "-area:hardware", "--format", "ids") == says("kwon2023paged")
    assert run("list", "--format", "ids", "--", "-tpu") == says("kwon2023paged")


def test_list_sorts_and_limits(run: Run) -> None:
    assert run("list", "--sort", "-year", "--limit", "1", "--format", "ids") == says("ko2025tpu")
    assert run("list", "--sort", "author", "--format", "ids") == says("ko2025tpu", "kwon2023paged")
    assert run("list", "--limit", "0") == says()


def test_list_shows_an_edition(run: Run) -> None:
    assert run("list", "--edition", "first", "--format", "ids") == says("ko2025tpu")


def test_list_gives_json_to_programs(run: Run) -> None:
    assert json.loads(run("list", "tpu", "--format", "json").stdout) == [
        {
            "id": "ko2025tpu",
            "type": "post-weblog",
            "title": "TPU Deep Dive",
            "author": [{"family": "Ko", "given": "Henry"}],
            "issued": "2025-06-18",
            "URL": "https://example.org/tpu",
            "annote": "Why systolic arrays.",
            "area": ["hardware"],
            "needs": ["kwon2023paged"],
        }
    ]


def test_list_shows_what_it_can_read_and_says_what_it_cannot(run: Run) -> None:
    write("catalog.yaml", "references:\n- id: good\n  title: Good\n- id: odd\n  title: Odd\n  issued: soon\n")
    result = run("list")
    assert result.stdout == "good  Good\nodd   Odd\n"
    assert result.stderr == "catalog.yaml:6:11: 'soon' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD\n"
    assert run("--quiet", "list").stderr == ""
    assert run("list", "-q").stderr == ""


def test_show_tells_everything_of_an_entry_and_where_it_is(run: Run) -> None:
    assert run("show", "ko2025tpu") == says(
        "TPU Deep Dive",
        "catalog.yaml:23:3",
        "",
        "id      ko2025tpu",
        "type    post-weblog",
        "title   TPU Deep Dive",
        "author  Henry Ko",
        "issued  2025-06-18",
        "URL     https://example.org/tpu",
        "annote  Why systolic arrays.",
        "area    hardware",
        "needs   kwon2023paged",
    )


def test_show_writes_yaml_that_a_catalog_can_hold(run: Run) -> None:
    assert run("show", "ko2025tpu", "--format", "yaml") == says(
        "- id: ko2025tpu",
        "  type: post-weblog",
        "  title: TPU Deep Dive",
        "  author:",
        "  - {family: Ko, given: Henry}",
        "  issued: 2025-06-18",
        "  URL: https://example.org/tpu",
        "  annote: Why systolic arrays.",
        "  area: [hardware]",
        "  needs: [kwon2023paged]",
    )


def test_show_finds_an_entry_by_a_former_id(run: Run) -> None:
    write("catalog.yaml", "references:\n- id: new\n  title: T\n  aliases: [old]\n")
    assert json.loads(run("show", "old", "--format", "json").stdout) == {
        "id": "new",
        "type": "document",
        "title": "T",
        "aliases": ["old"],
    }


def test_nothing_that_an_entry_holds_can_steer_the_terminal(run: Run) -> None:
    write("catalog.yaml", 'references:\n- id: red\n  title: "\\e[31mred\\u202e"\n')
    assert run("-q", "list").stdout == "red  \\x1b[31mred\\u202e\n"
    assert "\x1b" not in run("show", "red").stdout + run("show", "red", "--format", "yaml").stdout


def test_stats_counts_what_is_there_and_what_is_missing(run: Run) -> None:
    assert run("stats") == says(
        "entries: 2",
        "",
        "areas",
        "  inference  1",
        "  hardware   1",
        "",
        "types",
        "  paper-conference  1",
        "  post-weblog       1",
        "",
        "years",
        "  2023  1",
        "  2025  1",
        "",
        "missing",
        "  URL          1",
        "  DOI          1",
        "  arxiv        1",
        "  verified     2",
        "  archive-url  2",
    )


def test_stats_of_a_query_as_json(run: Run) -> None:
    found = json.loads(run("stats", "has:arxiv", "--format", "json").stdout)
    assert found == {
        "entries": 1,
        "areas": {"inference": 1, "hardware": 0},
        "types": {"paper-conference": 1},
        "years": {"2023": 1},
        "reading": {},
        "missing": {"URL": 1, "verified": 1, "archive-url": 1},
    }


def test_doctor_says_what_it_sees(run: Run) -> None:
    write(
        "readinglist.toml",
        'catalog = "catalog.yaml"\n[lint]\nignore = ["missing-date"]\n'.replace('"catalog.yaml"', '["catalog.yaml"]'),
    )
    write("catalog.yaml", "references:\n- id: a\n  title: T\n  check: {ignore: [missing-date]}\n- id: b\n  year: x\n")
    result = run("doctor")
    versions, _, rest = result.stdout.partition("configuration")
    assert versions.startswith("readinglist ")
    assert "pydantic" in versions
    assert "configuration" + rest == (
        "configuration: readinglist.toml\n"
        "exports: none\n"
        "rules ignored everywhere: missing-date\n"
        "catalog: catalog.yaml\n"
        "entries: 2, areas: 0, editions: 0\n"
        "ignored in a: missing-date\n"
        "problems of reading: 1; see `readinglist lint`\n"
    )


def test_doctor_speaks_though_there_is_no_catalog(run: Run, here: object) -> None:
    write("catalog.yaml", "").unlink()
    result = run("doctor")
    assert result.status == 2
    assert result.stdout.startswith("readinglist ")
    assert (
        result.stderr
        == fails(
            f"no catalog in {here} (looked for catalog/*.yaml, catalog/*.yml, catalog.yaml, catalog.yml); "
            "name its files as `catalog` in readinglist.toml, or with --catalog"
        ).stderr
    )


def test_explain_lists_every_rule_and_prints_the_page_of_one(run: Run) -> None:
    listed = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in listed] == sorted(line.split()[0] for line in listed)
    assert any(line.startswith("keys/duplicate-id ") for line in listed)
    page = run("explain", "duplicate-id").stdout
    assert page.startswith("duplicate-id (error)\n\nTwo entries have the same id")
    assert "Flagged:" in page


def test_explain_finds_a_page_by_as_much_of_its_name_as_somebody_remembers(run: Run) -> None:
    page = run("explain", "duplicate-yaml-key")
    for word in ("yaml key", "DUPLICATE_YAML", "[duplicate-yaml-key]"):
        assert run("explain", word) == page
    several = run("explain", "arxiv").stdout.splitlines()
    assert {"identifiers/arxiv-doi", "identifiers/arxiv-format"} <= {line.split()[0] for line in several}
    assert all("arxiv" in line.split()[0] for line in several)
    assert run("explain", "--", "-") == fails("no rule named '-'; `readinglist explain` lists them")


def test_schema_is_printed_or_written(run: Run) -> None:
    printed = run("schema")
    assert json.loads(printed.stdout)["title"] == "readinglist catalog"
    assert run("schema", "-o", "s.json") == says()._replace(stderr="wrote s.json\n")
    assert json.loads(write("x", "").with_name("s.json").read_text("utf-8")) == json.loads(printed.stdout)
