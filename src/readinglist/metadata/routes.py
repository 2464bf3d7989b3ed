"""Which sources are asked about a subject, in which order, and whose leads are followed to where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from readinglist.metadata.outcome import Known
from readinglist.metadata.resolving import subject_of
from readinglist.metadata.subject import Kind, Subject
from readinglist.sources._source import Source

# Where a record of one kind may lead on to a record of the same work. That of a preprint, or of a DOI, leads to other
# versions of the work: these are for `upgrade`, and never mixed into one record.
_LEADS: Mapping[Kind, frozenset[Kind]] = {
    "url": frozenset({"doi", "arxiv", "pmid", "isbn", "openreview", "acl"}),
    "pmid": frozenset({"doi"}),
    "pmcid": frozenset({"doi", "pmid"}),
    "github": frozenset({"doi"}),
    "openreview": frozenset({"doi"}),
    "acl": frozenset({"doi"}),
    "dblp": frozenset({"doi"}),
    "huggingface": frozenset({"doi", "url"}),
    "isbn": frozenset({"isbn"}),
    "youtube": frozenset({"url"}),
}
TRUSTED_LEADS: frozenset[tuple[Kind, Kind]] = frozenset({("pmid", "doi"), ("pmcid", "doi"), ("pmcid", "pmid")})
"""Leads of a registry itself: what they lead to may be called otherwise."""

_PAGES: Mapping[Kind, str] = {
    "doi": "https://doi.org/{}",
    "arxiv": "https://arxiv.org/abs/{}",
    "github": "https://github.com/{}",
    "openreview": "https://openreview.net/forum?id={}",
    "acl": "https://aclanthology.org/{}/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    "youtube": "https://www.youtube.com/watch?v={}",
    "huggingface": "https://huggingface.co/{}",
    "dblp": "https://dblp.org/rec/{}",
    "swhid": "https://archive.softwareheritage.org/{}",
    "url": "{}",
}


def page_of(subject: Subject) -> str:
    """Return the address of a page about a subject; nothing where there is none."""
    value = subject.value if subject.kind == "url" else quote(subject.value, safe="/:;()@")
    return _PAGES[subject.kind].format(value) if subject.kind in _PAGES else ""


def sources_for(subject: Subject, sources: Iterable[Source], agency: str = "") -> list[Source]:
    """Return the sources for a subject, the most trusted first; of a DOI only those of its agency, if it is known."""
    able = [source for source in sources if subject.kind in source.kinds]
    if agency and any(source.agency == agency for source in able):
        able = [source for source in able if source.agency in {"", agency}]
    elif agency:
        able = [source for source in able if not source.agency]
    return sorted(able, key=lambda source: (source.rank, source.name))


def leads(subject: Subject, known: Known) -> Iterator[Subject]:
    """Yield the records of the same work that an answer leads to."""
    for name in known.see:
        lead = subject_of(name)
        if lead and lead != subject and lead.kind in _LEADS.get(subject.kind, ()):
            yield lead
