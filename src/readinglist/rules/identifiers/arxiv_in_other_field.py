import re
from collections.abc import Iterator
from operator import attrgetter

from readinglist.model.addresses import arxiv_in
from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import ATTRIBUTES, Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import ArXiv, is_of_arxiv
from readinglist.rules import rule
from readinglist.rules._texts import states, written_as

_FIELDS = "URL link pdf note number container-title collection-number genre publisher volume".split()
_texts_of = attrgetter(*(ATTRIBUTES[name] for name in _FIELDS))
_SIGN = re.compile(r"[xX][iI][vV]|r5iv|abs/")
_AS_DBLP_HAS_IT = re.compile(r"abs/([\w.-]+(?:/\d+)?)")
_SAID = re.compile(
    r"(?:arxiv )?(?:e-?print |preprint )?(arxiv:\s*[^\s\[]+?)(?: ?\[[\w.-]+\])?(?: ?\(\d{4}\))?\.?", re.I
)


@rule(Severity.WARNING)
def arxiv_in_other_field(catalog: Catalog) -> Iterator[Finding]:
    """The arXiv number of a work stands in some other field, and `arxiv` is empty.

    In `arxiv` the number can be looked up and compared, and every format puts it where it belongs. An
    address may stay where it is. A note that speaks of another paper on arXiv is no mistake: only one that
    is nothing but the number is taken for it.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management
          URL: https://arxiv.org/abs/2309.06180

    Fixed:

        - id: kwon2023paged
          title: Efficient memory management
          arxiv: "2309.06180"
          URL: https://arxiv.org/abs/2309.06180

    Flagged:

        - id: note
          note: arXiv:2309.06180 [cs.LG]

        - id: journal
          journal: arXiv preprint arXiv:2309.06180

        - id: dblp
          journal: CoRR
          volume: abs/2309.06180

        - id: full-text
          pdf: https://arxiv.org/pdf/cs/0112017v2.pdf

    Fine:

        - id: kwon2023paged
          arxiv: "2309.06180"
          URL: https://arxiv.org/abs/2309.06180
        - id: extended
          URL: https://example.org/
          note: Extends arXiv:2309.06180.
        - id: listing
          URL: https://arxiv.org/list/cs.LG/recent
    """
    for entry in catalog:
        if entry.arxiv or not (found := arxiv_stated_elsewhere(entry)) or states(catalog, entry.at("arxiv")):
            continue
        if entry.doi and is_of_arxiv(entry.doi):
            continue  # `arxiv-doi` tells the same
        name, number = found
        told = f"this is the arXiv number {number}; write it as {written_as(catalog, entry, 'arxiv', number)}"
        yield Finding(entry.at(name), told, set_value(entry.at("arxiv"), str(number)))


def arxiv_stated_elsewhere(entry: Entry) -> tuple[str, ArXiv] | None:
    """Return the first field that holds an arXiv number but is not meant for one, and the number."""
    return next(_numbers(entry), None)


def _numbers(entry: Entry) -> Iterator[tuple[str, ArXiv]]:
    for name, text in zip(_FIELDS, _texts_of(entry), strict=True):
        if text and _SIGN.search(text):
            said, listed = _SAID.fullmatch(text.strip()), _AS_DBLP_HAS_IT.fullmatch(text)
            if number := arxiv_in(said[1] if said else f"arXiv:{listed[1]}" if listed else text):
                yield name, number
