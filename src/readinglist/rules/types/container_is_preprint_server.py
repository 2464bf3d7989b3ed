import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit, Fix, Remove, SetValue
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.spelling import spelled
from readinglist.model.types import canonical_type
from readinglist.rules import rule
from readinglist.rules._texts import states

_SERVERS = {
    "arxiv": "arXiv", "corr": "arXiv", "biorxiv": "bioRxiv", "medrxiv": "medRxiv", "chemrxiv": "ChemRxiv",
    "psyarxiv": "PsyArXiv", "engrxiv": "engrXiv", "techrxiv": "TechRxiv",
}  # fmt: skip
_SERVER = re.compile(
    rf"(?P<server>{'|'.join(_SERVERS)})(?:\.org)?(?P<words>(?: e-?prints?| preprints?)*)"
    r"(?:[ ,:]*(?:arxiv:)?(?P<number>\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}))?"
    r"(?: ?[\[(](?P<section>[a-z-]+(?:\.[A-Za-z-]+)?)[\])])?",
    re.IGNORECASE,
)
_ON_ITS_OWN = frozenset({"article", "article-journal", "document", "manuscript"})


@rule(Severity.WARNING)
def container_is_preprint_server(catalog: Catalog) -> Iterator[Finding]:
    """A preprint is filed as an article of a journal, and the journal is arXiv.

    A server takes what it is sent; to cite it like a journal claims a review that there was not. Here a preprint is
    of the type `article`, with the genre `Preprint` and its server as `publisher`, and each style says it in its own
    words. The fix keeps the section and the number, where they are named.

    Flagged:

        - id: shazeer2019
          type: article-journal
          container-title: arXiv [cs.NE]
          issued: 2019

    Fixed:

        - id: shazeer2019
          type: article
          genre: Preprint
          issued: 2019
          publisher: arXiv
          arxiv-class: cs.NE

    Flagged:

        - id: number
          type: article-journal
          container-title: arXiv preprint arXiv:1911.02150

        - id: dblp
          type: article-journal
          container-title: CoRR
          volume: abs/1911.02150

        @article{shazeer2019,
          title = {Fast transformer decoding},
          journal = {arXiv preprint arXiv:1911.02150},
        }

    Fine:

        - id: shazeer2019
          type: article
          genre: Preprint
          publisher: arXiv
          arxiv: "1911.02150"
        - id: journal
          type: article-journal
          container-title: Archives of Sciences
    """
    for entry in catalog:
        found = _SERVER.fullmatch(entry.container_title.strip()) if entry.container_title else None
        if found:
            server = _SERVERS[found["server"].lower()]
            told = f"{server} is no journal; the type is article, the genre Preprint, and {server} the publisher"
            if entry.place in catalog.by_record:
                told = f"{server} is no journal; write the entry as @misc, with `eprint` and `archivePrefix`"
            yield Finding(entry.at("container-title"), told, _fix(catalog, entry, server, found))


def _fix(catalog: Catalog, entry: Entry, server: str, found: re.Match[str]) -> Fix | None:
    """Return the edits that say the same otherwise; None where the entry says more than a preprint can be."""
    listed = entry.volume is not None and entry.volume.startswith("abs/")
    more = entry.doi and not entry.doi.lower().startswith("10.48550/")
    word = catalog.fields(entry).get(spelled(catalog.fields(entry), "type"), entry.type)
    known = canonical_type(str(word))
    if not known or known[0] not in _ON_ITS_OWN or more or entry.issue or (entry.volume and not listed):
        return None
    edits: list[Edit] = [Remove(entry.at("container-title"))]
    wanted = {"type": "article", "genre": "Preprint", "publisher": server, "arxiv-class": _section(found["section"])}
    number = found["number"] or (entry.volume or "").removeprefix("abs/") if server == "arXiv" else None
    wanted["arxiv"] = number or None
    for name, value in wanted.items():
        if value and (name == "type" or not states(catalog, entry.at(name))) and entry.get(name) != value:
            edits.append(SetValue(entry.at(name), value))
    if listed:
        edits.append(Remove(entry.at("volume")))
    return Fix(tuple(edits))


def _section(text: str | None) -> str | None:
    if not text:
        return None
    archive, dot, section = text.partition(".")
    return archive.lower() + dot + (section.upper() if len(section) == 2 else section)
