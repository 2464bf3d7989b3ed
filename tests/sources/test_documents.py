"""Records in the formats of registries and libraries, told by their text: whichever service or file they come from."""

from __future__ import annotations

import pytest

from readinglist.metadata.outcome import Known, NotFound, Outcome, Unreadable
from readinglist.sources import _documents
from tests.sources.answers import answer, claimed


def read(body: object) -> Outcome:
    return _documents.read(answer(body), "document")


def unixref(inside: str) -> str:
    return f"<doi_records><doi_record><crossref>{inside}</crossref></doi_record></doi_records>"


DATE = '<publication_date media_type="{}"><month>{}</month><year>{}</year></publication_date>'
LEE = """<contributors><person_name contributor_role="author"><given_name>A</given_name>
<surname>Lee</surname></person_name></contributors>"""


def test_an_article_in_crossref_s_deposit_format() -> None:
    record = unixref(
        f"""<journal><journal_metadata language="en"><full_title>Journal</full_title><abbrev_title>J.</abbrev_title>
        <issn>0168-6496</issn></journal_metadata>
        <journal_issue>{DATE.format("print", "04", "2013")}<journal_volume><volume>84</volume></journal_volume>
        <issue>1</issue></journal_issue>
        <journal_article><titles><title>CO <sub>2</sub> vent</title><subtitle>A study</subtitle></titles>{LEE}
        {DATE.format("print", "04", "2013")}{DATE.format("online", "12", "2012")}
        <pages><first_page>60</first_page><last_page>74</last_page></pages>
        <doi_data><doi>10.1111/1574-6941.12040</doi><resource>https://example.org/1</resource></doi_data>
        <citation_list><citation><doi>10.1000/cited</doi><article_title>Cited</article_title></citation></citation_list>
        </journal_article></journal>"""
    )

    assert claimed(read(record)) == {
        "type": "article-journal",
        "title": "CO<sub>2</sub> vent: A study",
        "author": [{"family": "Lee", "given": "A"}],
        "issued": "2012-12",
        "container-title": "Journal",
        "container-title-short": "J.",
        "volume": "84",
        "issue": "1",
        "page": "60-74",
        "DOI": "10.1111/1574-6941.12040",
        "URL": "https://example.org/1",
        "ISSN": "0168-6496",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("inside", "fields"),
    [
        (
            f"""<conference><event_metadata><conference_name>SOSP</conference_name></event_metadata>
            <proceedings_metadata><proceedings_title>Proceedings of SOSP</proceedings_title>
            <publisher><publisher_name>ACM</publisher_name></publisher><isbn>9780262033848</isbn></proceedings_metadata>
            <conference_paper><titles><title>T</title></titles>{LEE}{DATE.format("print", "10", "2023")}
            <doi_data><doi>10.1000/1</doi></doi_data></conference_paper></conference>""",
            {
                "type": "paper-conference",
                "issued": "2023-10",
                "event-title": "SOSP",
                "container-title": "Proceedings of SOSP",
                "publisher": "ACM",
                "ISBN": "9780262033848",
            },
        ),
        (
            f"""<book><book_series_metadata><series_metadata><titles><title>Series</title></titles></series_metadata>
            <titles><title>Book</title></titles><publisher><publisher_name>P</publisher_name></publisher>
            {DATE.format("print", "01", "2018")}<doi_data><doi>10.1000/book</doi></doi_data></book_series_metadata>
            <content_item><titles><title>T</title></titles>{LEE}<doi_data><doi>10.1000/1</doi></doi_data></content_item></book>""",
            {
                "type": "chapter",
                "container-title": "Book",
                "collection-title": "Series",
                "publisher": "P",
                "issued": "2018-01",
            },
        ),
        (
            f"""<book><book_series_metadata><series_metadata><titles><title>Series</title></titles></series_metadata>
            {LEE}<titles><title>T</title></titles><doi_data><doi>10.1000/1</doi></doi_data></book_series_metadata></book>""",
            {"type": "book", "collection-title": "Series", "container-title": "Series"},
        ),
        (
            f"""<journal><journal_metadata><full_title>体力科学</full_title></journal_metadata><journal_article>
            <titles><title/><original_language_title language="ja">T</original_language_title></titles>{LEE}
            <doi_data><doi>10.1000/1</doi></doi_data></journal_article></journal>""",
            {"type": "article-journal", "container-title": "体力科学"},
        ),
        (
            f"""<dissertation>{LEE}<titles><title>T</title></titles><approval_date><year>2020</year></approval_date>
            <institution><institution_name>UQ</institution_name></institution>
            <doi_data><doi>10.1000/1</doi></doi_data></dissertation>""",
            {"type": "thesis", "issued": "2020", "publisher": "UQ"},
        ),
        (
            f"""<posted_content type="preprint"><group_title>Earth Sciences</group_title>{LEE}
            <titles><title>T</title></titles>
            <posted_date><month>07</month><day>03</day><year>2018</year></posted_date>
            <institution><institution_name>OSF</institution_name></institution>
            <doi_data><doi>10.1000/1</doi></doi_data></posted_content>""",
            {
                "type": "article",
                "genre": "Preprint",
                "issued": "2018-07-03",
                "publisher": "OSF",
                "container-title": "OSF",
            },
        ),
    ],
    ids=["a paper", "a chapter", "a book of a series", "a title in its own language only", "a thesis", "a preprint"],
)
def test_other_works_in_crossref_s_deposit_format(inside: str, fields: dict[str, str]) -> None:
    common = {"title": "T", "author": [{"family": "Lee", "given": "A"}], "DOI": "10.1000/1"}

    assert claimed(read(unixref(inside))) == common | fields


