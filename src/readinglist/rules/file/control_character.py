from collections.abc import Iterable

from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule


@rule(Severity.ERROR)
def control_character(catalog: Catalog) -> Iterable[Finding]:
    r"""A text holds a character that cannot be seen and acts: a control code, a turn of direction.

    Such characters come along with text copied from PDFs and terminals. They can make a title look like
    another one, or make a terminal obey it; nothing that a reading list says needs them. Type the text again
    around the place.

    Flagged:

        - id: escape
          title: "An \x1b[31mimportant\x1b[0m paper"

        - id: turned
          title: "invoice \u202Efdp.exe"

    Fine:

        - id: plain
          title: An important paper
        - id: joined
          title: "Emoji 👩‍💻 and نیم‌فاصله need their joiners"
    """
    return catalog.reported("control-character")
