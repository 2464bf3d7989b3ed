"""The two dialects: classic BibTeX is ASCII with accents as brace groups, BibLaTeX is UTF-8."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from readinglist.exporters._bib.names import names_latex
from readinglist.latex.encode import ascii_latex, unicode_latex
from readinglist.latex.protect import title_latex
from readinglist.model.person import Person

_AND = re.compile(r"\band\b", re.IGNORECASE)
_DASH = re.compile(r"\s*[-‐‑‒–—]+\s*")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How plain text becomes the value of a field; what is not there becomes an empty one."""

    spell: Callable[[str], str]
    labelled: bool
    """Whether styles make labels of names letter by letter, as alpha.bst does."""

    def text(self, text: str | None) -> str:
        """Return text that no style changes."""
        return _spelled(self.spell, text) if text else ""

    def title(self, text: str | None, keep: Iterable[str] = ()) -> str:
        """Return text whose capitals a style may change, with braces around those that must stay."""
        return title_latex(text, keep, self.spell) if text else ""

    def names(self, people: Sequence[Person], *, others: bool = False) -> str:
        """Return a list of names; nothing where there are none."""
        return names_latex(people, self.spell, others=others, labelled=self.labelled) if people else ""

    def body(self, text: str | None) -> str:
        """Return one institution or publisher in a list that ` and ` divides."""
        spelled = self.text(text)
        return f"{{{spelled}}}" if text and _AND.search(text) else spelled

    def pages(self, text: str | None) -> str:
        """Return pages with the dash that TeX sets between numbers."""
        if text and text.isascii() and text.count("-") < 2 and text.replace("-", "").isalnum():
            return text.replace("-", "--")
        return "--".join(map(self.spell, _DASH.split(text))) if text else ""


@lru_cache(4096)
def _spelled(spell: Callable[[str], str], text: str) -> str:
    """Spell what comes again and again: publishers, journals, keywords."""
    return spell(text)


CLASSIC = Dialect(ascii_latex, labelled=True)
MODERN = Dialect(unicode_latex, labelled=False)