@pytest.mark.parametrize(
    "body",
    [
        unixref("<error>doi:10.1000/none</error>"),
        '<crossref_result><query_result><body><query status="unresolved"/></body></query_result></crossref_result>',
    ],
)
def test_crossref_s_ways_to_know_nothing(body: str) -> None:
    assert isinstance(read(body), NotFound)


def test_the_short_answer_of_crossref_s_query_service() -> None:
    body = """<crossref_result xmlns="http://www.crossref.org/qrschema/2.0"><query_result><body>
    <query status="resolved"><doi type="journal_article">10.1371/journal.pone.0042793</doi><issn>1932-6203</issn>
    <journal_title>PLoS ONE</journal_title><contributors>
    <contributor contributor_role="editor"><given_name>N</given_name><surname>Mock</surname></contributor>
    <contributor contributor_role="author"><given_name>R</given_name><surname>Calvo</surname></contributor>
    </contributors>
    <volume>7</volume><issue>8</issue><first_page>e42793</first_page><year>2012</year>
    <article_title>Well-Being</article_title></query></body></query_result></crossref_result>"""

    assert claimed(read(body)) == {
        "title": "Well-Being",
        "container-title": "PLoS ONE",
        "author": [{"family": "Calvo", "given": "R"}],
        "editor": [{"family": "Mock", "given": "N"}],
        "volume": "7",
        "issue": "8",
        "page": "e42793",
        "DOI": "10.1371/journal.pone.0042793",
        "issued": "2012",
        "ISSN": "1932-6203",
        "type": "article-journal",
    }


def test_datacite_s_schema_inside_an_oai_record_that_declares_no_prefix() -> None:
    body = """<record><header><datestamp>2023-07-27</datestamp></header><metadata>
    <resource xmlns="http://datacite.org/schema/kernel-4" xsi:schemaLocation="kernel-4">
    <identifier identifierType="DOI">10.5281/zenodo.3465853</identifier>
    <creators><creator><creatorName>Casper da Costa-Luis</creatorName></creator></creators>
    <titles><title>tqdm</title></titles><publisher>Zenodo</publisher><publicationYear>2019</publicationYear>
    <resourceType resourceTypeGeneral="Software"/></resource></metadata></record>"""

    assert claimed(read(body)) == {
        "type": "software",
        "title": "tqdm",
        "author": [{"family": "Costa-Luis", "given": "Casper", "non-dropping-particle": "da"}],
        "issued": "2019",
        "publisher": "Zenodo",
        "DOI": "10.5281/zenodo.3465853",
    }


