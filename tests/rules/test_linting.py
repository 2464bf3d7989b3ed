from readinglist.linting import lint
from tests.rules.pages import catalog_of, fields_flagged


def test_what_cannot_be_read_is_not_told_again_as_missing() -> None:
    bad = """
        - id: a
          title: A
          date: soon
          URL: https://example.org/
    """
    assert [found.rule for found in lint(catalog_of(bad))] == ["date-format"]


def test_a_rule_speaks_of_other_entries_than_the_unreadable_one() -> None:
    two = """
        - {id: a, title: A, issued: soon, URL: "https://example.org/a"}
        - {id: b, title: "", issued: 2024, URL: "https://example.org/b"}
        - {id: c, title: C, issued: 2024, note: , URL: "https://example.org/c"}
    """
    assert [(found.rule, found.place.path[1]) for found in lint(catalog_of(two))] == [
        ("date-format", 0),
        ("empty-value", 1),
        ("empty-value", 2),
    ]


def test_a_rule_that_was_not_asked_tells_what_cannot_be_read_and_nothing_more() -> None:
    two = """
        - {id: a, title: "", URL: "https://example.org/a"}
        - {id: b, title: B, note: , URL: "https://example.org/b"}
    """
    for asked in (
        lint(catalog_of(two), select=["isbn"]),
        lint(catalog_of(two), ignore=["empty-value", "missing-date"]),
    ):
        assert [(found.rule, found.place.path[1]) for found in asked] == [("empty-value", 0)]


def test_an_entry_may_ask_a_rule_to_be_silent_but_not_the_reader() -> None:
    asked = """
        - id: a
          title: A
          issued: soon
          tags: [no]
          link: http://example.org/
          check: {ignore: [url-http, date-format, yaml-coercion-trap]}
    """
    assert [found.rule for found in lint(catalog_of(asked))] == ["date-format"]


def test_many_bad_entries_are_told_in_time_proportional_to_their_number() -> None:
    import time

    def seconds(count: int) -> float:
        catalog = catalog_of("".join(f"- {{id: e{n}, issued: soon, needs: [x{n}]}}\n" for n in range(count)))
        start = time.process_time()
        assert len(lint(catalog)) >= 3 * count
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 32 * max(0.02, seconds(500))


def test_a_file_without_references_has_nothing_to_flag() -> None:
    for text in ("", "references:\n", "references: []\n", "title: x\n", "areas: {a: A}\nreferences: [x, [y]]\n", "[]"):
        assert fields_flagged("whitespace", text) == []
