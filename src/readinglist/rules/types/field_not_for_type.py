from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import has
from readinglist.model.finding import Finding, Severity
from readinglist.model.record import Record
from readinglist.rules import rule

_WEB = "post post-weblog webpage"
# A field -> the types of works that cannot have one, and what to do instead.
_STRANGE = {
    "container-title": ("book patent thesis", "a whole work is in no other; a series is `collection-title`"),
    "issue": (f"book patent thesis software {_WEB}", "only periodicals have issues; perhaps it is `number`"),
    "volume": (f"patent thesis {_WEB}", "take it away, or correct the type"),
    "edition": (f"article-journal paper-conference patent thesis {_WEB}", "of software it is `version`"),
    "page": (f"software motion_picture {_WEB}", "how many there are is `number-of-pages`"),
}
_TABLE = [(name, frozenset(types.split()), advice) for name, (types, advice) in _STRANGE.items()]

# What BibTeX's styles leave out without a word, by type of entry: where a work is in, and who publishes it.
_LOST = {
    "article": "booktitle",
    "book": "journal booktitle",
    "inproceedings": "journal",
    "incollection": "journal",
    "manual": "journal booktitle",
    "mastersthesis": "journal booktitle publisher",
    "misc": "journal booktitle publisher school institution series",
    "phdthesis": "journal booktitle publisher",
    "techreport": "journal booktitle publisher",
    "unpublished": "journal booktitle publisher",
}
_PUBLISHERS = {"techreport": "institution", "misc": "howpublished", "manual": "organization"}


@rule(Severity.WARNING)
def field_not_for_type(catalog: Catalog) -> Iterator[Finding]:
    """A field says something that works of this type do not have.

    Either the type is wrong, or the field: a book that is "in" a journal, a web page with an issue. Styles print it
    in a place where nobody expects it, or leave it out; BibTeX's leave it out without a word.

    Flagged:

        - id: book
          type: book
          container-title: Springer Series in Statistics

        - id: page
          type: webpage
          issue: 3

        @misc{rooflines,
          title = {Understanding Roofline Charts},
          publisher = {Telesens},
        }

    Fine:

        - id: book
          type: book
          collection-title: Springer Series in Statistics
          volume: 2
        - id: page
          type: webpage
          container-title: Telesens

        @misc{rooflines,
          title = {Understanding Roofline Charts},
          howpublished = {Telesens},
        }
    """
    for entry in catalog:
        for name, types, advice in _TABLE:
            if entry.type in types and has(entry, name) and entry.place not in catalog.by_record:
                yield Finding(entry.at(name), f"works of type {entry.type} have no `{name}`; {advice}")
    for record in catalog.records:
        yield from _lost(record)


def _lost(record: Record) -> Iterator[Finding]:
    for name in _LOST.get(record.kind, "").split():
        if record.fields.get(name, "").strip():
            advice = "correct the type"
            if name == "publisher":
                advice = f"write it as `{_PUBLISHERS.get(record.kind, 'school')}`, or {advice}"
            yield Finding(record.at(name), f"BibTeX prints no '{name}' of an @{record.kind}; {advice}")
