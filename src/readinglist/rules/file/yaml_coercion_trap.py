import re
from collections.abc import Iterator

from readinglist.catalog_file.scalars import changed_by_others
from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.entry import DATE_FIELDS
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Path, Place
from readinglist.model.spelling import canonical_name
from readinglist.model.written import Map, Node, Scalar, Seq, Written
from readinglist.rules import rule

_WORDS = frozenset("y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF".split())
_STARTS = frozenset("0123456789+-.=<")
_YEAR_OR_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_FRACTION = re.compile(r"-?(?:0|[1-9]\d*)\.\d*[1-9]|-[1-9]\d*")  # comes back as it was
_NOT_TEXT = frozenset({"minutes", "rating", "listed", "others", "custom", "check"})
_NUMBERS = frozenset(
    """volume issue page page-first number number-of-pages number-of-volumes chapter-number part-number
    printing-number section supplement-number edition version collection-number""".split()
)


@rule(Severity.WARNING)
def yaml_coercion_trap(catalog: Catalog) -> Iterator[Finding]:
    """A text without quotes is a number, a truth value or a date to other YAML readers.

    This program reads every value as the text it is. Pandoc, Quarto and most scripts do not: to them the
    arXiv number 2301.00010 is a fraction and loses its last zero, Norway's `no` is false, and `12:30` is 750.
    In quotes the value is the same to all of them. Whole numbers, ISO dates in date fields, and true or false
    where they belong need none.

    Flagged:

        - id: arxiv
          arxiv: 2309.06180

    Fixed:

        - id: arxiv
          arxiv: "2309.06180"

    Flagged:

        - id: norwegian
          language: no

        - id: letter
          title: Y

        - id: zero
          number: 017

        - id: clock
          dimensions: 12:30

        - id: exponent
          tags: [1e3, 1_000]

        - id: day
          title: 2001-01-01

        - id: person
          author:
          - {family: "On", given: Off}

    Fine:

        - id: quoted
          arxiv: "2309.06180"
          language: "no"
          issued: 2023-10-23
          accessed: 2024
          volume: 63
          version: 1.5
          page: 611-626
          minutes: 20
          rating: 4.5
          listed: false
          title: "1984"
          tags: [c++, 3d, v1.2.3, yes-men, 2024]
    """
    for file, written in catalog.own_files.items():
        for found in _suspects(written):
            if found.text and _is_trap(found.text, found.path) and written.plain(found.start):
                place = Place(file, found.path)
                told = f"other YAML readers do not take {found.text} for text; write it in quotes"
                yield Finding(place, told, set_value(place, found.text))


def _suspects(written: Written) -> Iterator[Scalar]:
    """Yield the texts of the file's head, and those of the entries in which one looks like a trap."""
    for name, value in written.root.items():
        if isinstance(value, str):
            yield Scalar((name,), value, *written.root.span(name)[1:])
        elif name != "references":
            yield from written.scalars((name,))
        else:
            for index, entry in enumerate(value if isinstance(value, Seq) else ()):
                if _is_suspect(written, entry):
                    yield from written.scalars((name, index))


def _is_suspect(written: Written, node: Node) -> bool:
    for step, value in node.items() if isinstance(node, Map) else enumerate(node if isinstance(node, Seq) else ()):
        if not isinstance(value, str):
            if value and _is_suspect(written, value):
                return True
        elif _may_be_other(value) and _is_no_date(step, value) and written.plain(node.span(step)[-2]):
            return True
    return False


def _is_no_date(field: str | int, text: str) -> bool:
    return field not in DATE_FIELDS or not _YEAR_OR_DAY.fullmatch(text)


def _may_be_other(text: str) -> bool:
    return text in _WORDS or (text[:1] in _STARTS and len(text) < 40 and changed_by_others(text))


def _is_trap(text: str, path: Path) -> bool:
    names = [step for step in path if isinstance(step, str)]
    field = canonical_name(names[1]) if names[0] == "references" and len(names) > 1 else names[-1]
    if field in _NOT_TEXT or names[-1] == "comma-suffix" or not _may_be_other(text):
        return False
    if field in DATE_FIELDS or "date" in names[-1]:
        return not _YEAR_OR_DAY.fullmatch(text)
    return not (field in _NUMBERS and _FRACTION.fullmatch(text))
