"""The drawer of exporters: one file for each format, a catalog into text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError

from readinglist.errors import ReadingListError, UnknownName, did_you_mean
from readinglist.expectations import expectation
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.registry import discover


class Options(BaseModel):
    """What a format lets its user choose; every field is a flag of `export` and a key in readinglist.toml."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=lambda name: name.replace("_", "-"), populate_by_name=True
    )


Chosen = TypeVar("Chosen", bound=Options)


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that a catalog can be written in; made by `@exporter`."""

    name: str
    suffix: str
    options: type[Options]
    write: Callable[[Catalog, Any], str]
    page: str
    module: str
    losses: Callable[[Catalog], Iterable[Finding]]
    """What the catalog states and this format cannot hold, entry by entry."""

    def __call__(self, catalog: Catalog, chosen: Mapping[str, Any] | None = None) -> str:
        """Return the catalog in this format; raise `ReadingListError` where an option is not one."""
        try:
            options = self.options.model_validate(dict(chosen or {}))
        except ValidationError as error:
            raise ReadingListError(f"format {self.name}: {_told(error, self.options)}") from error
        return self.write(catalog, options)


def nothing_lost(catalog: Catalog) -> Iterable[Finding]:
    """Return no finding: what a format says that holds everything, or is not meant to hold it."""
    return ()


def exporter(
    suffix: str, losses: Callable[[Catalog], Iterable[Finding]] = nothing_lost
) -> Callable[[Callable[[Catalog, Chosen], str]], Exporter]:
    """Make an exporter of a function; its name is the format's, with dashes, and its docstring the page."""

    def make(write: Callable[[Catalog, Chosen], str]) -> Exporter:
        import inspect

        name = write.__name__.replace("_", "-")
        options = get_type_hints(write)["options"]
        return Exporter(name, suffix, options, write, inspect.getdoc(write) or "", write.__module__, losses)

    return make


def all_exporters() -> dict[str, Exporter]:
    """Return every exporter there is, by name."""
    return discover(__name__, Exporter)


def find_exporter(name: str) -> Exporter:
    """Return the exporter of this name, or raise `UnknownName` with the nearest one."""
    exporters = all_exporters()
    if name not in exporters:
        raise UnknownName("format", name, exporters)
    return exporters[name]


def _told(error: ValidationError, options: type[Options]) -> str:
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0])
    if first["type"] == "extra_forbidden":
        known = [field.alias or name for name, field in options.model_fields.items()]
        return f"no option '{name}'; {did_you_mean(name, known) or 'see `readinglist export FORMAT --help`'}"
    return f"option '{name}' {expectation(first)}"
