from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit, Fix, SetValue
from readinglist.model.finding import Finding, Severity
from readinglist.model.spelling import spelled
from readinglist.model.types import canonical_type
from readinglist.rules import rule
from readinglist.rules._texts import states


@rule(Severity.INFO)
def type_alias(catalog: Catalog) -> Iterator[Finding]:
    """A type is written in another word than CSL's.

    `blog` is understood here, but other programs that read the same file know only `post-weblog`. Where the
    word says more than CSL's type can, `genre` keeps it.

    Flagged:

        - id: post
          type: blog

    Fixed:

        - id: post
          type: post-weblog

    Flagged:

        - id: preprint
          type: preprint
          title: Efficient memory management

    Fixed:

        - id: preprint
          type: article
          genre: Preprint
          title: Efficient memory management

    Flagged:

        - id: capitals
          type: Article-Journal

    Fine:

        - id: post
          type: post-weblog
        - id: preprint
          type: article
          genre: Preprint
    """
    for entry in catalog:
        fields = catalog.fields(entry)
        word = fields.get(spelled(fields, "type"))
        known = canonical_type(word) if isinstance(word, str) and word != entry.type else None
        if known:
            place = entry.at("type")
            edits: list[Edit] = [SetValue(place, known[0])]
            genre = known[1] if known[1] and not states(catalog, entry.at("genre")) else None
            if genre:
                edits.append(SetValue(entry.at("genre"), genre))
            told = f"CSL's word for '{word}' is {known[0]}" + (f", with genre {genre}" if genre else "")
            yield Finding(place, told, Fix(tuple(edits)))
