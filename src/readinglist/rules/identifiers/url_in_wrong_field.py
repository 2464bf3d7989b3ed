import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Fix, Remove, SetValue
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import Url
from readinglist.model.malformed import Malformed
from readinglist.model.place import Place
from readinglist.model.spelling import canonical_name
from readinglist.rules import rule
from readinglist.rules._texts import SHORT_TEXTS, states
from readinglist.whereabouts import is_markdown

_SIGN = re.compile(r"https?://[^\s./]+\.", re.IGNORECASE)
_ONLY = re.compile(
    r"(?:(?:available (?:at|from)|url|link|online)\s*:?\s*)?(?:\\url\{)?<?(https?://[^\s<>{}]+?)[>}]?\.?", re.I
)
_FIELDS = SHORT_TEXTS | {"note", "number", "edition", "version", "status"}


@rule(Severity.WARNING)
def url_in_wrong_field(catalog: Catalog) -> Iterator[Finding]:
    r"""An address stands where a title, a publisher or a note belongs.

    In its own field an address is a link that can be checked; anywhere else it is printed as a word. A note
    that says more than the address, and a title with an address in it, are let be.

    Flagged:

        - id: note
          title: How to scale your model
          note: "Available at: https://jax-ml.github.io/scaling-book/"

    Fixed:

        - id: note
          title: How to scale your model
          URL: https://jax-ml.github.io/scaling-book/

    Flagged:

        - id: publisher
          publisher: https://example.org/

        - id: title
          title: https://example.org/2024/05/post

        @misc{rooflines,
          title = {Understanding Roofline Charts},
          howpublished = {\url{https://www.telesens.co/2018/07/26/}},
        }

    Fine:

        - id: notes
          title: "Is http://www.example.org the most cited address?"
          note: Slides and errata are at https://example.org/errata.
          URL: https://example.org/
    """
    for entry, name, text in _texts_with_addresses(catalog):
        only, field, place = _ONLY.fullmatch(text.strip()), canonical_name(name), entry.at(name)
        if field in _FIELDS and (only or field not in {"note", "title", "label", "title-short"}):
            told = f"an address stands in `{field}`; write it as `URL`" + (", and the title here" * (field == "title"))
            told = "this link has no words; write the title as [title](address)" if is_markdown(place.file) else told
            movable = only and field in {"note", "publisher", "medium", "genre", "container-title"}
            yield Finding(place, told, _moved(catalog, entry, place, only[1]) if only and movable else None)
    for record in catalog.records:
        how = record.fields.get("howpublished", "")
        if "url" not in record.fields and (r"\url" in how or _SIGN.search(how)):
            told = "the address is hidden in 'howpublished', and the entry has no `url`; write it as one"
            yield Finding(record.at("howpublished"), told)


def _texts_with_addresses(catalog: Catalog) -> Iterator[tuple[Entry, str, str]]:
    for entry in catalog:
        for name, text in catalog.fields(entry).items():
            if isinstance(text, str) and "://" in text and _SIGN.search(text):
                yield entry, name, text


def _moved(catalog: Catalog, entry: Entry, place: Place, address: str) -> Fix | None:
    try:
        Url.parse(address)
    except Malformed:
        return None
    if not states(catalog, entry.at("URL")):
        return Fix((SetValue(entry.at("URL"), address), Remove(place)))
    return Fix((Remove(place),)) if entry.url == address else None
