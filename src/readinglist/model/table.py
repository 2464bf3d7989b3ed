"""Tables of readinglist.toml: plain values, which pydantic checks where somebody wrote one.

A setting is a field of a dataclass: its type and its bounds say what fits, the text under it is its entry in the
manual. Most commands run on the usual settings, and then nothing has to be checked, nor pydantic to be loaded, which
takes longer than many a command.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


def dashed(name: str) -> str:
    """Return the key of a setting: that of `max_age` is `max-age`."""
    return name.replace("_", "-")


class Table:
    """What tables have in common: no key but those of the fields, and no value of another type."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "extra": "forbid",
        "strict": True,
        "allow_inf_nan": False,
        "alias_generator": dashed,
    }

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = handler(source)
        resolved: Any = handler.resolve_ref_schema(schema)
        resolved["strict"] = False  # what TOML has is no instance of ours, but a dict
        return schema


class Checked:
    """Marks a type whose values a function lets through, or refuses with a `ValueError`."""

    def __init__(self, check: Callable[[Any], Any]) -> None:
        self.check = check

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic import AfterValidator

        return handler.generate_schema(Annotated[source, AfterValidator(self.check)])


class Listed:
    """Marks what TOML has no type of its own for: a fixed sequence is a list there, and one of several words a text."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic import Strict

        return handler.generate_schema(Annotated[source, Strict(False)])


LISTED = Listed()
Texts = Annotated[tuple[str, ...], LISTED]
