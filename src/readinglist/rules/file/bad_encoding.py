import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule
from readinglist.rules._texts import PROSE, texts

# What UTF-8's bytes look like when they were taken for those of Windows. Quotes and dashes are left out
# where they may well stand behind such a letter: “AMANHÃ” ends with one.
_MISREAD = re.compile(
    "(?<![A-ZÀ-Þ])[ÂÃÄÅ][\u00a0-ª¬-º¼-¿€ƒ†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|â€[\u00a0-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|ï»¿"
)


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
          title: The readerâ€™s guide to caches

    Fine:

        - id: garcia2020
          author:
          - {family: García, given: José}
          title: São Paulo, SÃO PAULO, Ângela «Â» and “AMANHÃ” – “Spaß”
    """
    yield from catalog.reported("bad-encoding")
    for place, text in texts(catalog, _MISREAD, PROSE, *"â ã ä å ï".split()):
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
