import re
from collections.abc import Iterator

from readinglist.latex.decode import plain_text
from readinglist.latex.protect import protect
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_INNER_CAPITAL = re.compile(r"(?<=[^\W_])[A-ZÀ-ÖØ-Þ]|[A-Z]-?\d")
_PIECE = re.compile(r"\\.|[{}]|:\s+\S|.", re.DOTALL)


@rule(Severity.INFO)
def title_unprotected(catalog: Catalog) -> Iterator[Finding]:
    """A title of a BibTeX file holds a word whose capitals most styles take away.

    `plain.bst` and its like write titles in small letters, and keep only what stands in braces: `{GPU}`. A catalog
    needs no braces; every export sets them around acronyms, camel case and what `protect` names.

    Flagged:

        @article{dao2022,
          title = {FlashAttention: fast attention with IO-awareness on GPUs},
        }

    Fine:

        @article{dao2022,
          title = {{FlashAttention}: fast attention with {IO}-awareness on {GPUs}},
        }
        @article{breiman,
          title = {RANDOM FORESTS},
        }
        @article{spec1,
          title = {Fast inference from transformers: A view},
        }
    """
    for entry in catalog if catalog.records else ():
        record = catalog.by_record.get(entry.place)
        if record and entry.title and not entry.title.isupper() and "title" in record.fields:
            lost = _lost(record.fields["title"], entry.title, entry.protect)
            if lost:
                some = ", ".join(f"'{word}'" for word in lost[:3])
                yield Finding(record.at("title"), f"styles write {some} in small letters; put braces around it"[:250])


def _lost(latex: str, title: str, words: tuple[str, ...]) -> list[str]:
    """Return the words with capitals within them that a catalog's exports keep, and the file as it is loses."""
    printed = plain_text(_as_styles_write(latex))
    if len(printed) != len(title):
        return []
    spans = [(start, end) for start, end in protect(title, words) if printed[start:end] != title[start:end]]
    return [title[start:end] for start, end in spans if _INNER_CAPITAL.search(title[start:end])]


def _as_styles_write(latex: str) -> str:
    """Return a title as BibTeX's `change.case$` makes it: small but for the beginning, after colons and in braces."""
    parts, depth = [], 0
    for number, found in enumerate(_PIECE.finditer(latex)):
        piece = found[0]
        depth += {"{": 1, "}": -1}.get(piece, 0)
        kept = depth > 0 or number == 0 or len(piece) > 1
        parts.append(piece if kept else piece.lower())
    return "".join(parts)
