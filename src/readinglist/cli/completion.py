"""Print the script that lets a shell complete commands and options."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app
from readinglist.cli._parameters import OneOf


@command
@click.argument("shell", type=OneOf(["bash", "zsh", "fish"]))
@pass_app
def completion(app: App, shell: str) -> None:
    """Print the completion script for a shell.

    bash: eval "$(readinglist completion bash)" in ~/.bashrc; zsh the same in ~/.zshrc;
    fish: readinglist completion fish > ~/.config/fish/completions/readinglist.fish
    """
    from click.shell_completion import get_completion_class

    from readinglist.cli import group

    make = get_completion_class(shell)
    if make is not None:
        app.report([make(group, {}, "readinglist", "_READINGLIST_COMPLETE").source()])
