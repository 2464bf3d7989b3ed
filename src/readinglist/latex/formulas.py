"""Formulas that are no more than a letter of another alphabet or a raised figure, as the characters they print."""

from __future__ import annotations

import re

from readinglist.latex.macros import NAMES, RAISED

_FORMULA = re.compile(r"\$([^$]{1,60})\$")
_SIMPLE = re.compile(r"\s*(\\[A-Za-z]+|[\u0370-\u03ff])?\s*((?:[_^](?:\{[^{}]*(?:\{[^{}]*\})?\}|[0-9+-])\s*)*)")
_SCRIPT = re.compile(r"([_^])(?:\{(.*?)\}|(.))\s*(?=[_^]|\Z)")
_UPRIGHT = re.compile(r"\\(?:textrm|mathrm|rm|text)\s*\{?([^{}]*)\}?")
_ORDINAL = re.compile(  # 4$^{th}$, $13^{\rm th}$, $4^{\textrm{ème}}$
    r"(?:(?<=\d)\$|\$(\d+))\s*\^\s*\{?\s*"
    r"(?:\\(?:textrm|mathrm|text|rm)\s*\{?\s*([^\W\d_]{1,4})\s*\}?|(st|nd|rd|th))\s*\}?\s*\$"
)
_GREEK = re.compile(r"[\u0370-\u03ff]")


def plain_formulas(text: str) -> str:
    """Return the text with `$\\alpha$`, `$_2$`, `$\\Sigma^{0}$` and `$4^{th}$` as α, ₂, Σ⁰ and 4th; others stay."""
    if "$" not in text:
        return text
    return _FORMULA.sub(_plain, _ORDINAL.sub(lambda found: "".join(filter(None, found.groups())), text))


def _plain(formula: re.Match[str]) -> str:
    found = _SIMPLE.fullmatch(formula[1])
    if not found or not (found[1] or found[2]):
        return formula[0]
    letter = NAMES.get(found[1][1:], "") if found[1] and found[1][0] == "\\" else found[1] or ""
    scripts = "".join(_script(each) or "$" for each in _SCRIPT.finditer(found[2]))
    known = "$" not in scripts and (not found[1] or bool(_GREEK.fullmatch(letter)))
    return letter + scripts if known else formula[0]


def _script(found: re.Match[str]) -> str:
    text = _UPRIGHT.sub(r"\1", found[2] or found[3] or "").strip()
    table = RAISED["textsuperscript" if found[1] == "^" else "textsubscript"]
    return text.translate(table) if text and all(ord(sign) in table for sign in text) else ""
