"""What is wrong in readinglist.toml is told in our words, at its line and column, whatever stands there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
from pydantic import ValidationError

from readinglist.config import read_config
from readinglist.errors import BadConfig, ReadingListError
from readinglist.exporters import all_exporters
from readinglist.model.catalog import Catalog
from readinglist.model.table import Table, dashed
from readinglist.settings import Settings

VALUES = """1 0 -1 1.5 nan inf true "x" [] [1] ["x"] [["x"]] {} {x=1} {x="y"} {x=["y"]} {article=1} {article=["title"]}
    2020-01-01 12:30:00""".split()
SENTENCE = re.compile(
    r"2:\d+: (?:(?:each of )?'[\w.-]+' "
    r"(?:is (?:a list in brackets|a text in quotes|true or false|a whole number|a number|a table|more than \d+"
    r"|\d+ or (?:more|less)|one of (?:'\w+', )*'\w+' or '\w+'), not .+|is missing; add it"
    r"|cannot be used: .+)|no setting named '[\w.-]+'; .+)"
)


def every_setting(kind: Any = Settings, table: str = "") -> Iterator[tuple[str, str, list[str]]]:
    """Yield each setting of each table, and what else the table needs."""
    hints = get_type_hints(kind)
    settings = [each for each in fields(kind) if "title" not in each.metadata]  # that is not its key, but any
    for each in settings:
        key = dashed(each.name)
        inner = (get_args(hints[each.name]) or (hints[each.name],))[-1]
        if isinstance(inner, type) and issubclass(inner, Table):
            named = f"{table}{key}.a" if get_args(hints[each.name]) else f"{table}{key}"
            yield from every_setting(inner, f"{named}.")
        usual = {other.name: (other.default, other.default_factory) for other in settings if other is not each}
        yield table, key, [name for name, values in usual.items() if values == (MISSING, MISSING)]


@pytest.mark.parametrize(
    ("table", "key", "needed"), [pytest.param(*each, id="".join(each[:2])) for each in every_setting()]
)
def test_a_value_of_the_wrong_type_is_told_in_our_words(
    table: str, key: str, needed: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "readinglist.toml"
    refused = 0
    for value in VALUES:
        more = "".join(f'\n{table}{each} = "x"' for each in needed)
        file.write_text(f"# {value}\n  {table}{key} = {value}{more}\n", "utf-8")
        try:
            read_config(file)
        except BadConfig as error:
            told = [line.removeprefix(f"{file}:") for line in str(error).splitlines()]
            assert [line for line in told if not SENTENCE.fullmatch(line)] == []
            refused += 1
    assert refused >= len(VALUES) // 2


NO_TYPE = "cannot be used: no type named 'bok'; did you mean 'book'?"
NO_PATTERN = "cannot be used: this is no regular expression: nothing to repeat at position 0"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[lint]\nrequired = 3\n", "2:1: 'lint.required' is a table, not 3"),
        ("[lint]\nrequired = []\n", "2:1: 'lint.required' is a table, not []"),
        ('[lint]\nrequired = {book = "title"}\n', "2:1: 'lint.required.book' is a list in brackets, not \"title\""),
        ("[lint.required]\nbook = [1]\n", "2:1: each of 'lint.required.book' is a text in quotes, not 1"),
        ("[lint]\nrequired.bok = []\n", f"2:1: 'lint.required.bok' {NO_TYPE}"),
        ("[lint]\n\n  area-most = true\n", "3:3: 'lint.area-most' is a whole number, not true"),
        ("lint.area-most = 0\n", "1:1: 'lint.area-most' is more than 0, not 0"),
        ("[lint]\nid-pattern = '*'\n", f"2:1: 'lint.id-pattern' {NO_PATTERN}"),
        ("[check]\ntimeout = 2020-01-01\n", "2:1: 'check.timeout' is a number, not 2020-01-01"),
        ('[check]\nlook = "x"\n', "2:1: 'check.look' cannot be used: this is no span of time; write 12h, 7d or 4w"),
        ('[hosts."a.org"]\nmethod = "post"\n', "2:1: 'hosts.a.org.method' is one of 'head' or 'get', not \"post\""),
        ('[hosts."a.org"]\nmetod = "get"\n', "2:1: no setting named 'hosts.a.org.metod'; did you mean 'method'?"),
        ('[exports."a.bib"]\n', "1:2: 'exports.a.bib.format' is missing; add it"),
    ],
)  # fmt: skip
def test_the_place_and_what_to_do_are_told(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "readinglist.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadConfig, match=f"^{re.escape(f'{file}:{told}')}$"):
        read_config(file)


EVERY_OPTION = [(name, option) for name, each in all_exporters().items() for option in each.options.model_fields]


@pytest.mark.parametrize(("format", "option"), EVERY_OPTION)
def test_an_option_of_a_format_that_is_of_the_wrong_type_is_told_in_our_words(format: str, option: str) -> None:
    name = all_exporters()[format].options.model_fields[option].alias or option
    for value in (1, -1, 1.5, True, [], [1], ["x"], {}, {"x": 1}, datetime.date(2020, 1, 1)):
        try:
            all_exporters()[format].options.model_validate({name: value})
        except ValidationError:
            with pytest.raises(ReadingListError) as told:
                all_exporters()[format](Catalog(), {name: value})
            assert "nput should" not in str(told.value)
            assert "rror" not in str(told.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[project]\n[tool.readinglist.lint]\nignore = 1\n", "3:1: 'lint.ignore' is a list in brackets, not 1"),
        ("tool.readinglist = 1\n", "1:1: 'tool.readinglist' is a table, not 1"),
        ("tool = 1\n", "1:1: 'tool.readinglist' is a table, not 1"),
    ],
)
def test_a_table_of_pyproject_is_told_like_a_file_of_its_own(text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(BadConfig, match=f"^{re.escape(f'{file}:{told}')}$"):
        read_config(file)
