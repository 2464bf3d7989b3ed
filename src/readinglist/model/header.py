"""What a catalog file says besides its references: the list's title, its areas and its editions."""

from __future__ import annotations

from dataclasses import field
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict
from pydantic.dataclasses import dataclass

from readinglist.model.dates import Date
from readinglist.model.entry import Keys, Text

_CONFIG = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Area:
    """A subject that entries belong to, a section of the lists."""

    title: Text
    """The heading."""
    description: Text | None = None
    """What belongs here."""
    parent: Text | None = None
    """The area that this is a part of."""


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Edition:
    """The entries that the list had at some time, in that order."""

    ids: Keys
    """The entries."""
    date: Date | None = None
    """When it was published."""
    title: Text | None = None
    """What it is called."""


def _area(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Header:
    """What a catalog file says besides its references."""

    version: Literal["1"] = "1"
    """The version of the file format."""
    title: Text | None = None
    """What the list is called."""
    description: Text | None = None
    """What the list is about."""
    language: Text | None = None
    """The language of annotations, as a BCP 47 tag."""
    areas: dict[Text, Annotated[Area, BeforeValidator(_area)]] = field(default_factory=dict)
    """The subjects, in the order in which lists show them."""
    editions: dict[Text, Edition] = field(default_factory=dict)
    """Earlier states of the list, by name."""