def test_arxiv_s_own_format_is_dated_by_the_paper_and_not_by_the_record() -> None:
    body = """<OAI-PMH><GetRecord><record><header><datestamp>2015-01-01</datestamp></header><metadata>
    <arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>0901.2443</id><created>2009-01-16</created><updated>2010-01-01</updated>
    <authors><author><keyname>von Neumann-Cosel</keyname><forenames>P.</forenames></author>
    <author><keyname>ATLAS Collaboration</keyname></author></authors>
    <title>Pygmy
      resonance</title><categories>nucl-ex nucl-th</categories>
    <license>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</license></arXiv></metadata></record></GetRecord></OAI-PMH>"""

    assert claimed(read(body)) == {
        "type": "article",
        "genre": "Preprint",
        "title": "Pygmy resonance",
        "author": [{"family": "von Neumann-Cosel", "given": "P."}, {"literal": "ATLAS Collaboration"}],
        "issued": "2009-01-16",
        "arxiv": "0901.2443",
        "arxiv-class": "nucl-ex",
        "publisher": "arXiv",
        "URL": "https://arxiv.org/abs/0901.2443",
    }


def test_dublin_core_of_a_repository() -> None:
    body = """<record><metadata><oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><dc:title>Fungi</dc:title>
    <dc:creator id="https://orcid.org/0000-0002-1825-0097">Ariyan,Manikandan</dc:creator>
    <dc:date>2026-03-04</dc:date><dc:date>2025</dc:date><dc:type>info:eu-repo/semantics/article</dc:type>
    <dc:identifier>https://doi.org/10.3897/imafungus.17.173358</dc:identifier><dc:publisher>Pensoft</dc:publisher>
    </oai_dc:dc></metadata></record>"""

    assert claimed(read(body)) == {
        "type": "article-journal",
        "title": "Fungi",
        "author": [{"family": "Ariyan", "given": "Manikandan", "ORCID": "0000-0002-1825-0097"}],
        "issued": "2025",
        "publisher": "Pensoft",
        "DOI": "10.3897/imafungus.17.173358",
    }


def test_codemeta_is_about_software() -> None:
    body = {
        "@context": "https://doi.org/10.5063/schema/codemeta-2.0",
        "@type": "SoftwareSourceCode",
        "name": "Tool",
        "author": [
            {
                "@type": "Person",
                "givenName": "Ann",
                "familyName": "Lee",
                "@id": "https://orcid.org/0000-0002-1825-0097",
            },
            {"@type": "Organization", "name": "Lab of Tools"},
        ],
        "datePublished": "2016-05-27",
        "dateModified": "2020-01-01",
        "identifier": "https://doi.org/10.5063/F1M61H5X",
        "codeRepository": "https://github.com/a/tool",
        "license": "https://spdx.org/licenses/Apache-2.0",
        "version": "2.0.0",
    }

    assert claimed(read(body)) == {
        "type": "software",
        "title": "Tool",
        "author": [
            {"family": "Lee", "given": "Ann", "ORCID": "0000-0002-1825-0097"},
            {"literal": "Lab of Tools"},
        ],
        "issued": "2016-05-27",
        "DOI": "10.5063/F1M61H5X",
        "version": "2.0.0",
        "code": "https://github.com/a/tool",
        "URL": "https://github.com/a/tool",
        "license": "Apache-2.0",
    }


@pytest.mark.parametrize(
    "body",
    [
        "TY  - JOUR\nTI  - Title\nER  - ",
        "@article{a, title={Title}}",
        "PMID- 1\nTI  - Title.\n",
        "cff-version: 1.2.0\ntitle: Title\nauthors: []",
        '[{"type": "book", "title": "Title"}]',
        '{"provider_name": "Vimeo", "title": "Title"}',
        '{"volumeInfo": {"title": "Title"}}',
    ],
)
def test_bibliographies_and_answers_are_told_by_their_text(body: str) -> None:
    assert claimed(read(body))["title"] == "Title"


def test_what_nobody_knows_is_unreadable() -> None:
    assert isinstance(read("Dear reader,"), Unreadable)
    assert isinstance(read("<html><title>A page</title></html>"), Unreadable)
    assert not isinstance(read("<svg/>"), Known)
