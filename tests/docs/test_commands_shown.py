"""Every command that a page shows is one that there is, with options that it has."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from readinglist.cli import group
from tests.docs.blocks import ROOT, every_page
from tests.docs.test_links import read


def shown(page: Path) -> Iterator[str]:
    """Yield the commands in the code of a page, in blocks and in running text."""
    for token in read(page):
        code = [token.content] if token.type in {"fence", "code_block"} else []
        code += [child.content for child in token.children or () if child.type == "code_inline"]
        for line in "\n".join(code).splitlines():
            if found := re.match(r"(?:- run: |\$ )?(readinglist [a-z].*)", line.strip()):
                yield found[1]


def mistake(shown: str) -> str | None:
    """Return the first word of a command that readinglist would not know."""
    words = iter(shlex.split(re.split(r" [|>]|[;&|]{2}", shown.replace("…", ""))[0], comments=True)[1:])
    command: click.Command | None = group
    while isinstance(command, click.Group) and (name := next(words, None)):
        if name.startswith("-") or name.isupper():
            break
        command = command.get_command(click.Context(command), name)
        if command is None:
            return name
    known = {option for param in (command or group).params for option in (*param.opts, *param.secondary_opts)}
    options = [word.partition("=")[0] for word in words if re.match(r"--\w", word)]
    return next((option for option in options if option not in known), None)


@pytest.mark.parametrize("page", list(every_page()), ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_shows_commands_that_there_are(page: Path) -> None:
    assert [command for command in shown(page) if mistake(command)] == []


@pytest.mark.parametrize(
    ("command", "wrong"),
    [
        ("readinglist lint --quiet | cat --all", None),
        ("readinglist lint --write-baseline FILE", "--write-baseline"),
        ("readinglist lnit", "lnit"),
        ("readinglist export markdown --layout=areas --colour red", "--colour"),
    ],
)
def test_a_command_that_there_is_not_is_told(command: str, wrong: str | None) -> None:
    assert mistake(command) == wrong
