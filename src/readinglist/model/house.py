"""What the owner of a list asks of it beyond what is right for every list: the house rules of readinglist.toml."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict

from readinglist.errors import did_you_mean
from readinglist.model.types import CSL_TYPES


def _type(word: str) -> str:
    if word not in CSL_TYPES:
        raise ValueError(f"no type named '{word}'; {did_you_mean(word, CSL_TYPES) or 'it is one of CSL’s'}")
    return word


def _alternatives(text: str) -> str:
    from readinglist.model.entry import ATTRIBUTES  # most settings name no field

    for name in text.split("|"):
        if name not in ATTRIBUTES:
            raise ValueError(f"no field named '{name}'; {did_you_mean(name, ATTRIBUTES) or 'see docs/catalog.md'}")
    return text


def _order(text: str) -> str:
    return text and _alternatives(text.removeprefix("-")) and text


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"this is no regular expression: {error}") from error
    return text


LISTED = Strict(False)
"""What TOML has no type of its own for: a fixed sequence is a list there, and one of several words a text."""
Texts = Annotated[tuple[str, ...], LISTED]
TypeName = Annotated[str, AfterValidator(_type)]
FieldNames = Annotated[str, AfterValidator(_alternatives)]
FieldOrder = Annotated[str, AfterValidator(_order)]
Pattern = Annotated[str, AfterValidator(_pattern)]


PRAISE = (
    *("best-in-class", "breathtaking", "cutting-edge", "game changer", "game-changing", "ground-breaking"),
    *("groundbreaking", "mind-blowing", "must read", "must-read", "unparalleled", "world-class"),
)


class HouseRules(BaseModel):
    """What rules may ask only because the owner of the list does; a rule finds it as `catalog.house`."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, alias_generator=lambda name: name.replace("_", "-")
    )

    required: dict[TypeName, Annotated[tuple[FieldNames, ...], LISTED]] = Field(
        {},
        description="The fields that entries of a type must state, by type; `author|editor` asks for one of the two.",
    )
    order: FieldOrder = Field(
        "", description="The field by which the entries of a file are sorted; `-issued` for the newest first."
    )
    id_pattern: Pattern = Field("", description="The regular expression that every id must match as a whole.")
    area_most: int | None = Field(None, gt=0, description="The most entries that an area may have.")
    area_fewest: int | None = Field(None, gt=0, description="The fewest entries that an area may have.")
    annotations: bool = Field(False, description="Every entry that is listed must say why to read it (`annote`).")
    annotation_longest: int | None = Field(None, gt=0, description="The most characters that an annotation may have.")
    annotation_shortest: int | None = Field(None, gt=0, description="The fewest characters that one may have.")
    praise: Texts = Field(PRAISE, description="Words that praise instead of telling, for annotations.")
    allowed_hosts: Texts = Field(
        (), description="The hosts that links may lead to: `arxiv.org`, `*.edu`; any, if none is named."
    )
    to_read_days: int | None = Field(None, gt=0, description="After how many days an unread entry is told of.")
