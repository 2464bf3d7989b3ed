from collections.abc import Iterator, Mapping

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import states

# What a work of a type cannot be cited without, each with what may take its place.
_ALWAYS = {
    "article-journal": ("container-title",),
    "article-magazine": ("container-title",),
    "article-newspaper": ("container-title",),
    "chapter": ("container-title",),
    "paper-conference": ("container-title|event-title|collection-title",),
    "patent": ("number",),
    "thesis": ("publisher",),
}
_CALLED = {"container-title": "what it is a part of", "publisher": "whose it is", "number": "its number"}


@rule(Severity.WARNING)
def required_field(catalog: Catalog) -> Iterator[Finding]:
    """An entry lacks a field without which works of its type cannot be cited.

    An article is cited by its journal, a chapter by its book, a thesis by its university. What else a list asks for
    stands under `[lint.required]` in readinglist.toml, by type; `author|editor` is content with one of the two.
    A work that is on arXiv can be cited as a preprint, and one that is not out yet (`status`) may lack its place.

    Flagged:

        - id: chapter
          type: chapter
          title: Memory

        - id: thesis
          type: thesis
          title: On memory

        # [lint] required = {webpage = ["author|editor", "accessed"]}
        - id: page
          type: webpage
          editor: [{literal: Example}]

    Fine:

        # [lint] required = {webpage = ["author|editor", "accessed"]}
        - id: page
          type: webpage
          editor: [{literal: Example}]
          accessed: 2025-01-28

        - id: page
          type: webpage
        - id: paper
          type: paper-conference
          event-title: SOSP ’23
        - id: preprint
          type: article-journal
          arxiv: "2309.06180"
    """
    for entry in catalog:
        for wanted in _ALWAYS.get(entry.type, ()):
            if not (entry.arxiv or entry.status) and not _stated(catalog, entry, wanted):
                name = wanted.partition("|")[0]
                yield Finding(
                    entry.at(name), f"nobody can cite this {entry.type} without `{name}`; say {_CALLED[name]}"
                )
        yield from _of_the_house(catalog, entry, catalog.house.required)


def _of_the_house(catalog: Catalog, entry: Entry, required: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    for wanted in required.get(entry.type, ()):
        if wanted not in _ALWAYS.get(entry.type, ()) and not _stated(catalog, entry, wanted):
            told = " or ".join(f"`{name}`" for name in wanted.split("|"))
            yield Finding(
                entry.at(wanted.partition("|")[0]), f"this list asks for {told} of every {entry.type}; add it"
            )


def _stated(catalog: Catalog, entry: Entry, wanted: str) -> bool:
    return any(states(catalog, entry.at(name)) for name in wanted.split("|"))
