import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.dates import Date
from readinglist.model.edit import Edit, Fix, Remove, SetValue
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.malformed import Malformed
from readinglist.rules import rule

_SAID = re.compile(
    r"[\[(]?(?:last |date )?(?:accessed|retrieved|visited|viewed)(?: on)?\s?:?\s?"
    r"(?P<date>[\w ,/.-]{4,30}?)[\])]?\.?\s*(?=$|[;\n])",
    re.IGNORECASE,
)


@rule(Severity.WARNING)
def accessed_in_note(catalog: Catalog) -> Iterator[Finding]:
    """A note says when the page was read, which `accessed` is for.

    As a date it is printed by the styles that want it, in their own words, and left out by the others. As a
    note it is printed by all of them.

    Flagged:

        - id: note
          title: How to scale your model
          note: "Accessed: 2025-02-20"

    Fixed:

        - id: note
          title: How to scale your model
          accessed: 2025-02-20

    Flagged:

        - id: words
          note: Last accessed on 24 January 2020.

        - id: more
          note: Second edition; retrieved 2020-01-24

        @misc{rooflines,
          title = {Understanding Roofline Charts},
          note = {Accessed: 2025-1-28},
        }

    Fine:

        - id: date
          accessed: 2025-02-20
          note: The archive can be accessed by appointment.
        - id: story
          note: The sword, visited by Arthur in May 1200, was never retrieved.
    """
    for entry in catalog:
        found = _SAID.search(entry.note) if entry.note and entry.place not in catalog.by_record else None
        if entry.note and found and (date := _date(found["date"])):
            whole = found[0].strip() == entry.note.strip()
            told = f"this says when the page was read; write it as `accessed: {date}`"
            yield Finding(entry.at("note"), told, _fix(entry, date) if whole else None)
    for record in catalog.records:
        said = _SAID.search(record.fields.get("note", ""))
        if said and "urldate" not in record.fields and (date := _date(said["date"])):
            told = f"this says when the page was read; write it as `urldate = {{{date}}}`"
            yield Finding(record.at("note"), told)


def _date(text: str) -> str | None:
    try:
        return Date.parse(text.strip()).text
    except Malformed as error:
        return error.suggestion if error.rule == "date-format" else None


def _fix(entry: Entry, date: str) -> Fix | None:
    edits: list[Edit] = [Remove(entry.at("note"))]
    if entry.accessed is None:
        edits.insert(0, SetValue(entry.at("accessed"), date))
    return Fix(tuple(edits)) if entry.accessed is None or entry.accessed.text == date else None
