"""Registries of papers and data: DataCite, doi.org, arXiv, PubMed and PubMed Central."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.metadata.outcome import Known, Mismatch, NotFound
from readinglist.metadata.subject import Subject
from readinglist.sources._source import Keys
from tests.sources.answers import answer, claimed, places, read, source

DATA = "10.5061/dryad.8515"


def datacite(**attributes: Any) -> dict[str, Any]:
    return {"data": {"id": DATA, "type": "dois", "attributes": {"doi": DATA, "titles": [{"title": "T"}], **attributes}}}


def test_data_are_read_as_datacite_has_them() -> None:
    outcome = read(
        "datacite",
        "doi",
        DATA,
        datacite(
            titles=[
                {"title": "A new agent", "titleType": None},
                {"title": "In hominids", "titleType": "Subtitle"},
            ],
            creators=[
                {
                    "name": "Ollomo, Benjamin",
                    "nameType": "Personal",
                    "givenName": "Benjamin",
                    "familyName": "Ollomo",
                    "nameIdentifiers": [
                        {"nameIdentifierScheme": "ORCID", "nameIdentifier": "https://orcid.org/0000-0002-1825-0097"}
                    ],
                },
                {"name": "CIRMF", "nameType": "Organizational"},
                {"name": "Ludwig van Beethoven"},
                {"name": ":unav"},
            ],
            publisher={"name": "Dryad"},
            container={"type": "Series", "title": "Agents"},
            publicationYear=2011,
            dates=[
                {"date": "2020-03-05T10:00:00Z", "dateType": "Updated"},
                {"date": "2011-02-01", "dateType": "Issued"},
            ],
            types={"resourceTypeGeneral": "Dataset", "citeproc": "dataset"},
            version="1",
            url="https://datadryad.org/dataset/doi:10.5061/dryad.8515",
            rightsList=[{"rightsUri": "https://creativecommons.org/publicdomain/zero/1.0/legalcode"}],
            language="eng",
            relatedIdentifiers=[
                {"relationType": "IsVersionOf", "relatedIdentifier": "10.5061/dryad", "relatedIdentifierType": "DOI"},
                {"relationType": "Cites", "relatedIdentifier": "10.1000/1", "relatedIdentifierType": "DOI"},
            ],
        ),
    )

    assert claimed(outcome) == {
        "type": "dataset",
        "title": "A new agent",
        "author": [
            {"family": "Ollomo", "given": "Benjamin", "ORCID": "0000-0002-1825-0097"},
            {"literal": "CIRMF"},
            {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
        ],
        "issued": "2011-02-01",
        "publisher": "Dryad",
        "container-title": "Dryad",  # a hint: the repository holds it
        "collection-title": "Agents",
        "DOI": DATA,
        "version": "1",
        "language": "en",
        "URL": "https://datadryad.org/dataset/doi:10.5061/dryad.8515",
        "license": "CC0-1.0",
    }
    assert places(outcome)["issued"] == "data.attributes.dates[1].date"
    assert isinstance(outcome, Known)
    assert outcome.see == ("10.5061/dryad",)


def test_a_date_of_creation_counts_only_in_the_year_of_publication() -> None:
    def issued(created: str) -> object:
        dates = [{"date": created, "dateType": "Created"}]
        return claimed(read("datacite", "doi", DATA, datacite(dates=dates, publicationYear=2016)))["issued"]

    assert (issued("2016-12-20"), issued("1850")) == ("2016-12-20", "2016")


def test_datacite_is_asked_about_a_paper_on_arxiv_without_its_version() -> None:
    question = source("datacite").question(Subject("arxiv", "2211.05102v2"), Keys())

    assert question
    assert question.url == "https://api.datacite.org/dois/10.48550/arXiv.2211.05102"


def test_doi_org_answers_for_any_agency_in_csl() -> None:
    item = {
        "DOI": "10.1393/ncc/i2018-18079-7",
        "type": "article-journal",
        "title": "Detector <i>X</i>",
        "author": [{"family": "Rossi", "given": "A."}],
        "issued": {"date-parts": [[2018, 5]]},
    }

    outcome = read("csl", "doi", "10.1393/ncc/i2018-18079-7", item)

    assert claimed(outcome) == {
        "type": "article-journal",
        "title": "Detector X",
        "author": [{"family": "Rossi", "given": "A."}],
        "issued": "2018-05",
        "DOI": "10.1393/ncc/i2018-18079-7",
    }
    assert isinstance(read("csl", "doi", "10.1000/other", item), Mismatch)


def test_doi_org_may_hand_on_crossref_s_own_xml() -> None:
    record = (
        "<crossref><dissertation><titles><title>T</title></titles>"
        "<doi_data><doi>10.1000/1</doi></doi_data></dissertation></crossref>"
    )

    assert claimed(read("csl", "doi", "10.1000/1", record)) == {"type": "thesis", "title": "T", "DOI": "10.1000/1"}
    assert isinstance(read("csl", "doi", "10.1000/2", record), Mismatch)


FEED = """<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <entry>
    <id>http://arxiv.org/abs/2211.05102v1</id>
    <title>Efficiently Scaling
  Transformer Inference</title>
    <updated>2023-01-09T18:48:47Z</updated>
    <published>2022-11-09T18:50:38Z</published>
    <arxiv:primary_category term="cs.LG"/>
    <author><name>Reiner Pope</name><arxiv:affiliation>Google</arxiv:affiliation></author>
    <author><name>Anselm Levskaya</name></author>
    <author><name>The ATLAS Collaboration</name></author>
    <arxiv:doi>10.1000/published</arxiv:doi>
    <arxiv:journal_ref>MLSys 5 (2023)</arxiv:journal_ref>
  </entry>
  <entry><id>http://arxiv.org/abs/cs/0112017v2</id><title>Old</title><published>2001-12-12T00:00:00Z</published></entry>
