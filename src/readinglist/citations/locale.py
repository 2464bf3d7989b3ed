"""A locale: its terms, date formats and options, each layer of the fallback chain laid over the one before."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from readinglist.citations.typesetting import QuoteMarks
from readinglist.citations.xmltree import Element


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the locale in one form, with its plural and its grammatical gender."""

    single: str
    multiple: str
    gender: str = ""
    match: str = ""


_FALLBACK_FORMS = {"verb-short": "verb", "symbol": "short", "verb": "long", "short": "long"}
_ORDINAL = re.compile(r"ordinal(-\d\d)?$")


@dataclass(slots=True)
class Locale:
    """What a language brings; filled layer by layer before anybody reads it."""

    language: str = "en-US"
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)
    ordinals: dict[tuple[str, str], Term] = field(default_factory=dict)
    dates: dict[str, Element] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)

    def lay(self, element: Element) -> None:
        """Put one `cs:locale` over what is there."""
        for options in element.all("style-options"):
            self.options.update(options.attributes)
        for date in element.all("date"):
            self.dates[date.get("form")] = date
        for terms in element.all("terms"):
            self._lay_terms(terms.children)

    def _lay_terms(self, elements: Iterable[Element]) -> None:
        ordinals: dict[tuple[str, str], Term] = {}
        for element in elements:
            name, term = element.get("name"), _term(element)
            if _ORDINAL.match(name):
                ordinals[name, element.get("gender-form")] = term
            else:
                self.terms[name, element.get("form", "long") + _gendered(element)] = term
        if ordinals:
            self.ordinals = ordinals

    def term(self, name: str, form: str = "long", plural: bool = False, gender: str = "") -> str | None:
        """The word in the asked form or the nearest there is; None where the locale does not know it."""
        found = self._find(name, form, gender)
        if found is None:
            return None
        return found.multiple if plural else found.single

    def gender(self, name: str) -> str:
        """The grammatical gender of the noun, "" where it has none."""
        found = self._find(name, "long", "")
        return found.gender if found else ""

    def _find(self, name: str, form: str, gender: str) -> Term | None:
        while True:
            found = self.terms.get((name, f"{form}/{gender}")) if gender else None
            found = found or self.terms.get((name, form))
            if found is not None or form not in _FALLBACK_FORMS:
                return found
            form = _FALLBACK_FORMS[form]

    @property
    def quote_marks(self) -> QuoteMarks:
        """The quotation marks, and whether punctuation goes inside them."""
        return QuoteMarks(
            (self.term("open-quote") or "“", self.term("close-quote") or "”"),
            (self.term("open-inner-quote") or "‘", self.term("close-inner-quote") or "’"),
            self.options.get("punctuation-in-quote") == "true",
        )

    def ordinal_suffix(self, number: int, gender: str) -> str:
        """What turns the number into an ordinal, like the "th" of 4th."""
        for name in _ordinal_names(number):
            for wanted in (gender, "") if gender else ("",):
                term = self.ordinals.get((name, wanted))
                if term is not None and _covers(name, term.match, number):
                    return term.single
        return ""

    def english(self) -> bool:
        """Whether this is a kind of English."""
        return self.language[:2].lower() == "en"


def _ordinal_names(number: int) -> tuple[str, ...]:
    last_two = number % 100
    if last_two < 10:
        return (f"ordinal-{last_two:02}", "ordinal")
    return (f"ordinal-{last_two:02}", f"ordinal-{last_two % 10:02}", "ordinal")


def _covers(name: str, match: str, number: int) -> bool:
    if name == "ordinal":
        return True
    stated = int(name[-2:])
    if match == "whole-number":
        return number == stated
    if match == "last-two-digits" or stated > 9:
        return number % 100 == stated
    return number % 10 == stated


def _gendered(element: Element) -> str:
    gender = element.get("gender-form")
    return f"/{gender}" if gender else ""


def _term(element: Element) -> Term:
    single, multiple = element.find("single"), element.find("multiple")
    if single is None and multiple is None:
        text = "" if "\n" in element.text and element.text.isspace() else element.text
        return Term(text, text, element.get("gender"), element.get("match"))
    one = _term(single).single if single else ""
    return Term(one, _term(multiple).single if multiple else one, element.get("gender"), element.get("match"))


_PRIMARY_DIALECTS = {
    "af": "af-ZA", "bal": "bal-PK", "bg": "bg-BG", "brh": "brh-PK", "ca": "ca-AD", "cs": "cs-CZ", "cy": "cy-GB",
    "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR",
    "fi": "fi-FI", "fr": "fr-FR", "gl": "gl-ES", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU",
    "hy": "hy-AM", "id": "id-ID", "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR",
    "lij": "lij-IT", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "ms": "ms-MY", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "pa": "pa-PK", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK",
    "sl": "sl-SI", "sr": "sr-Cyrl-RS", "sv": "sv-SE", "th": "th-TH", "tl": "tl-PH", "tr": "tr-TR", "uk": "uk-UA",
    "vi": "vi-VN", "zh": "zh-CN",
}  # fmt: skip


def fallback_chain(language: str) -> list[str]:
    """The languages to lay over each other, the most general first: de-AT stands on de-DE on en-US."""
    base = language.split("-")[0].lower()
    primary = _PRIMARY_DIALECTS.get(base, base)
    return list(dict.fromkeys(["en-US", primary, language]))
