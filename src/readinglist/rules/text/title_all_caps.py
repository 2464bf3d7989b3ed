import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@rule(Severity.WARNING)
def title_all_caps(catalog: Catalog) -> Iterator[Finding]:
    """A title is written in capitals from beginning to end.

    It stands out of every list, and no style can make small letters of it again. The proposal keeps one capital;
    names and abbreviations need theirs back.

    Flagged:

        - id: transformers
          title: ATTENTION IS ALL YOU NEED

    Fixed:

        - id: transformers
          title: Attention is all you need

    Fine:

        - id: names
          title: "BERT: NLP"
        - id: few
          title: CUDA
        - id: mixed
          title: ATTENTION is all you need
    """
    for entry in catalog:
        title = entry.title
        if (
            title
            and title.isupper()
            and title.isascii()
            and len(title.split()) >= 4
            and len(set(_LONG_WORD.findall(title))) >= 2
        ):
            fix = set_value(entry.at("title"), title.capitalize(), safe=False)
            yield Finding(entry.at("title"), "this title is written in capitals; write it in small letters", fix)