</feed>"""


def test_each_paper_of_a_batch_is_read_from_the_common_answer_of_arxiv() -> None:
    first = read("arxiv", "arxiv", "2211.05102", FEED)
    second = read("arxiv", "arxiv", "cs/0112017", FEED)

    assert claimed(first) == {
        "type": "article",
        "genre": "Preprint",
        "title": "Efficiently Scaling Transformer Inference",
        "author": [
            {"family": "Pope", "given": "Reiner"},
            {"family": "Levskaya", "given": "Anselm"},
            {"literal": "The ATLAS Collaboration"},
        ],
        "issued": "2022-11-09",
        "arxiv": "2211.05102",
        "arxiv-class": "cs.LG",
        "publisher": "arXiv",
        "URL": "https://arxiv.org/abs/2211.05102",
    }
    assert isinstance(first, Known)
    assert first.see == ("10.1000/published",)
    assert claimed(second)["title"] == "Old"
    assert isinstance(read("arxiv", "arxiv", "2401.00001", FEED), NotFound)


@pytest.mark.parametrize(
    "entries",
    [
        "",
        "<entry><id>http://arxiv.org/api/errors#incorrect_id</id><title>Error</title><summary>none</summary></entry>",
    ],
    ids=["as it is today", "as it used to be"],
)
def test_a_number_that_arxiv_does_not_know_is_not_found(entries: str) -> None:
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>'

    assert isinstance(read("arxiv", "arxiv", "1234.12345", feed), NotFound)


def test_arxiv_is_asked_for_many_papers_at_once() -> None:
    batch = source("arxiv").batch
    assert batch

    question = batch([Subject("arxiv", "2211.05102"), Subject("arxiv", "cs/0112017")], Keys())

    assert question.url == "https://export.arxiv.org/api/query?id_list=2211.05102,cs/0112017&max_results=2"
    assert source("arxiv").paces["export.arxiv.org"].interval == 3


PUBMED = """<?xml version="1.0"?><PubmedArticleSet><PubmedArticle>
<MedlineCitation><PMID Version="1">12091962</PMID><Article>
  <Journal><ISSN IssnType="Print">1043-1578</ISSN>
    <JournalIssue><Volume>17</Volume><Issue>1</Issue>
      <PubDate><MedlineDate>1990 Spring</MedlineDate></PubDate></JournalIssue>
    <Title>Social justice</Title><ISOAbbreviation>Soc Justice</ISOAbbreviation></Journal>
  <ArticleTitle>[The treatment of <i>H. pylori</i> behind walls].</ArticleTitle>
  <Pagination><MedlinePgn>113-25</MedlinePgn></Pagination>
  <AuthorList><Author ValidYN="Y"><LastName>Olivero</LastName><ForeName>J Michael</ForeName><Suffix>Jr</Suffix></Author>
    <Author><CollectiveName>Prison Study Group</CollectiveName></Author>
    <Author ValidYN="N"><LastName>Mistake</LastName><ForeName>A</ForeName></Author></AuthorList>
  <Language>fre</Language></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1000/aids</ArticleId>
  <ArticleId IdType="pmc">PMC123</ArticleId></ArticleIdList>
  <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/cited</ArticleId></ArticleIdList>
  </Reference></ReferenceList>
