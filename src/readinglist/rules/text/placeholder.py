import re
from collections.abc import Iterator
from operator import attrgetter

from readinglist.model.catalog import Catalog
from readinglist.model.entry import ATTRIBUTES, Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import TITLES

_TO_DO = re.compile(r"(?:TODO|TBD|TBA|FIXME)(?::.*)?|\?\?+|(?i:lorem ipsum.*|insert title here|n/a)", re.DOTALL)
_NOT_A_TITLE = re.compile(
    r"(?:error )?(?:40[0134]|410|429|50[0234])[ :–-]*(?:error|(?:page )?not found|forbidden|bad gateway|unauthorized"
    r"|too many requests|service (?:temporarily )?unavailable|gateway time-?out|internal server error)"
    r"|page not found|access denied|just a moment(?:\.\.\.|…)|attention required! \| cloudflare|robot check"
    r"|(?:redirecting|loading|please wait)(?:\.\.\.|…)|are you (?:a robot|human)\?|checking your browser.*"
    r"|(?:verify|verifying) you are (?:a )?human\.?|un-?titled(?: document)?|no title|sign in [-–] google accounts",
    re.IGNORECASE,
)
_FIELDS = "title title-short label container-title event-title publisher genre note abstract".split()
_texts_of = attrgetter(*(ATTRIBUTES[name] for name in _FIELDS))


@rule(Severity.ERROR)
def placeholder(catalog: Catalog) -> Iterator[Finding]:
    """A text stands in for one that was never filled in, or is what a web server said instead.

    `TODO` waits for somebody. "Just a moment..." and "404 Not Found" are the titles of pages that answered
    in place of the work when its title was fetched; look at the page and write its own title.

    Flagged:

        - id: waiting
          title: "TODO: find the title"

        - id: wall
          title: Just a moment...

        - id: gone
          title: 404 Not Found

        - id: unknown
          title: Untitled

        - id: publisher
          publisher: TBD

    Fine:

        - id: almodovar
          title: Todo sobre mi madre
        - id: filtering
          title: "Access Denied: The Practice and Policy of Global Internet Filtering"
        - id: orwell
          title: "1984"
        - id: picture
          type: graphic
          title: Untitled
        - id: moment
          title: Just a Moment
    """
    for entry in catalog:
        for name, text in zip(_FIELDS, _texts_of(entry), strict=True):
            if text and (_TO_DO.fullmatch(text.strip()) or (name in TITLES and _is_no_title(entry, text.strip()))):
                told = f"'{text}' stands in for something else; write what belongs here, or remove it"
                yield Finding(entry.at(name), told)


def _is_no_title(entry: Entry, text: str) -> bool:
    return bool(_NOT_A_TITLE.fullmatch(text)) and entry.type not in {"graphic", "figure", "song"}
