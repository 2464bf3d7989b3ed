# ruff: noqa: E501 — a message stands here whole, as it is told
"""Every trap that YAML lays: the right text, or a finding that says where and what to do; never the wrong text."""

from __future__ import annotations

import pytest

from readinglist.catalog_file.read import read_catalog


def read(data: bytes) -> tuple[list[tuple[str, str | None]], list[str]]:
    """Return the entries of a file by id and title, and what is said about it."""
    catalog = read_catalog({"c.yaml": data})
    told = [f"{catalog.position(found.place)}: {found.rule}: {found.message}" for found in catalog.problems]
    return [(entry.id, entry.title) for entry in catalog], told


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("2211.05102", "2211.05102"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("1_000", "1_000"),
        ("017", "017"),
        ("12:30:45", "12:30:45"),
        ("2024-01-02", "2024-01-02"),
        ("foo #bar", "foo"),
        ("#1 foo", None),
        ("~", None),
        ("null", None),
        ("http://a.b/c", "http://a.b/c"),
        ("foo\tbar", "foo\tbar"),
        ("foo\t", "foo"),
        ("=", "="),
        ("<<", "<<"),
    ],
)
def test_a_value_is_the_text_that_stands_there(written: str, title: str | None) -> None:
    text = f"references:\n- id: first\n- id: trap\n  title: {written}\n- id: last\n"

    assert read(text.encode()) == ([("first", None), ("trap", title), ("last", None)], [])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "Foo: bar",
            [
                "c.yaml:4:13: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
        ),
        (
            "* a b",
            [
                "c.yaml:4:11: yaml-syntax: did not find expected alphabetic or numeric character; a value that starts with * or & needs quotes around it"
            ],
        ),
        (
            "*foo bar",
            [
                "c.yaml:4:10: yaml-syntax: '*foo' is an alias, which a catalog does not use; if it is text, put it in quotes",
                "c.yaml:4:15: yaml-syntax: did not find expected key; check the indentation, and put a value with quotes in it into quotes as a whole",
            ],
        ),
        (
            "@foo",
            [
                "c.yaml:4:10: yaml-syntax: found character that cannot start any token; a value that starts with this character needs quotes around it"
            ],
        ),
        (
            "%foo",
            [
                "c.yaml:4:10: yaml-syntax: found character that cannot start any token; a value that starts with this character needs quotes around it"
            ],
        ),
        (
            "`foo`",
            [
                "c.yaml:4:10: yaml-syntax: found character that cannot start any token; a value that starts with this character needs quotes around it"
            ],
        ),
        (
            "[x] y",
            [
                "c.yaml:4:14: yaml-syntax: did not find expected key; check the indentation, and put a value with quotes in it into quotes as a whole"
            ],
        ),
        (
            "{x} y",
            [
                "c.yaml:4:14: yaml-syntax: did not find expected key; check the indentation, and put a value with quotes in it into quotes as a whole"
            ],
        ),
        (
            '"x" y',
            [
                "c.yaml:4:14: yaml-syntax: did not find expected key; check the indentation, and put a value with quotes in it into quotes as a whole"
            ],
        ),
        (
            "'x' y",
            [
                "c.yaml:4:14: yaml-syntax: did not find expected key; check the indentation, and put a value with quotes in it into quotes as a whole"
            ],
        ),
        (
            "- x",
            [
                "c.yaml:4:10: yaml-syntax: block sequence entries are not allowed in this context; a list starts on its own line; a value that starts with '- ' needs quotes"
            ],
        ),
        (
            "? x",
            [
                "c.yaml:4:10: yaml-syntax: mapping keys are not allowed in this context; a value that starts with '? ' needs quotes around it"
            ],
        ),
        (
            "| x",
            [
                "c.yaml:4:12: yaml-syntax: did not find expected comment or line break; a value that starts with | or > needs quotes around it"
            ],
        ),
        (
            "> x",
            [
                "c.yaml:4:12: yaml-syntax: did not find expected comment or line break; a value that starts with | or > needs quotes around it"
            ],
        ),
        (
            "&foo bar",
            [
                "c.yaml:4:10: yaml-syntax: YAML reads the anchor '&foo' here, which a catalog does not use; if it is text, put it in quotes"
            ],
        ),
        (
            "!foo bar",
            [
                "c.yaml:4:10: yaml-syntax: YAML reads the tag '!foo' here, which a catalog does not use; if it is text, put it in quotes"
            ],
        ),
        (
            "a: b: c",
            [
                "c.yaml:4:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
        ),
        ("[http://a.b/c]", ["c.yaml:4:10: wrong-type: 'title' is text, not a list"]),
        (
            '"\\ud83d\\ude80"',
            ["c.yaml:4:13: yaml-syntax: found invalid Unicode character escape code; write the character itself"],
        ),
        (
            '"\\x1b[31m"',
            ["c.yaml:4:10: control-character: U+001B control character does not belong in text; remove it"],
        ),
        ('"\\e[31m"', ["c.yaml:4:10: control-character: U+001B control character does not belong in text; remove it"]),
        ('"unclosed', ["c.yaml:4:10: yaml-syntax: found unexpected end of stream; a closing quote is missing"]),
        ("'unclosed", ["c.yaml:4:10: yaml-syntax: found unexpected end of stream; a closing quote is missing"]),
        (
            "[unclosed",
            ["c.yaml:4:10: yaml-syntax: did not find expected ',' or ']'; a closing bracket is missing, or a comma"],
        ),
        (
            "{unclosed",
            ["c.yaml:4:10: yaml-syntax: did not find expected ',' or '}'; a closing bracket is missing, or a comma"],
        ),
        (
            ": x",
            [
                "c.yaml:4:10: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
        ),
        (
            ", x",
            [
                "c.yaml:4:10: yaml-syntax: did not find expected node content; a value that starts with this character needs quotes around it"
            ],
        ),
        (
            "x:",
            [
                "c.yaml:4:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
        ),
        (
            "!!python/object:os.system x",
            [
                "c.yaml:4:10: yaml-syntax: YAML reads the tag 'tag:yaml.org,2002:python/object:os.system' here, which a catalog does not use; if it is text, put it in quotes"
            ],
        ),
        (
            '"a\\qb"',
            [
                "c.yaml:4:12: yaml-syntax: found unknown escape character; write a backslash as two, or put the value in single quotes"
            ],
        ),
        (
            "&a [x]",
            [
                "c.yaml:4:10: yaml-syntax: YAML reads the anchor '&a' here, which a catalog does not use; if it is text, put it in quotes",
                "c.yaml:4:10: wrong-type: 'title' is text, not a list",
            ],
        ),
        (
            "*foo",
            [
                "c.yaml:4:10: yaml-syntax: '*foo' is an alias, which a catalog does not use; if it is text, put it in quotes"
            ],
        ),
    ],
)
def test_a_value_that_yaml_takes_for_something_else_is_told_and_hides_no_other_entry(
    written: str, told: list[str]
) -> None:
    text = f"references:\n- id: first\n- id: trap\n  title: {written}\n- id: last\n"

    entries, findings = read(text.encode())

    assert findings == told
    assert [name for name, _ in entries if name != "trap"] == ["first", "last"]


@pytest.mark.parametrize(
    ("written", "entries", "told"),
    [
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title:foo\n- id: last\n",
            [("first", None), ("last", None)],
            ["c.yaml:5:1: yaml-syntax: could not find expected ':'; write 'name: value', with a space after the colon"],
            id="title:foo",
        ),
        pytest.param(
            b"\xef\xbb\xbfreferences:\n- id: first\n  title: x\n- id: b\n  titel: x\n",
            [("first", "x"), ("b", None)],
            ["c.yaml:5:3: unknown-key: no field named 'titel'; did you mean 'title'?"],
            id="bom",
        ),
        pytest.param(
            "references:\r\n- id: first\r\n  title: x\r\n- id: b\r\n  titel: x\r\n",
            [("first", "x"), ("b", None)],
            ["c.yaml:5:3: unknown-key: no field named 'titel'; did you mean 'title'?"],
            id="crlf",
        ),
        pytest.param(
            "references:\r- id: first\r  title: x\r- id: b\r  titel: x\r",
            [("first", "x"), ("b", None)],
            ["c.yaml:5:3: unknown-key: no field named 'titel'; did you mean 'title'?"],
            id="cr",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\x85b\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+0085 control character does not belong in text; remove it"],
            id="nel",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\u2028b\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+2028 LINE SEPARATOR does not belong in text; remove it"],
            id="ls",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\u2029b\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+2029 PARAGRAPH SEPARATOR does not belong in text; remove it"],
            id="ps",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\x9bb\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+009B control character does not belong in text; remove it"],
            id="c1",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\x7fb\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+007F control character does not belong in text; remove it"],
            id="del",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\x1bb\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+001B control character does not belong in text; remove it"],
            id="esc",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\x00b\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+0000 control character does not belong in text; remove it"],
            id="nul",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n\ttitle: a\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:4:1: yaml-syntax: found a tab character that violates indentation; indent with spaces; YAML does not allow tabs"
            ],
            id="tabindent",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title:\ta\n- id: last\n",
            [("first", None), ("trap", "a"), ("last", None)],
            [],
            id="tabindent2",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\n  title: b\n- id: last\n",
            [("first", None), ("trap", "a"), ("last", None)],
            ["c.yaml:5:3: duplicate-yaml-key: 'title' is there twice; keep one of the two"],
            id="dup",
        ),
        pytest.param(
            "references:\n- id: first\nreferences:\n- id: last\n",
            [("first", None)],
            ["c.yaml:3:1: duplicate-yaml-key: 'references' is there twice; keep one of the two"],
            id="dupref",
        ),
        pytest.param(
            "references:\n- id: first\n<<<<<<< HEAD\n- id: trap\n  title: a\n=======\n- id: trap2\n>>>>>>> other\n- id: last\n",
            [("first", None), ("trap", "a"), ("trap2", None), ("last", None)],
            [
                "c.yaml:3:1: merge-conflict-marker: a merge was left unfinished here; keep one side",
                "c.yaml:8:1: merge-conflict-marker: a merge was left unfinished here; keep one side",
            ],
            id="merge",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n<<<<<<< HEAD\n  title: a\n=======\n  title: b\n>>>>>>> other\n- id: last\n",
            [("first", None), ("trap", "a"), ("last", None)],
            [
                "c.yaml:4:1: merge-conflict-marker: a merge was left unfinished here; keep one side",
                "c.yaml:8:1: merge-conflict-marker: a merge was left unfinished here; keep one side",
                "c.yaml:7:3: duplicate-yaml-key: 'title' is there twice; keep one of the two",
            ],
            id="merge-infield",
        ),
        pytest.param(
            b"references:\n- id: first\n- id: trap\n  title: M\xfcller\n- id: last\n",
            [("first", None), ("trap", "M�ller"), ("last", None)],
            ["c.yaml:4:11: bad-encoding: byte 0xfc is not UTF-8; save the file as UTF-8"],
            id="latin1",
        ),
        pytest.param(
            b"\xff\xfer\x00e\x00f\x00e\x00r\x00e\x00n\x00c\x00e\x00s\x00:\x00\n\x00-\x00 \x00i\x00d\x00:\x00 \x00f\x00i\x00r\x00s\x00t\x00\n\x00",
            [],
            ["c.yaml:1:1: bad-encoding: this file is UTF-16; save it as UTF-8"],
            id="utf16",
        ),
        pytest.param(
            b"r\x00e\x00f\x00e\x00r\x00e\x00n\x00c\x00e\x00s\x00:\x00\n\x00-\x00 \x00i\x00d\x00:\x00 \x00f\x00i\x00r\x00s\x00t\x00\n\x00",
            [],
            ["c.yaml:1:1: bad-encoding: this file is UTF-16; save it as UTF-8"],
            id="utf16le",
        ),
        pytest.param("", [], [], id="empty"),
        pytest.param("# only\n# comments\n", [], [], id="comments"),
        pytest.param(
            "  \n\n\t\n",
            [],
            [
                "c.yaml:3:1: yaml-syntax: found character that cannot start any token; indent with spaces; YAML does not allow tabs"
            ],
            id="ws",
        ),
        pytest.param(
            "references:\n- id: first\n---\nreferences:\n- id: last\n",
            [("first", None)],
            ["c.yaml:3:1: yaml-syntax: a second document starts here; a catalog file is one document"],
            id="2doc",
        ),
        pytest.param("---\nreferences:\n- id: first\n...\n", [("first", None)], [], id="2doc..."),
        pytest.param(
            "---\nreferences:\n- id: first\n...\nreferences: []\n",
            [("first", None)],
            [
                "c.yaml:4:1: yaml-syntax: did not find expected node content; a value that starts with this character needs quotes around it"
            ],
            id="2doc...2",
        ),
        pytest.param("%YAML 1.2\n---\nreferences:\n- id: first\n", [("first", None)], [], id="yaml directive"),
        pytest.param(
            "%TAG ! tag:x,2000:\n---\nreferences:\n- id: first\n",
            [("first", None)],
            ["c.yaml:1:1: yaml-syntax: a catalog needs no %TAG lines; remove them"],
            id="tag directive",
        ),
        pytest.param(
            "references:\n  id: x\n",
            [],
            ["c.yaml:2:3: wrong-type: references is a list; each entry starts with '- '"],
            id="refs map",
        ),
        pytest.param(
            "references: none\n",
            [],
            ["c.yaml:1:13: wrong-type: references is a list; each entry starts with '- '"],
            id="refs str",
        ),
        pytest.param("references:\n", [], [], id="refs null"),
        pytest.param(
            "- id: first\n",
            [],
            ["c.yaml:1:1: wrong-type: a catalog is a map; put `references:` on a line of its own above the entries"],
            id="top list",
        ),
        pytest.param(
            "hello\n",
            [],
            ["c.yaml:1:1: wrong-type: a catalog is a map; put `references:` on a line of its own above the entries"],
            id="top str",
        ),
        pytest.param(
            "references:\n- id: first\n- trap\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:3:3: wrong-type: an entry is a map of fields such as id and title; see `readinglist explain wrong-type`"
            ],
            id="entry str",
        ),
        pytest.param(
            "references:\n- id: first\n- - id: trap\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:3:3: wrong-type: an entry is a map of fields such as id and title; see `readinglist explain wrong-type`"
            ],
            id="entry list",
        ),
        pytest.param(
            "references:\n- id: first\n-\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:3:2: wrong-type: an entry is a map of fields such as id and title; see `readinglist explain wrong-type`"
            ],
            id="entry null",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  ? [a, b]\n  : x\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            ["c.yaml:4:5: yaml-syntax: a key must be a plain word; if it is text, put it in quotes"],
            id="nonstring key",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  ? \n  : x\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            ["c.yaml:4:4: unknown-key: no field named ''; what has no field of its own goes under `custom:`"],
            id="null key",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  1: x\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            ["c.yaml:4:3: unknown-key: no field named '1'; what has no field of its own goes under `custom:`"],
            id="num key",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  {a: b}: x\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            ["c.yaml:4:3: yaml-syntax: a key must be a plain word; if it is text, put it in quotes"],
            id="map key",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n title: x\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:4:2: yaml-syntax: did not find expected '-' indicator; check the indentation: an entry's '- ' stands under the one before"
            ],
            id="indent less",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: x\n   author: y\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:5:10: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="indent more",
        ),
        pytest.param(
            "references:\n  - id: first\n  - id: trap\n    title: a: b\n  - id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:4:13: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="indented refs",
        ),
        pytest.param(
            "references:\n- id: first\n# note\n- id: trap\n# inner\n  title: a: b\n# after\n- id: last\nareas:\n  x: X\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:6:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="comment between broken",
        ),
        pytest.param(
            '"references":\n- id: first\n- id: trap\n  title: a: b\n- id: last\n',
            [("first", None), ("last", None)],
            [
                "c.yaml:4:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="quoted refs",
        ),
        pytest.param(
            "references :\n- id: first\n- id: trap\n  title: a: b\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:4:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="spaced refs",
        ),
        pytest.param(
            "description: |\n  see\n\n  references:\n  - x\nreferences:\n- id: first\n- id: trap\n  title: a: b\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:9:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="refs in text",
        ),
        pytest.param(
            'description: "x\nreferences:\n\n  y"\nreferences:\n- id: first\n- id: trap\n  title: a: b\n- id: last\n',
            [("first", None), ("last", None)],
            [
                "c.yaml:8:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="refs in text2",
        ),
        pytest.param(
            "---\nreferences:\n- id: first\n- id: trap\n  title: a: b\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:5:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="doc start",
        ),
        pytest.param(
            "references: [{id: first}, {id: trap, title: a: b}, {id: last}]\n",
            [],
            ["c.yaml:1:46: yaml-syntax: did not find expected ',' or '}'; a closing bracket is missing, or a comma"],
            id="flow refs",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a: b\n  annote: |\n    text\n\n    - x\n    - y\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:4:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="block text with dash",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a: b\n  author:\n  - A B\n  - C D\n- id: last\n  author:\n  - A B\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:4:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="sub list",
        ),
        pytest.param(
            "title: a: b\nreferences:\n- id: first\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:1:9: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="header broken",
        ),
        pytest.param(
            "areas:\n  x: a: b\ntitle: Good\nreferences:\n- id: first\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:2:7: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="header broken2",
        ),
        pytest.param(
            "title: a\ntitle: b\nreferences:\n- id: first\n",
            [("first", None)],
            ["c.yaml:2:1: duplicate-yaml-key: 'title' is there twice; keep one of the two"],
            id="header dup",
        ),
        pytest.param(
            'references:\n- id: first\n- id: trap\n  title: "a\n- id: mid\n  title: "x"\n- id: last\n',
            [("first", None), ("mid", "x"), ("last", None)],
            ["c.yaml:4:10: yaml-syntax: found unexpected end of stream; a closing quote is missing"],
            id="unclosed quote swallowing",
        ),
        pytest.param(
            "version: 7\nreferences:\n- id: first\n",
            [],
            [
                "c.yaml:1:10: newer-version: this file has format version 7, and this readinglist knows 1; upgrade readinglist"
            ],
            id="version",
        ),
        pytest.param("version: 1\nreferences:\n- id: first\n", [("first", None)], [], id="version 1"),
        pytest.param(
            "version: 1.0\nreferences:\n- id: first\n",
            [("first", None)],
            ["c.yaml:1:10: wrong-type: 'version' is 1"],
            id="version 1.0",
        ),
        pytest.param(
            "version: x\nreferences:\n- id: first\n",
            [("first", None)],
            ["c.yaml:1:10: wrong-type: 'version' is 1"],
            id="version x",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  <<: *x\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            [
                "c.yaml:4:7: yaml-syntax: '*x' is an alias, which a catalog does not use; if it is text, put it in quotes",
                "c.yaml:4:3: unknown-key: no field named '<<'; what has no field of its own goes under `custom:`",
            ],
            id="merge key",
        ),
        pytest.param(
            "references:\n- id: first\n- \n  id: trap\n  title: a: b\n- id: last",
            [("first", None), ("last", None)],
            [
                "c.yaml:5:11: yaml-syntax: mapping values are not allowed in this context; a value with ': ' in it needs quotes around it"
            ],
            id="lf at ref end",
        ),
        pytest.param(
            "references:\n- id: first\n- title: trap\n- id: last",
            [("first", None), ("unnamed-1", "trap"), ("last", None)],
            ["c.yaml:3:3: missing-id: this entry has no id; give it one, such as kwon2023paged"],
            id="id missing",
        ),
        pytest.param(
            "references:\n- id: first\n- id: a b\n  title: x\n- id: last",
            [("first", None), ("unnamed-1", "x"), ("last", None)],
            ["c.yaml:3:7: invalid-id-chars: 'a b' is not in its plain form; write a-b"],
            id="idbad",
        ),
        pytest.param(
            b"references:\n- id: first\n- id: trap\n  title: \xed\xa0\xbd\n- id: last\n",
            [("first", None), ("trap", "���"), ("last", None)],
            ["c.yaml:4:10: bad-encoding: byte 0xed is not UTF-8; save the file as UTF-8"],
            id="surr raw",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\ufeffb\n- id: last\n",
            [("first", None), ("trap", "a\ufeffb"), ("last", None)],
            [],
            id="bom inside",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: a\ufffeb\n- id: last\n",
            [("first", None), ("trap", "a b"), ("last", None)],
            ["c.yaml:4:11: control-character: U+FFFE control character does not belong in text; remove it"],
            id="fffe",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: [a]\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            ["c.yaml:4:10: wrong-type: 'title' is text, not a list"],
            id="list of str title",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title:\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            [],
            id="null field",
        ),
        pytest.param(
            "references:\n- id: first\n- id: trap\n  title: ''\n- id: last\n",
            [("first", None), ("trap", None), ("last", None)],
            ["c.yaml:4:10: empty-value: 'title' says nothing; remove it or give it a value"],
            id="empty quoted",
        ),
        pytest.param(
            "references:\n- id: first\n-id: trap\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:3:1: yaml-syntax: did not find expected '-' indicator; check the indentation: an entry's '- ' stands under the one before"
            ],
            id="wrong dash",
        ),
        pytest.param(
            "refs:\n- id: first\n",
            [],
            ["c.yaml:1:1: unknown-key: no field named 'refs'; did you mean 'areas'?"],
            id="key unknown",
        ),
        pytest.param(
            "References:\n- id: first\n",
            [],
            ["c.yaml:1:1: unknown-key: no field named 'References'; did you mean 'references'?"],
            id="References",
        ),
        pytest.param(
            "references:\n- &x\n  id: first\n- *x\n- id: last\n",
            [("first", None), ("last", None)],
            [
                "c.yaml:2:3: yaml-syntax: YAML reads the anchor '&x' here, which a catalog does not use; if it is text, put it in quotes",
                "c.yaml:4:3: yaml-syntax: '*x' is an alias, which a catalog does not use; if it is text, put it in quotes",
                "c.yaml:4:3: wrong-type: an entry is a map of fields such as id and title; see `readinglist explain wrong-type`",
            ],
            id="anchor entry",
        ),
    ],
)
def test_a_file_gives_all_that_can_be_understood_and_tells_the_rest(
    written: str | bytes, entries: list[tuple[str, str | None]], told: list[str]
) -> None:
    data = written if isinstance(written, bytes) else written.encode()

    assert read(data) == (entries, told)
