"""Output formats, a file each: `FORMAT` says how text is escaped and what stands around marked stretches."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from readinglist.citations.errors import UnknownFormat
from readinglist.citations.output.format import Format


def format_named(name: str) -> Format:
    """The format of that name."""
    if name not in format_names():
        raise UnknownFormat(name, format_names())
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found


def format_names() -> list[str]:
    """The formats there are."""
    return sorted(module.name for module in iter_modules(__path__) if module.name != "format")