</PubmedData></PubmedArticle></PubmedArticleSet>"""


def test_an_article_of_pubmed_is_read_with_its_pages_in_full() -> None:
    outcome = read("pubmed", "pmid", "12091962", PUBMED)

    assert claimed(outcome) == {
        "type": "article-journal",
        "title": "The treatment of <i>H. pylori</i> behind walls",
        "author": [
            {"family": "Olivero", "given": "J Michael", "suffix": "Jr"},
            {"literal": "Prison Study Group"},
        ],
        "issued": "1990-21",
        "container-title": "Social justice",
        "container-title-short": "Soc Justice",
        "volume": "17",
        "issue": "1",
        "page": "113-125",
        "ISSN": "1043-1578",
        "language": "fr",
        "PMID": "12091962",
        "DOI": "10.1000/aids",
        "PMCID": "PMC123",
    }
    assert isinstance(outcome, Known)
    assert outcome.see == ("10.1000/aids",)
    assert isinstance(read("pubmed", "pmid", "1", PUBMED), NotFound)


JATS = """<pmc-articleset><article article-type="research-article" xml:lang="en"><front>
<journal-meta><journal-title-group><journal-title>Galaxies</journal-title></journal-title-group>
  <issn>2075-4434</issn><publisher><publisher-name>MDPI</publisher-name></publisher></journal-meta>
<article-meta><article-id pub-id-type="pmc">6600000</article-id><article-id pub-id-type="doi">10.1000/be</article-id>
  <title-group><article-title>Be Stars in H<sub>2</sub><xref>1</xref></article-title>
    <subtitle>A study</subtitle></title-group>
  <contrib-group><contrib contrib-type="author"><name><surname>Cochetti</surname><given-names>Y. R.</given-names></name>
    <contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id></contrib>
    <contrib contrib-type="author"><collab>Be Team<contrib-group><contrib><name><surname>M</surname></name></contrib>
    </contrib-group></collab></contrib>
    <contrib contrib-type="editor"><name><surname>Ed</surname><given-names>It</given-names></name></contrib>
  </contrib-group>
  <pub-date pub-type="epub"><day>17</day><month>8</month><year>2023</year></pub-date>
  <volume>11</volume><issue>4</issue><elocation-id>90</elocation-id>
  <permissions><license xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://creativecommons.org/licenses/by/4.0/"/></permissions>
</article-meta></front><back><ref-list><ref><article-title>Cited</article-title></ref></ref-list></back></article></pmc-articleset>"""


def test_an_article_of_pubmed_central_is_read_from_its_front_matter() -> None:
    outcome = read("pmc", "pmcid", "PMC6600000", JATS)

    assert claimed(outcome) == {
        "type": "article-journal",
        "title": "Be Stars in H<sub>2</sub>: A study",
        "author": [
            {"family": "Cochetti", "given": "Y. R.", "ORCID": "0000-0002-1825-0097"},
            {"literal": "Be Team"},
        ],
        "editor": [{"family": "Ed", "given": "It"}],
        "issued": "2023-08-17",
        "container-title": "Galaxies",
        "publisher": "MDPI",
        "ISSN": "2075-4434",
        "volume": "11",
        "issue": "4",
        "number": "90",
        "DOI": "10.1000/be",
        "PMCID": "PMC6600000",
        "language": "en",
        "license": "CC-BY-4.0",
    }
    assert isinstance(read("pmc", "pmcid", "PMC1", JATS), NotFound)


def test_the_citation_exporter_of_pubmed_speaks_csl() -> None:
    item = {"PMID": "31243368", "DOI": "10.1000/x", "type": "article-journal", "title": "Title", "id": "pmid:31243368"}

    outcome = source("ctxp").read(Subject("pmid", "31243368"), answer(item))

    assert claimed(outcome) == {"type": "article-journal", "title": "Title", "DOI": "10.1000/x", "PMID": "31243368"}
    assert isinstance(read("ctxp", "pmid", "1", item), Mismatch)
