"""What the owner of a list asks of it beyond what is right for every list: the house rules of readinglist.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Annotated

from readinglist.errors import did_you_mean
from readinglist.model.table import LISTED, Checked, Table, Texts
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


TypeName = Annotated[str, Checked(_type)]
FieldNames = Annotated[str, Checked(_alternatives)]
FieldOrder = Annotated[str, Checked(_order)]
Pattern = Annotated[str, Checked(_pattern)]


PRAISE = (
    *("best-in-class", "breathtaking", "cutting-edge", "game changer", "game-changing", "ground-breaking"),
    *("groundbreaking", "mind-blowing", "must read", "must-read", "unparalleled", "world-class"),
)


@dataclass(frozen=True)
class HouseRules(Table):
    """What rules may ask only because the owner of the list does; a rule finds it as `catalog.house`."""

    required: dict[TypeName, Annotated[tuple[FieldNames, ...], LISTED]] = field(default_factory=dict)
    """The fields that entries of a type must state, by type; `author|editor` asks for one of the two."""
    order: FieldOrder = ""
    """The field by which the entries of a file are sorted; `-issued` for the newest first."""
    id_pattern: Pattern = ""
    """The regular expression that every id must match as a whole."""
    area_most: int | None = field(default=None, metadata={"gt": 0})
    """The most entries that an area may have."""
    area_fewest: int | None = field(default=None, metadata={"gt": 0})
    """The fewest entries that an area may have."""
    annotations: bool = False
    """Every entry that is listed must say why to read it (`annote`)."""
    annotation_longest: int | None = field(default=None, metadata={"gt": 0})
    """The most characters that an annotation may have."""
    annotation_shortest: int | None = field(default=None, metadata={"gt": 0})
    """The fewest characters that one may have."""
    praise: Texts = PRAISE
    """Words that praise instead of telling, for annotations."""
    allowed_hosts: Texts = ()
    """The hosts that links may lead to: `arxiv.org`, `*.edu`; any, if none is named."""
    to_read_days: int | None = field(default=None, metadata={"gt": 0})
    """After how many days an unread entry is told of."""
