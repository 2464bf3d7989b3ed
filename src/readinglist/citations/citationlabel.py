"""Labels like "Knu84": the first letters of the authors' names and the year."""

from __future__ import annotations

from readinglist.citations.items import Item

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
"""How many letters each of so many authors gives; of more, the first four give one."""


def label_of(item: Item) -> str:
    """The label the item brings, or one made from its authors and year."""
    given = item.text("citation-label")
    if given:
        return given
    names = [name.family or name.literal for name in item.names("author")][:4]
    counts = _LETTERS.get(len(names), (1,) * len(names))
    date = item.date("issued")
    year = f"{date.start.year % 100:02}" if date is not None and date.start.year else ""
    return "".join(name[:count] for name, count in zip(names, counts, strict=True)) + year
