import re
from collections.abc import Iterator

from readinglist.latex.decode import plain_text, undecoded
from readinglist.latex.protect import protect
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, set_value
from readinglist.model.entry import NAME_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.rules import rule
from readinglist.rules._texts import SHORT_TEXTS, field_of, texts

_COMMAND = re.compile(
    r"\\(?:[a-zA-Z]{2,20}\s?\{|[\"'`^~=.uvHtcdbkr]\s?\{\\?[a-zA-Z]|[\"'`^~=.][a-zA-Z]|[&%_#$]"
    r"|(?:LaTeX|TeX|alpha|beta|gamma|lambda|mu|pi|epsilon|ell|log|infty|times|ss|ae|AE|oe|aa|AA|o|O|l|L|i)\b)"
)
_BRACED = re.compile(r"\{[a-z]{0,9}[A-Z][A-Za-z0-9+-]*\}")
_MATH = re.compile(r"\$\\?[A-Za-z(][^$\s]{0,40}\$(?!\d)")
_OTHER_MARKUP = re.compile(r"[<>&]|\\(?:url|href|path)\b|\\[\\{}]")
_GROUP = re.compile(r"\{(?!\\)([^{}]*)\}")
_SIGN = re.compile("|".join(sign.pattern for sign in (_COMMAND, _BRACED, _MATH)))


@rule(Severity.WARNING)
def latex_in_text(catalog: Catalog) -> Iterator[Finding]:
    r"""A title, name or publisher holds TeX.

    A catalog is plain Unicode, and every export writes what its format needs: accents and signs for BibTeX,
    braces around words that keep their capitals. TeX in the catalog is shown as it is in lists and on the
    page, and is escaped once more in BibTeX. Write the letters themselves; a word that must keep its capitals
    goes under `protect`. Formulas, and commands that nobody knows, are not translated.

    Flagged:

        - id: accent
          title: G{\"o}del, Escher, Bach

    Fixed:

        - id: accent
          title: Gödel, Escher, Bach

    Flagged:

        - id: braces
          title: "{BERT}: pre-training of transformers"

        - id: ampersand
          publisher: Wiley \& Sons

        - id: math
          title: Sorting in $O(n)$

        - id: name
          author:
          - {family: "M{\\\"u}ller", given: Ada}

    Fine:

        - id: plain
          title: Gödel, Escher, Bach
          publisher: Wiley & Sons
          author: ["{Google DeepMind}"]
        - id: signs
          title: "Sets {0, 1}, C:\\Users, a $5 to $10 budget and US$7/A$9"
          protect: [BERT]
          abstract: We sort in $O(n)$ and \emph{prove} it.
          citation: {bibtex: {type: misc, fields: {title: "{BERT}"}}}
    """
    for place, text in texts(catalog, _SIGN, SHORT_TEXTS, _BRACED, _MATH):
        if Place(place.file, place.path[:2]) in catalog.by_record:
            continue  # in a BibTeX file it is right
        found = _COMMAND.search(text) or _MATH.search(text)
        found = found or (None if field_of(place) in NAME_FIELDS else _BRACED.search(text))
        if found:
            yield Finding(place, f"'{found[0]}' is TeX; write the letters themselves", _fix(place, text))


def _fix(place: Place, latex: str) -> Fix | None:
    """Return the fix that writes what the LaTeX prints; a doubtful one where braces may have meant more."""
    plain = plain_text(latex)
    if plain == latex or undecoded(latex) or "$" in latex:
        return None
    groups = _GROUP.findall(latex)
    kept = [plain[start:end] for start, end in protect(plain)]
    words = (word.strip("{}") for word in _BRACED.findall(latex))
    whole = latex.count("{") == latex.count("}") and not _OTHER_MARKUP.search(latex.replace("\\&", ""))
    sure = (
        whole
        and not any(" " in group or "," in group for group in groups)
        and all(any(word in each for each in kept) for word in words)
    )
    return set_value(place, plain, safe=sure)
