"""Thorny entries in any number, the same for the same seed: nasty titles, names, dates and addresses, each marked.

Every entry's names, title and address stand between marks that survive any style, so that what a PDF says of
them can be compared with what they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from readinglist.latex.mathmode import formulas
from readinglist.model.catalog import Catalog
from tests.exporters.made import catalog_of
from tests.latex.nasty import FORMULAS, NAMES, TITLES

# Their titles stand before the container, the publisher or the version, which carries the closing mark.
TYPES = ("article-journal", "book", "chapter", "paper-conference", "post-weblog", "report", "software", "thesis")
ON_THE_WEB = frozenset({"post-weblog", "software"})

_PLAIN = "deep learning of models in Sparse Attention for GPUs with LoRA and GPT-4 by 3D iOS vs. C++ a A I".split()
_LATIN = (
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĨĩĪīĬĭĮįİıĴĵ"
)
_MORE_LATIN = "ĶķĹĺĻļĽľŁłŃńŅņŇňŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžȘșȚțǍǎǏǐǑǒǓǔǪǫḌḍḤḥṂṃṆṇṚṛṢṣṬṭẒẓẼẽẸẹỌọỤụ"
_GREEK = "αβγδεζηθικλμνξπρσςτυφχψωΓΔΘΛΞΠΣΦΨΩ"
_SIGNS = "\\{}%&#_$~^`'\"<>|*+-=/@!?()[].,:;–—‘’“”„«»…·×÷±≠≤≥≈∞∈∅←→↔⇒©®§¶†‡•°€£¥½µ"
_KINDS = ("plain", "plain", "latin", "greek", "signs", "title word", "formula")


class Thorn(NamedTuple):
    """An entry as plain data, and the title that a PDF must print."""

    fields: dict[str, Any]
    printed: str

    @property
    def names(self) -> list[dict[str, str]]:
        """The names between the two marks."""
        people: list[dict[str, str]] = self.fields["author"][1:-1]
        return people


def thorny(count: int, seed: int = 1) -> list[Thorn]:
    """Return so many entries, no two alike."""
    chance = random.Random(seed)
    return [_thorn(at, chance) for at in range(count)]


def thorny_catalog(thorns: list[Thorn]) -> Catalog:
    """Return the catalog of some entries."""
    return catalog_of(*(thorn.fields for thorn in thorns))


def _thorn(at: int, chance: random.Random) -> Thorn:
    title, printed = _title(chance)
    mark = f"QYT{at}Q"
    names = [{"literal": f"QXN{at}Q"}, *_names(chance), {"literal": f"QXT{at}Q"}]
    fields = {"type": chance.choice(TYPES), "title": title, "author": names, "issued": _date(chance)}
    where = {"container-title": mark, "publisher": mark, "version": mark, "URL": _address(at, chance)}
    return Thorn({"id": f"t{at}", **fields, **where}, printed)


def _title(chance: random.Random) -> tuple[str, str]:
    if chance.random() < 0.1:
        title = chance.choice(TITLES)
        return title, title
    parts = [_part(chance.choice(_KINDS), chance) for _ in range(chance.randint(1, 7))]
    title = " ".join(part for part, _ in parts)
    listed = [formula for part, _ in parts if part in dict(FORMULAS) for formula in _formulas(part)]
    if _formulas(title) != listed:  # two dollars of which chance made a formula
        return _title(chance)
    return title, " ".join(printed for _, printed in parts)


def _formulas(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in formulas(text)]


def _part(kind: str, chance: random.Random) -> tuple[str, str]:
    if kind == "formula":
        return chance.choice(FORMULAS)
    made = {
        "plain": lambda: chance.choice(_PLAIN),
        "latin": lambda: "".join(chance.choices(_LATIN + _MORE_LATIN, k=chance.randint(1, 8))),
        "greek": lambda: "".join(chance.choices(_GREEK, k=chance.randint(1, 4))),
        "signs": lambda: "".join(chance.choices(_SIGNS + "aZ0", k=chance.randint(1, 6))),
        "title word": lambda: chance.choice(chance.choice(TITLES).split()),
    }[kind]()
    return made, made


def _names(chance: random.Random) -> Iterator[dict[str, str]]:
    for _ in range(chance.randint(1, 4)):
        family, given, _ = chance.choice(NAMES)
        name = {"family": family, "given": given if chance.random() < 0.9 else chance.choice(_PLAIN)}
        if chance.random() < 0.2:
            name["non-dropping-particle"] = chance.choice(["van der", "de", "von"])
        if chance.random() < 0.1:
            name["suffix"] = chance.choice(["Jr.", "III"])
        yield {"literal": f"{given} and {family}, & Co."} if chance.random() < 0.15 else name


def _date(chance: random.Random) -> str:
    year, month = chance.randint(1000, 2099), chance.randint(1, 12)
    shapes = (f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-17", f"{year}/{year + 2}", f"{year}~", f"{year}?")
    return chance.choice([*shapes, f"{year}-{20 + chance.randint(1, 4)}", f"{year}-{month:02}/{year + 1}-02"])


def _address(at: int, chance: random.Random) -> str:
    path = "".join(chance.choices("abz09-._~!$&'()*+,;=:@?/", k=chance.randint(0, 20)))
    return f"https://example.org/u{at}/{path}%20#{path[:3].strip('~')}/end{at}"


def address_in(text: str, at: int) -> str | None:
    """Return an entry's address as a text without blanks prints it."""
    found = re.search(rf"https://example\.org/u{at}/.*?/end{at}(?!\d)", text)
    return found and found[0]
