"""Find a citation style by its name, an alias, its title or its field."""

from __future__ import annotations

import click

from readinglist.cli._app import App, command, pass_app


@command
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(min=1), default=20, metavar="N", help="Show the first N only (20).")
@pass_app
def styles(app: App, words: tuple[str, ...], limit: int) -> int:
    """Find citation styles, the likeliest first: "chicago author date", nature, gb7714, psychology."""
    from readinglist.citations import find_styles

    found = find_styles(" ".join(words), limit)
    width = max((len(style.name) for style in found), default=0)
    for style in found:
        same = f" (the same as {style.parent})" if style.parent else ""
        app.report([f"{style.name:{width}}  {style.title}{same}"])
    if not found:
        app.say("no style has all of these words; try fewer or other ones")
    return int(not found)
