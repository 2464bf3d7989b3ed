import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

# What UTF-8's bytes look like when they were taken for those of Windows: "Ã" or its like, then a sign or two.
_MISREAD = re.compile("[Â-ß][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[à-ï](?:[\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]){2}")


@rule(Severity.ERROR)
def bad_encoding(catalog: Catalog) -> Iterator[Finding]:
    """The file is not UTF-8, or a text in it once was and was read as something else.

    A catalog is UTF-8, as every editor writes it today. `JosÃ©` is what is left of `José` when a program on
    the way took its bytes for another encoding; the fix puts the letters back that such a mistake made.

    Flagged:

        - id: garcia2020
          author:
          - {family: GarcÃ­a, given: JosÃ©}

        - id: quotes
          title: The reader’s â€œguideâ€\u009d to caches

    Fine:

        - id: garcia2020
          author:
          - {family: García, given: José}
          title: São Paulo, SÃO PAULO, Ângela «Â» and “quotes” – all of them
    """
    yield from catalog.reported("bad-encoding")
    for place, text in texts(catalog, _MISREAD, PROSE):
        if (meant := _MISREAD.sub(_as_meant, text)) != text:
            yield Finding(
                place, f"'{text}' was read in the wrong encoding; write '{meant}'", set_value(place, meant, safe=False)
            )


def _as_meant(letters: re.Match[str]) -> str:
    try:
        return b"".join(_byte(letter) for letter in letters[0]).decode("utf-8")
    except UnicodeError:
        return letters[0]


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1") if letter < "\u0100" else letter.encode("cp1252")
