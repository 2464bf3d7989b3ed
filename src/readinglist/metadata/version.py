"""A version of a work, as far as it takes to tell whether two are of one work: a preprint, or what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

_PREPRINTS = re.compile(
    r"\b(?:arxiv|corr|biorxiv|medrxiv|chemrxiv|ssrn|preprints?(?:\.org)?|research square|techrxiv|osf|engrxiv|psyarxiv"
    r"|eartharxiv|zenodo)\b",
    re.IGNORECASE,
)
_PREPRINT_DOIS = re.compile(
    r"10\.(?:48550/arxiv\.|1101/\d|26434/|2139/ssrn|20944/preprints|21203/rs|31219/osf|5281/)", re.IGNORECASE
)
_NO_WORK = re.compile(
    r"(?:erratum|corrigendum|correction|retraction|addendum|author correction)\b"
    r"|(?:reply|response) to\b|comments? on\b",
    re.IGNORECASE,
)
_NO_KIND = frozenset({"review", "dataset", "figure", "software", "periodical", "collection"})
_WORKSHOP = re.compile(r"\bworkshops?\b|@", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a work."""

    title: str
    families: tuple[str, ...] = ()
    """The family names of its authors, in order; a body's whole name."""
    year: int | None = None
    venue: str = ""
    kind: str = ""
    """Its type, as a catalog calls it."""
    genre: str = ""
    names: tuple[str, ...] = ()
    """What identifies it, as a person would type it: `doi:10…`, `dblp:conf/…`."""
    sources: tuple[str, ...] = ()
    """Who knows it."""
    linked: bool = False
    """Whether arXiv, a registry, or an index by the number of the preprint names it as a version of the work."""

    @property
    def is_preprint(self) -> bool:
        """Whether it stands on a server for preprints."""
        if self.genre in ("Preprint", "Working paper") or _PREPRINTS.search(self.venue):
            return True
        return any(_PREPRINT_DOIS.search(name.removeprefix("doi:")[:40]) for name in self.names if "10." in name)

    @property
    def is_no_paper(self) -> bool:
        """Whether it is about a paper, or belongs to one: a review, an erratum, a data set."""
        return self.kind in _NO_KIND or _NO_WORK.match(self.title.strip()) is not None

    @property
    def standing(self) -> int:
        """How a list of versions is ordered: a journal before a conference before a workshop."""
        if _WORKSHOP.search(self.venue):
            return 3
        return {"article-journal": 0, "paper-conference": 1, "chapter": 1}.get(self.kind, 2)


def version_in(
    fields: Mapping[str, Any], source: str = "", names: Iterable[str] = (), *, linked: bool = False
) -> Version:
    """Return plain fields, as a catalog holds them, as a version; its year is that of its first appearance."""
    people = fields.get("author") or fields.get("editor") or ()
    told = [
        *names,
        *(f"{kind}:{fields[name]}" for name, kind in (("DOI", "doi"), ("arxiv", "arxiv")) if fields.get(name)),
    ]
    return Version(
        title=str(fields.get("title") or ""),
        families=tuple(each.get("family") or each.get("literal") or "" for each in people),
        year=year_in(fields.get("available-date") or fields.get("issued")),
        venue=str(fields.get("container-title") or fields.get("event-title") or fields.get("publisher") or ""),
        kind=str(fields.get("type") or ""),
        genre=str(fields.get("genre") or ""),
        names=tuple(dict.fromkeys(map(_plain, told))),
        sources=(source,) if source else (),
        linked=linked,
    )


def _plain(name: str) -> str:
    """Return a name as one compares it: DOIs are in small letters, and keys of DBLP as they are."""
    return name.lower() if name[:4].lower() == "doi:" else name


def year_in(date: object) -> int | None:
    """Return the year of a date; None where there is none."""
    found = re.match(r"\d{4}", str(date or ""))
    return int(found[0]) if found else None
