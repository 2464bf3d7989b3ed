"""Books by their ISBN; a near miss is another book."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.metadata.outcome import Known, Mismatch, NotFound
from readinglist.metadata.subject import Subject
from readinglist.sources import _documents
from readinglist.sources._isbn import thirteen
from readinglist.sources._source import Keys
from tests.sources.answers import answer, claimed, read, source

ISBN = "9780262033848"


@pytest.mark.parametrize(
    ("written", "plain"),
    [("0-262-03384-4", ISBN), ("978-0-262-03384-8", ISBN), ("080442957X", "9780804429573"), ("no isbn", ""), ("", "")],
)
def test_an_isbn_has_thirteen_digits(written: str, plain: str) -> None:
    assert thirteen(written) == plain


def test_open_library_sends_books_by_the_names_they_were_asked_by() -> None:
    book = {
        "title": "Introduction to Algorithms",
        "subtitle": "a course",
        "authors": [{"name": "Thomas H. Cormen"}],
        "publishers": [{"name": "The MIT Press"}],
        "publish_places": [{"name": "Cambridge, MA"}],
        "publish_date": "Oct 1988",
        "number_of_pages": 1292,
    }

    assert claimed(read("open-library", "isbn", ISBN, {f"ISBN:{ISBN}": book})) == {
        "type": "book",
        "title": "Introduction to Algorithms: a course",
        "author": [{"family": "Cormen", "given": "Thomas H."}],
        "issued": "1988-10",
        "publisher": "The MIT Press",
        "publisher-place": "Cambridge, MA",
        "number-of-pages": "1292",
        "ISBN": ISBN,
    }
    assert isinstance(read("open-library", "isbn", ISBN, {}), NotFound)
    assert isinstance(read("open-library", "isbn", ISBN, {"ISBN:9780000000002": book}), Mismatch)


def volumes(isbn: str, **fields: Any) -> dict[str, Any]:
    marks = [{"type": "ISBN_13", "identifier": isbn}]
    return {"kind": "books#volumes", "items": [{"volumeInfo": {**fields, "industryIdentifiers": marks}}]}


def test_google_books_is_believed_only_where_it_names_the_isbn() -> None:
    book = volumes(ISBN, title="Algorithms", authors=["T. Cormen"], publishedDate="2009-07-31", language="en")

    assert claimed(read("google-books", "isbn", ISBN, book)) == {
        "type": "book",
        "title": "Algorithms",
        "author": [{"family": "Cormen", "given": "T."}],
        "issued": "2009-07-31",
        "ISBN": ISBN,
        "language": "en",
    }
    assert isinstance(read("google-books", "isbn", ISBN, volumes("9780000000002", title="Near miss")), Mismatch)
    assert isinstance(read("google-books", "isbn", ISBN, {"kind": "books#volumes", "totalItems": 0}), NotFound)


def test_google_books_is_asked_as_from_one_country_and_with_a_key_only_where_there_is_one() -> None:
    def asked(keys: Keys) -> str:
        question = source("google-books").question(Subject("isbn", ISBN), keys)
        assert question
        return question.url

    plain = f"https://www.googleapis.com/books/v1/volumes?q=isbn:{ISBN}&country=US"
    assert asked(Keys()) == plain
    assert asked(Keys(by_source={"google-books": " k\n"})) == f"{plain}&key=k"


def test_wikipedia_s_citation_service_sends_items_of_zotero() -> None:
    item = {
        "itemType": "book",
        "title": "Algorithms",
        "creators": [{"firstName": "T.", "lastName": "Cormen", "creatorType": "author"}],
        "date": "2009",
        "ISBN": "978-0-262-03384-8",
        "publisher": "MIT Press",
    }

    found = claimed(read("citoid", "isbn", ISBN, [item]))

    assert (found["title"], found["author"], found["issued"]) == (
        "Algorithms",
        [{"family": "Cormen", "given": "T."}],
        "2009",
    )
    assert isinstance(read("citoid", "isbn", "9780000000002", [item]), Mismatch)


MODS = """<zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/"><zs:records><zs:record><zs:recordData>
<mods xmlns="http://www.loc.gov/mods/v3" version="3.8">
  <titleInfo><nonSort>The </nonSort><title>sound and fury</title><subTitle>a making</subTitle></titleInfo>
  <titleInfo type="alternative"><title>Other</title></titleInfo>
  <name type="personal"><namePart>Alterman, Eric</namePart><namePart type="date">1960-</namePart>
    <role><roleTerm type="code">aut</roleTerm></role></name>
  <name type="personal"><namePart>Ed, It</namePart><role><roleTerm>editor</roleTerm></role></name>
  <name type="personal"><namePart>Former Owner</namePart><role><roleTerm>former owner</roleTerm></role></name>
  <typeOfResource>text</typeOfResource><genre authority="marcgt">bibliography</genre>
  <originInfo><place><placeTerm type="code">nyu</placeTerm></place>
    <place><placeTerm type="text">Ithaca, N.Y</placeTerm></place><publisher>Cornell University Press</publisher>
    <dateIssued>c1999</dateIssued><issuance>monographic</issuance></originInfo>
  <language><languageTerm type="code">eng</languageTerm></language>
  <identifier type="isbn">0262033844 (pbk.)</identifier>
