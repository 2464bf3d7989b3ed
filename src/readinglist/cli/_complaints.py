"""What click complains of, in our words: what is wrong, and what to do."""

from __future__ import annotations

import click

from readinglist.errors import nearest


def told(error: click.ClickException) -> str:
    """Return the complaint as one sentence that ends with advice."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    advice = f"see `{ctx.command_path} --help`" if ctx else ""
    said = _said(error, ctx)
    return said if ";" in said or not advice else f"{said}; {advice}"


def _said(error: click.ClickException, ctx: click.Context | None) -> str:
    match error:
        case click.NoSuchOption(option_name=name):
            known = [word[2:] for param in ctx.command.params for word in param.opts if word[:2] == "--"] if ctx else []
            hint = f"did you mean '--{found}'?" if (found := nearest(name.lstrip("-"), known)) else ""
            return f"no option named '{name}'" + (f"; {hint}" if hint else "")
        case click.MissingParameter(param=click.Parameter() as param):
            return f"{param.make_metavar(ctx) if ctx else param.name} is missing".replace("...", "")
        case click.BadParameter(param=click.Parameter() as param):
            name = param.opts[0] if isinstance(param, click.Option) else str(param.name).upper()
            return f"{name}: {_plain(error.message)}"
        case click.BadOptionUsage(option_name=name):
            if "requires" in error.message:
                return f"{name} needs a value; write {name} and the value after it"
            return f"{name} takes no value; write {name} alone"
    return _plain(error.format_message())


def _plain(message: str) -> str:
    return (message[:1].lower() + message[1:]).rstrip(".").replace(". ", "; ")
