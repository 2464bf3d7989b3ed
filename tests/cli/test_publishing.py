from tests.cli.conftest import Result, Run, fails, read, says, write

CONFIG = """\
catalog = ["catalog.yaml"]

[exports."list.md"]
format = "markdown"

[exports."paged.txt"]
format = "attribution"
query = "id:kwon2023paged"
"""
LIST = """\
* [**Efficient Memory Management with PagedAttention**](https://doi.org/10.1145/3600006.3613165): The paper behind vLLM.
* [**TPU Deep Dive**](https://example.org/tpu): Why systolic arrays.
"""
ATTRIBUTION = 'Kwon et al., "Efficient Memory Management with PagedAttention", arXiv:2309.06180, 2023.\n'


def test_build_writes_the_exports_and_then_leaves_them_alone(run: Run) -> None:
    write("readinglist.toml", CONFIG)
    assert run("build") == Result(0, "", "wrote exports/list.md\nwrote exports/paged.txt\n2 written, 0 unchanged\n")
    assert (read("exports/list.md"), read("exports/paged.txt")) == (LIST, ATTRIBUTION)
    assert run("build") == Result(0, "", "0 written, 2 unchanged\n")


def test_build_check_shows_what_is_stale(run: Run) -> None:
    write("readinglist.toml", CONFIG)
    run("build")
    run("set", "ko2025tpu", "annote=Why they are square.")
    lines = LIST.splitlines()
    assert run("build", "--check") == Result(
        1,
        f"--- a/exports/list.md\n+++ b/exports/list.md\n@@ -1,2 +1,2 @@\n {lines[0]}\n-{lines[1]}\n"
        "+* [**TPU Deep Dive**](https://example.org/tpu): Why they are square.\n",
        "",
    )
    assert read("exports/list.md") == LIST


def test_build_removes_what_is_no_longer_asked_for(run: Run) -> None:
    write("readinglist.toml", CONFIG)
    run("build")
    write("readinglist.toml", CONFIG.partition('[exports."paged.txt"]')[0])
    assert run("build", "--check") == Result(
        1, "exports/paged.txt is no longer asked for; `readinglist build` removes it\n", "nothing to change\n"
    )
    assert run("build").stderr == "removed exports/paged.txt, which is no longer asked for\n0 written, 1 unchanged\n"


def test_build_refuses_to_replace_what_it_did_not_write(run: Run) -> None:
    write("readinglist.toml", CONFIG)
    write("exports/list.md", "mine\n")
    refused = run("build")
    assert refused == fails(
        "exports/list.md: not what readinglist wrote there; move it away, or say --force to replace it"
    )
    assert run("build", "--force").status == 0
    assert read("exports/list.md") == LIST


def test_build_makes_nothing_of_a_catalog_with_errors(run: Run) -> None:
    write("readinglist.toml", CONFIG)
    write("catalog.yaml", "references:\n- id: a\n  title: A\n  issued: soon\n")
    assert run("build") == Result(
        1,
        "catalog.yaml:4:11: error[date-format]: 'soon' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD\n"
        "1 error in 1 file\n",
        "",
    )


def test_export_writes_a_query_to_standard_output(run: Run) -> None:
    assert run("export", "markdown", "area:hardware") == says(LIST.splitlines()[1])
    assert run("export", "markdown", "-area:hardware", "--bullet", "-") == says("-" + LIST.splitlines()[0][1:])


def test_export_writes_an_edition_to_a_file(run: Run) -> None:
    assert run("export", "markdown", "--edition", "first", "-o", "first.md") == Result(0, "", "wrote first.md\n")
    assert read("first.md") == LIST.splitlines()[1] + "\n"


def test_export_reports_what_a_format_cannot_hold(run: Run) -> None:
    told = run("export", "attribution", "id:ko2025tpu", "--report")
    assert told == Result(0, 'Ko, "TPU Deep Dive", online, 2025.\n', "no findings in 1 entry\n")
    assert "catalog.yaml:" in run("export", "ris", "--report").stderr


def test_cite_prints_the_entries_in_the_order_asked_for(run: Run) -> None:
    assert run("cite", "ko2025tpu", "kwon2023paged") == Result(
        0, f'Ko, "TPU Deep Dive", online, 2025.\n{ATTRIBUTION}', ""
    )


def test_cite_takes_any_format_and_says_which_was_meant(run: Run) -> None:
    assert run("cite", "ko2025tpu", "--format", "jsonl").stdout.startswith(
        '{"id": "ko2025tpu", "type": "post-weblog", '
    )
    assert run("cite", "ko2025tpu", "--format", "bibtx").status == 2
    assert run("cite", "ko2025") == fails("no entry named 'ko2025'; did you mean 'ko2025tpu'?")
