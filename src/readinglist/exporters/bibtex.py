"""The format `bibtex`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from readinglist.exporters import Options, exporter
from readinglist.exporters._bib.classic import classic_type, when, within
from readinglist.exporters._bib.kept import with_kept
from readinglist.exporters._bib.parts import keywords, makers, number, publisher, sentences, taken_for
from readinglist.exporters._bib.preferred import preferred
from readinglist.exporters._bib.record import Pairs, Record, bib_text, record
from readinglist.exporters._bib.spelling import CLASSIC
from readinglist.exporters._losses import fields, loss, orcids, passed_over, retyped, unheld, unwritten
from readinglist.latex.encode import unsettable
from readinglist.latex.languages import babel_name, is_english
from readinglist.latex.verbatim import url_command, verbatim
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding
from readinglist.model.person import Person

_HELD = fields(
    "id type genre title author editor translator director host performer composer series-creator producer compiler"
    " curator organizer contributor others issued container-title collection-title collection-number volume issue page"
    " number edition chapter-number version event-title event-place publisher publisher-place authority DOI arxiv"
    " arxiv-class rfc ISBN ISSN PMID PMCID URL archive-url accessed language abstract keyword note annote area tags"
    " citation protect"
)


def losses(catalog: Catalog) -> Iterator[Finding]:
    """Yield what BibTeX has no field for, what it holds in part, and what pdflatex cannot print."""
    yield from unheld(catalog, "BibTeX", _HELD)
    yield from orcids(catalog, "BibTeX")
    yield from passed_over(catalog, "BibTeX")
    for entry, written in zip(catalog, records(catalog, BibtexOptions()), strict=True):
        if not (entry.citation and entry.citation.bibtex):
            yield from _beyond_the_type(entry, written)
        date = entry.issued
        if date and (date.begin.day or date.open_end or (date.end and date.end.month)):
            yield loss(entry, "issued", f"BibTeX holds year and month, not all of `{date}`")
        for name in _PRINTED:
            if strange := unsettable("\n".join(_texts(entry.get(name)))):
                yield loss(entry, name, f"pdflatex cannot print {' '.join(strange)}; biblatex with lualatex can")


def _beyond_the_type(entry: Entry, written: Record) -> Iterator[Finding]:
    target = f"@{written.type} of BibTeX"
    yield from unwritten(entry, written.fields, _PLACES, target)
    yield from retyped(entry, taken_for(written), target)
    if entry.event_title and written.type != "misc" and (entry.container_title or "booktitle" not in written.fields):
        yield loss(entry, "event-title", f"{target} has no field for `event-title`")
    if entry.genre and written.type not in {*_BODY, "unpublished"}:
        yield loss(entry, "genre", f"{target} has no field for `genre`")


# Where each field is written; which of these a type has differs.
_PLACES = {
    "container-title": "journal booktitle",
    "collection-number": "number",
    "issue": "number",
    "event-place": "note",
    "number": "number pages",
}

_PRINTED = ("title", "author", "editor", "container-title", "collection-title", "publisher", "publisher-place", "note")


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from (person.text for person in value if isinstance(person, Person))
    elif isinstance(value, str):
        yield value


class BibtexOptions(Options):
    """What `bibtex` lets its user choose."""

    url: Literal["auto", "field", "howpublished"] = Field(
        "auto", description="Where addresses go: `howpublished` of @misc and `url` of the rest, or one of them always."
    )
    keywords: bool = Field(True, description="Write areas, tags and keywords.")
    abstract: bool = Field(False, description="Write abstracts.")
    annote: bool = Field(False, description="Write the curator's annotations.")


@exporter(".bib", losses)
def bibtex(catalog: Catalog, options: BibtexOptions) -> str:
    """Write BibTeX that bibtex itself and every classic style can read.

    The file is ASCII: accents stand as brace groups such as `{\\'e}`, so that styles abbreviate and sort
    them right, and capitals that a style must not lower stand in braces. What ASCII has no words for
    stays as it is; pdflatex cannot print it, biblatex with lualatex can. Documents load T1 fonts and `url`
    or `hyperref`.

    An address is printed by every style: types without a field of their own become `@misc` with
    `howpublished = {\\url{...}}`. An entry that says how it wants to be cited (`citation: {bibtex: ...}`)
    is written exactly so.
    """
    return bib_text(records(catalog, options))


def records(catalog: Catalog, options: BibtexOptions) -> Iterator[Record]:
    """Yield the entries as they are written."""
    for entry in catalog:
        yield (preferred(entry) if entry.citation else None) or _derived(entry, options)


def _derived(entry: Entry, options: BibtexOptions) -> Record:
    kind = classic_type(entry)
    derived = record(
        kind,
        entry.id,
        _work(entry, kind),
        within(entry, kind),
        _source(entry, kind),
        when(entry),
        _identifiers(entry),
        _web(entry, kind, options.url),
        _remarks(entry, options),
    )
    return derived._replace(fields=with_kept(entry, derived.fields)) if entry.custom else derived


def _work(entry: Entry, kind: str) -> Pairs:
    title = CLASSIC.title(entry.title, entry.protect)
    people = makers(entry)
    edited = people or kind not in {"misc", "unpublished"}  # which have no editors, so that these stand as authors
    return (
        # The rules for capitals are those of English.
        ("title", f"{{{title}}}" if title and entry.language and not is_english(entry.language) else title),
        ("author", CLASSIC.names(people if edited else entry.editor, others=entry.others)),
        ("editor", CLASSIC.names(entry.editor) if edited else ""),
    )


_BODY = {
    "phdthesis": "school",
    "mastersthesis": "school",
    "techreport": "institution",
    "manual": "organization",
}


def _source(entry: Entry, kind: str) -> Pairs:
    typed = kind in _BODY and kind != "manual" and entry.genre not in _SAID_BY_TYPE
    return (
        (_BODY.get(kind, "publisher"), CLASSIC.text(publisher(entry)) if kind != "unpublished" else ""),
        ("address", CLASSIC.text(entry.publisher_place)),
        ("type", CLASSIC.title(entry.genre) if typed else ""),
        ("number", CLASSIC.text(number(entry)) if kind in {"techreport", "misc"} else ""),
    )


_SAID_BY_TYPE = frozenset({"PhD thesis", "Master's thesis", "Technical report"})


def _identifiers(entry: Entry) -> Pairs:
    archived = bool(entry.arxiv)
    return (
        ("eprint", entry.arxiv and verbatim(entry.arxiv)),
        ("archivePrefix", "arXiv" if archived else ""),
        ("primaryClass", verbatim(entry.arxiv_class) if archived and entry.arxiv_class else ""),
        ("doi", entry.doi and verbatim(entry.doi)),
        ("isbn", entry.isbn),
        ("issn", entry.issn),
        ("pmid", entry.pmid),
        ("pmcid", entry.pmcid),
    )


def _web(entry: Entry, kind: str, placement: str) -> Pairs:
    printed = placement == "howpublished" or (placement == "auto" and kind == "misc")
    accessed = f"Accessed: {entry.accessed}" if entry.accessed and printed else None
    archived = f"Archived at {url_command(entry.archive_url)}" if entry.archive_url else None
    said = [*map(CLASSIC.text, _printed_notes(entry, kind)), accessed, archived]
    return (
        ("howpublished", url_command(entry.url) if entry.url and printed else ""),
        ("url", verbatim(entry.url) if entry.url and not printed else ""),
        ("urldate", entry.accessed.text if entry.accessed and not printed else ""),
        ("note", sentences(*said) if any(said) else ""),
    )


def _printed_notes(entry: Entry, kind: str) -> Iterator[str]:
    if kind == "unpublished":  # whose note no style does without
        yield ", ".join(part for part in (entry.genre or "Manuscript", entry.publisher) if part)
    if kind == "misc":
        yield from (part for part in (entry.event_title, entry.event_place) if part)
    if entry.version:
        yield entry.version if entry.version[0].isalpha() else f"Version {entry.version}"
    if entry.translator:
        yield f"Translated by {', '.join(person.text for person in entry.translator)}"
    if entry.note:
        yield entry.note


def _remarks(entry: Entry, options: BibtexOptions) -> Pairs:
    return (
        ("language", (babel_name(entry.language) or CLASSIC.text(entry.language)) if entry.language else ""),
        ("keywords", keywords(entry, CLASSIC, ", ") if options.keywords else ""),
        ("abstract", CLASSIC.text(entry.abstract) if options.abstract else ""),
        ("annote", CLASSIC.text(entry.annotation()) if options.annote else ""),
    )
