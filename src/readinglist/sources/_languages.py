"""The language codes of libraries as the tags of a catalog."""

from __future__ import annotations

import re

_SHORT = dict(
    pair.split(":")
    for pair in """ara:ar bul:bg cat:ca ces:cs chi:zh cze:cs dan:da deu:de dut:nl ell:el eng:en est:et fas:fa fin:fi
    fra:fr fre:fr ger:de gre:el heb:he hin:hi hrv:hr hun:hu ice:is ind:id isl:is ita:it jpn:ja kor:ko
    lat:la lav:lv lit:lt may:ms msa:ms nld:nl nob:nb nor:no per:fa pol:pl por:pt ron:ro rum:ro rus:ru
    scr:hr slk:sk slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi wel:cy zho:zh""".split()
)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
_UNSAID = frozenset({"und", "mul", "zxx", "mis", "xx"})


def language_of(text: str) -> str:
    """Return the BCP 47 tag that a code means; nothing for what is none."""
    text = text.strip()
    if not _TAG.fullmatch(text) or text.lower() in _UNSAID:
        return ""
    return _SHORT.get(text.lower(), text.replace("_", "-"))
