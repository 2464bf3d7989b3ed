from collections.abc import Iterator

from readinglist.model.addresses import doi_in
from readinglist.model.catalog import Catalog
from readinglist.model.edit import Edit, Fix, Remove, SetValue
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.model.identifiers import DOI
from readinglist.rules import rule
from readinglist.rules._texts import states, written_as
from readinglist.whereabouts import is_markdown


@rule(Severity.WARNING)
def doi_in_url(catalog: Catalog) -> Iterator[Finding]:
    """The address of a work is that of its DOI, which has a field of its own.

    In `DOI` it can be looked up and compared, and every format derives the address from it. In `URL` the
    same work goes unnoticed when it comes a second time, and bibliographies print it twice. In a list in Markdown
    a link is all that there is, and right.

    Flagged:

        - id: kwon2023paged
          title: Efficient memory management
          URL: https://doi.org/10.1145/3600006.3613165

    Fixed:

        - id: kwon2023paged
          title: Efficient memory management
          DOI: 10.1145/3600006.3613165

    Flagged:

        - id: both
          DOI: 10.1145/3360307
          URL: http://dx.doi.org/10.1145/3360307

    Fixed:

        - id: both
          DOI: 10.1145/3360307

    Flagged:

        - id: other
          DOI: 10.1145/3360307
          URL: https://doi.org/10.1145/3600006.3613165

    Fine:

        - id: kwon2023paged
          DOI: 10.1145/3600006.3613165
          URL: https://dl.acm.org/doi/10.1145/3600006.3613165
          link: https://doi.org/10.1145/3600006.3613165
    """
    for entry, name, address in catalog.addresses:
        if name == "URL" and (doi := doi_in(address)) and not is_markdown(entry.place.file):
            yield _finding(catalog, entry, doi)


def _finding(catalog: Catalog, entry: Entry, doi: DOI) -> Finding:
    place, edits = entry.at("URL"), list[Edit]()
    if not states(catalog, entry.at("DOI")):
        told = f"this address is the DOI {doi}; write it as {written_as(catalog, entry, 'DOI', doi)}"
        edits = [SetValue(entry.at("DOI"), str(doi)), Remove(place)]
    elif entry.doi and entry.doi.lower() == doi.lower():
        told = "this address only repeats the DOI; remove it"
        edits = [Remove(place)]
    else:
        told = f"this address is the DOI {doi}, and `DOI` states another one; keep the right one"
    return Finding(place, told, Fix(tuple(edits)) if edits else None)
