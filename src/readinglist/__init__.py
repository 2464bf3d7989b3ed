"""A curated reading list kept as text in git.

The names imported below are the whole of the Python API; each is loaded when it is first used.
"""

from __future__ import annotations

__version__ = "0.1.0"

TYPE_CHECKING = False  # type checkers take it for true; importing it from typing would cost more than `--version`
if TYPE_CHECKING:
    from typing import Any

    from readinglist.catalog_file.change import Change as Change
    from readinglist.catalog_file.read import read_text as read_text
    from readinglist.catalog_file.schema import json_schema as json_schema
    from readinglist.errors import BadConfig as BadConfig
    from readinglist.errors import BadQuery as BadQuery
    from readinglist.errors import CannotRead as CannotRead
    from readinglist.errors import CannotWrite as CannotWrite
    from readinglist.errors import CatalogBroken as CatalogBroken
    from readinglist.errors import EditRefused as EditRefused
    from readinglist.errors import ReadingListError as ReadingListError
    from readinglist.errors import UnknownName as UnknownName
    from readinglist.linting import lint as lint
    from readinglist.model.catalog import Catalog as Catalog
    from readinglist.model.entry import Entry as Entry
    from readinglist.model.finding import Finding as Finding
    from readinglist.model.finding import Severity as Severity
    from readinglist.model.query import parse_query as parse_query
    from readinglist.reading_list import ReadingList as ReadingList


def _homes() -> dict[str, str]:
    """Return in which module each name of the API lives, as the imports above say."""
    import re
    from pathlib import Path

    imports = re.findall(r"^    from (\S+) import (\w+) as", Path(__file__).read_text("utf-8"), re.MULTILINE)
    return {name: home for home, name in imports}


def __getattr__(name: str) -> Any:
    if name.startswith("_") or name not in (homes := _homes()):
        raise AttributeError(f"module 'readinglist' has no attribute '{name}'")
    import importlib

    found = globals()[name] = getattr(importlib.import_module(homes[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted([*_homes(), "__version__"])