</mods></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>"""


def test_a_library_may_send_mods() -> None:
    assert claimed(_documents.read(answer(MODS), "document")) == {
        "type": "book",
        "title": "The sound and fury: a making",
        "author": [{"family": "Alterman", "given": "Eric"}],
        "editor": [{"family": "Ed", "given": "It"}],
        "publisher": "Cornell University Press",
        "publisher-place": "Ithaca, N.Y",
        "issued": "1999",
        "language": "en",
        "ISBN": "0262033844",
    }


def field(tag: str, **codes: str) -> str:
    inside = "".join(f'<subfield code="{code}">{text}</subfield>' for code, text in codes.items())
    return f'<datafield tag="{tag}" ind1=" " ind2=" ">{inside}</datafield>'


def test_the_german_national_library_sends_marc() -> None:
    fields = [
        "<leader>00000pam a2200000 cc4500</leader>",
        '<controlfield tag="008">211010s2023    gw ||||| |||| 00||||ger  </controlfield>',
        field("020", a="9783525560624"),
        field("245", a="Katharina Staritz", n="Band 2.", p="Briefe", b="1903-1953 /", c="Ilse M."),
        field("264", a="Göttingen :", b="Vandenhoeck &amp; Ruprecht,", c="[2023]"),
        field("700", a="Erhart, Hannelore", e="Verfasser"),
        field("700", a="Dietgard, Meyer", e="Herausgeber"),
        field("710", a="Some Archive", e="Sponsor"),
    ]
    record = f'<record xmlns="http://www.loc.gov/MARC21/slim">{"".join(fields)}</record>'
    answer = f"<searchRetrieveResponse>{record}</searchRetrieveResponse>"

    outcome = read("dnb", "isbn", "9783525560624", answer)

    assert claimed(outcome) == {
        "type": "book",
        "title": "Katharina Staritz. Band 2: Briefe: 1903-1953",
        "author": [{"family": "Erhart", "given": "Hannelore"}],
        "editor": [{"family": "Dietgard", "given": "Meyer"}],
        "publisher": "Vandenhoeck & Ruprecht",
        "publisher-place": "Göttingen",
        "issued": "2023",
        "language": "de",
        "ISBN": "9783525560624",
    }
    assert isinstance(outcome, Known)


def test_the_german_national_library_is_asked_about_german_books_only() -> None:
    assert source("dnb").question(Subject("isbn", ISBN), Keys()) is None
    assert source("dnb").question(Subject("isbn", "9783525560624"), Keys())
