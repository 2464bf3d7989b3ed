"""Labels like "Knu84": the first letters of the authors' names and the year."""

from __future__ import annotations

from readinglist.citations.items import Item

_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
"""How many letters each of so many authors gives; of more, the first four give one."""
_PEOPLE = ("author", "editor", "director", "translator", "composer", "contributor")


def label_of(item: Item) -> str:
    """The label the item brings, or one made from its authors (failing them, its title) and year."""
    given = item.text("citation-label")
    if given:
        return given
    people = next((item.names(role) for role in _PEOPLE if item.names(role)), ())
    names = [name.family or name.literal for name in people][:4] or [item.text("title")]
    counts = _LETTERS.get(len(names), (1,) * len(names))
    return "".join(_cut(name, count) for name, count in zip(names, counts, strict=True)) + _year(item)


def _cut(name: str, count: int) -> str:
    return "".join(letter for letter in name if letter.isalnum())[:count].capitalize()


def _year(item: Item) -> str:
    date = item.date("issued")
    return f"{abs(date.start.year) % 100:02}" if date is not None else "00"
