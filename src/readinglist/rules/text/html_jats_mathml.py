import re
from collections.abc import Iterator

from readinglist.latex.macros import RAISED
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

_PLAIN = "i|b|u|em|strong|italic|bold|sc|scp|span|underline|p|title|sec|br|div|tt|monospace"
_RAISED = "sup|sub"
_MATHS = "math|mi|mo|mn|mrow|msup|msub|msubsup|mfrac|inline-formula|tex-math|alternatives|ext-link|list|list-item"
_TAG = re.compile(rf"<(/?)((?:jats|mml):)?({_PLAIN}|{_RAISED}|{_MATHS})(?:\s[^<>]{{0,300}})?/?>", re.IGNORECASE)
_SCRIPT = re.compile(rf"<(?:jats:)?({_RAISED})>([^<>]{{0,40}})</(?:jats:)?\1>", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:jats:)?(?:p|title|sec|div|br)(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_OTHER_MARKUP = re.compile(r"[<>&\\{}]")
_LONG = 200
_FIELDS = PROSE - {"annote"}


@rule(Severity.WARNING)
def html_jats_mathml(catalog: Catalog) -> Iterator[Finding]:
    """A text holds the marks of HTML, JATS or MathML: `<i>`, `<jats:p>`, `<mml:math>`.

    Publishers' records have them. A catalog is plain text, and everywhere but in a browser they are shown as they
    are. Raised and lowered digits become signs of their own (CO₂); formulas are left to a person.

    Flagged:

        - id: italics
          title: The genome of <i>Arabidopsis thaliana</i>

    Fixed:

        - id: italics
          title: The genome of Arabidopsis thaliana

    Flagged:

        - id: lowered
          title: Capture of CO<sub>2</sub>

    Fixed:

        - id: lowered
          title: Capture of CO₂

    Flagged:

        - id: abstract
          abstract: <jats:title>Abstract</jats:title><jats:p>We show it.</jats:p>

        - id: formula
          title: On <mml:math><mml:mi>x</mml:mi></mml:math>-rays

    Fine:

        - id: plain
          title: The <b> tag, Vec<T>, a < b > c and <i> alone
          annote: Use <i>this</i>.
    """
    for place, text in texts(catalog, _TAG, _FIELDS, _TAG):
        tags = list(_TAG.finditer(text))
        if any(tag[1] or tag[2] or tag[0].endswith("/>") for tag in tags):
            yield Finding(place, f"'{tags[0][0][:60]}' is markup of a web page; write plain text", _fix(place, text))


def _fix(place: Place, text: str) -> Fix | None:
    blocks = filter(None, map(str.strip, _BLOCK.split(_SCRIPT.sub(_raised, text))))
    plain = ("\n\n" if "\n" in text or len(text) > _LONG else " ").join(blocks)
    if any(tag[3].lower() not in _PLAIN.split("|") for tag in _TAG.finditer(plain)):
        return None
    clean = _TAG.sub("", plain).strip()
    return set_value(place, clean, safe=not _OTHER_MARKUP.search(clean))


def _raised(found: re.Match[str]) -> str:
    table = RAISED["textsuperscript" if found[1].lower() == "sup" else "textsubscript"]
    return found[2].translate(table) if all(ord(sign) in table for sign in found[2]) else found[0]
