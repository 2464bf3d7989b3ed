import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

# A link in Markdown or HTML: `](javascript:…)`, `href="data:…"`.
_SIGN = re.compile(
    r"(?:\]\(\s*<?|\]:\s*<?|<|href\s*=\s*[\"']?\s*)(javascript|vbscript|data|file):[^\s>]", re.IGNORECASE
)


@rule(Severity.ERROR)
def url_scheme(catalog: Catalog) -> Iterator[Finding]:
    """A link begins with `javascript:`, `data:` or `file:`.

    Such a link runs a program in the reader's browser or leads to a file on somebody's own disk. Neither
    belongs into a public list; write the address of a page.

    Flagged:

        - id: program
          URL: "javascript:alert(1)"

        - id: disk
          pdf: file:///home/me/paper.pdf

        - id: markdown
          annote: "See [the slides](javascript:alert(1))."

    Fine:

        - id: page
          URL: https://example.org/javascript:void
          title: "Data: a love story, or JavaScript: the good parts"
          annote: "Explains what [javascript: URLs](https://example.org/) do."
    """
    yield from catalog.reported("url-scheme")
    for place, text in texts(catalog, _SIGN, PROSE, "javascript:", "vbscript:", "data:", "file:"):
        if found := _SIGN.search(text):
            yield Finding(place, f"this text links to a '{found[1].lower()}:' address; link to the page instead")
