import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_name
from readinglist.model.typography import one_line
from readinglist.rules import rule
from readinglist.rules._texts import SHORT_TEXTS

# How such a value may stand in a file: a gap, a space next to a quote, an empty line, a block. That of an
# annotation or abstract tells nothing: it is how paragraphs are written.
_HINTS = (
    "\t",
    re.compile(r"  (?<=\S  )"),
    re.compile(r"\" (?<=[:,\-\[] . )"),
    re.compile(r"' (?<=[:,\-\[] . )"),
    re.compile(r" \"(?=[ \t]*[,\]}#\r\n])"),
    re.compile(r" '(?=[ \t]*[,\]}#\r\n])"),
    re.compile(r"\n(?=[ \t]*\r?\n)"),
    re.compile(r" \|(?<!note: \|)(?<!abstract: \|)(?=[-+0-9]*[ \t]*[#\r\n])"),
    re.compile(r" >(?<!note: >)(?<!abstract: >)(?=[-+0-9]*[ \t]*[#\r\n])"),
)


@rule(Severity.WARNING)
def whitespace(catalog: Catalog) -> Iterator[Finding]:
    r"""A title, name or publisher holds a line break, a tab, or more spaces than one.

    Such fields are one line of text. A break that came along from a PDF ends up in the middle of a citation,
    and two titles that differ in a space are two titles. Notes, abstracts and annotations may have as many
    paragraphs as they like.

    Flagged:

        - id: double
          title: "Efficient  memory management"

    Fixed:

        - id: double
          title: "Efficient memory management"

    Flagged:

        - id: broken
          title: "Efficient\nmemory management"

        - id: end
          publisher: "ACM "

        - id: block
          title: |
            Efficient memory
            management

    Fine:

        - id: folded
          title: Efficient memory
            management
          publisher:   ACM
          annote: |
            The first paragraph.

            The  second.
    """
    for file, written in catalog.written.items():
        for index in written.entries_with(*_HINTS):
            for path, text, _, _ in written.scalars(("references", index)):
                if text and text != (meant := one_line(text)) and canonical_name(str(path[2])) in SHORT_TEXTS:
                    place = Place(file, path)
                    told = "there is a line break, a tab or a space too many in this text; write it on one line"
                    yield Finding(place, told, set_value(place, meant) if meant else None)
