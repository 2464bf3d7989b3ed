"""Bibliographies and lists that are no catalogs: judged where they stand, at their own lines, and never changed."""

from __future__ import annotations

from readinglist.bibliography_source import catalog_of
from readinglist.converting import read_source
from readinglist.importers._found import finding
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.place import Place
from readinglist.rules import all_rules

BIB = """\
% a file of somebody else's
@string{jml = "Journal of Machine Learning"}

@article{vaswani2017,
  Title   = "Attention is
             all you need",
  author  = {Vaswani, Ashish and
             Shazeer, Noam and {The {Brain} and others Team} and
             Vaswani, Ashish},
  journal = jml,
  year    = 2017,
  pages   = {1--10}
}
"""


def judged(text: str, file: str) -> Catalog:
    source, recognised = read_source(text, file)
    return catalog_of(source, recognised.format)


def shown(catalog: Catalog, *path: str | int) -> tuple[int, str]:
    """Return the line at which a part of the first entry stands, and its words."""
    (written,) = catalog.written.values()
    place = Place(written.file, ("references", 0, *path))
    start, end = written.stretch(place)
    return written.line_column(start)[0], written.text[start:end]


def test_every_part_of_a_bibtex_entry_knows_where_it_stands() -> None:
    catalog = judged(BIB, "a.bib")
    assert [shown(catalog, *path) for path in (("id",), ("type",), ("title",), ("issued",), ("container-title",))] == [
        (4, "vaswani2017"),
        (4, "@article"),
        (5, '"Attention is\n             all you need"'),
        (11, "2017"),
        (10, "jml"),
    ]
    assert [shown(catalog, "author", number) for number in range(4)] == [
        (7, "Vaswani, Ashish"),
        (8, "Shazeer, Noam"),
        (8, "{The {Brain} and others Team}"),
        (9, "Vaswani, Ashish"),
    ]
    assert shown(catalog, "DOI") == (4, "@article{vaswani2017,")


def test_a_bibtex_entry_is_there_as_its_file_states_it() -> None:
    (record,) = judged(BIB, "a.bib").records
    assert (record.kind, list(record.fields)) == ("article", ["title", "author", "journal", "year", "pages"])
    assert record.fields["pages"] == "1--10"


RIS = """\
TY  - JOUR
ID  - one
TI  - Efficient memory management
AU  - Kwon, Woosuk
PY  - 2023
DO  - 10.1145/3600006.3613165
ER  -
"""


def test_what_stands_in_an_entry_once_is_found_there_in_any_format() -> None:
    catalog = judged(RIS, "a.ris")
    assert [shown(catalog, *path) for path in (("title",), ("DOI",), ("issued",))] == [
        (3, "Efficient memory management"),
        (6, "10.1145/3600006.3613165"),
        (5, "2023"),
    ]
    assert shown(catalog, "author", 0, "family") == (4, "Kwon")


def test_what_is_no_catalog_is_told_without_fixes_and_without_the_rules_of_yaml() -> None:
    text = BIB.replace("year ", "url = {http://example.org/?utm_source=x},\n  year ").replace("2017,", "{12:30},")
    found = [each for each in lint(judged(text, "a.bib")) if each.rule in {"url-tracking", "yaml-coercion-trap"}]
    assert [(each.rule, each.fix) for each in found] == [("url-tracking", None)]


def test_what_was_wrong_with_the_file_itself_can_be_left_out_unless_an_entry_is_lost() -> None:
    text = BIB.replace("= jml", "= nobody") + "@comment{@misc{lost, title = {Lost}}}\n"
    told = [each.rule for each in lint(judged(text, "a.bib"), select=["undefined-string"])]
    assert told == ["undefined-string", "entry-dropped"]
    assert [each.rule for each in lint(judged(text, "a.bib"), select=["isbn"])] == ["entry-dropped"]


def test_a_mistake_that_the_importer_tells_stands_at_the_field_that_it_is_about() -> None:
    text = BIB.replace("year    = 2017", "year    = soon,\n  isbn    = {1-2}")
    catalog = judged(text, "a.bib")
    told = [(each.rule, catalog.position(each.place).line) for each in lint(catalog, select=["isbn", "date-format"])]
    assert told == [("date-format", 11), ("isbn", 12)]


def test_importers_and_rules_agree_how_grave_a_mistake_is() -> None:
    of_source = {name: rule.severity for name, rule in all_rules().items() if rule.subject == "source"}
    assert {name: finding(name, 0, "").severity for name in of_source} == of_source
