"""Each kind of statement that a page can make about itself, and what is taken from it."""

from __future__ import annotations

import pytest

from tests.webpage.reading import URL, claims, locators, outcome

KWON = {"family": "Kwon", "given": "Woosuk"}
LI = {"family": "Li", "given": "Zhuohan"}


def test_highwire_tags_are_a_whole_reference() -> None:
    page = """
    <meta name="citation_title" content="Efficient Memory Management">
    <meta name="citation_author" content="Kwon, Woosuk"><meta name="citation_author" content="Zhuohan Li">
    <meta name="citation_publication_date" content="2023/10/23"><meta name="citation_online_date" content="2023/09/12">
    <meta name="citation_journal_title" content="Operating Systems Review"><meta name="citation_volume" content="57">
    <meta name="citation_issue" content="2"><meta name="citation_firstpage" content="611">
    <meta name="citation_lastpage" content="626"><meta name="citation_doi" content="doi:10.1145/3600006.3613165">
    <meta name="citation_issn" content="0163-5980"><meta name="citation_publisher" content="ACM">
    """

    assert claims(page) == {
        "title": "Efficient Memory Management",
        "author": [KWON, LI],
        "issued": "2023-10-23",
        "container-title": "Operating Systems Review",
        "volume": "57",
        "issue": "2",
        "page": "611-626",
        "DOI": "10.1145/3600006.3613165",
        "ISSN": "0163-5980",
        "publisher": "ACM",
        "type": "article-journal",
        "URL": URL,
    }
    assert outcome(page).see == ("10.1145/3600006.3613165",)  # type: ignore[union-attr]


def test_dublin_core_and_eprints_speak_where_highwire_is_silent() -> None:
    page = """
    <meta name="DC.title" content="On Memory"><meta name="DC.creator" content="Kwon, Woosuk">
    <meta name="eprints.creators_name" content="Kwon, Woosuk"><meta name="DCTERMS.issued" content="2019">
    <meta name="DC.identifier" content="https://doi.org/10.1000/182"><meta name="DC.date" content="2021-05-04">
    """

    assert claims(page) == {
        "title": "On Memory", "author": [KWON], "issued": "2019", "DOI": "10.1000/182", "URL": URL,
    }  # fmt: skip


def test_json_ld_is_read_through_its_graph_and_only_about_this_page() -> None:
    page = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
      {"@type": "WebSite", "@id": "#site", "name": "Notes"},
      {"@type": "Person", "@id": "#me", "name": "Woosuk Kwon"},
      {"@type": "Article", "headline": "Another note", "url": "https://notes.example.org/other",
       "author": {"name": "Somebody Else"}, "datePublished": "2020-01-01"},
      {"@type": ["Article", "BlogPosting"], "headline": "On memory",
       "mainEntityOfPage": {"@id": "https://notes.example.org/2024/on-memory/"},
       "author": {"@id": "#me"}, "datePublished": "2024-03-01T08:00:00+09:00", "dateModified": "2025-01-01",
       "publisher": {"@type": "Organization", "name": "Notes of a group"}}]}</script>
    <h1>On memory</h1> by Woosuk Kwon"""

    assert claims(page) == {
        "title": "On memory",
        "author": [KWON],
        "issued": "2024-03-01",
        "publisher": "Notes of a group",
        "URL": URL,
    }


def test_json_ld_is_mended_once() -> None:
    page = """<script type="application/ld+json">
    //<![CDATA[
    /* made by a template */ {"@type": "TechArticle", "headline": "A // B /* C */",
     "datePublished": "2024-03-01",}; //]]></script>"""

    assert claims(page)["title"] == "A // B /* C */"
    assert claims(page)["issued"] == "2024-03-01"


def test_a_firm_that_stands_as_author_is_nobody() -> None:
    page = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Floods",
      "author": {"@type": "Organization", "name": "Example Wire"}, "publisher": {"name": "Example Wire"}}</script>
    <meta name="author" content="Example Wire Staff"><h1>Floods</h1> by the editorial team"""

    assert "author" not in claims(page)


def test_microdata_and_open_graph_agree_on_a_post() -> None:
    page = """<meta property="og:title" content="On memory | Notes"><meta property="og:site_name" content="Notes">
    <meta property="article:published_time" content="2024-03-01T08:00:00Z">
    <article itemscope itemtype="https://schema.org/BlogPosting"><h1 itemprop="headline">On memory</h1>
    <span itemprop="author" itemscope><b itemprop="name">Woosuk Kwon</b> <i>PhD student</i></span></article>"""

    assert claims(page) == {
        "title": "On memory", "author": [KWON], "issued": "2024-03-01", "container-title": "Notes", "URL": URL,
    }  # fmt: skip


def test_one_voice_about_the_author_is_not_enough() -> None:
    assert "author" not in claims('<h1>On memory</h1><meta name="author" content="Woosuk Kwon">')
    assert claims('<h1>On memory</h1><p>by <span class="author">Woosuk Kwon</span>')["author"] == [KWON]


@pytest.mark.parametrize(
    ("name", "url", "authors"),
    [
        ("Jana Doering", "https://jdoering.com/notes/", [{"family": "Doering", "given": "Jana"}]),
        ("Jana Doering", "https://janadoering.github.io/notes/", [{"family": "Doering", "given": "Jana"}]),
        ("Hugging Face", "https://huggingface.co/notes/", None),
        ("Hazy Research", "https://hazyresearch.example.edu/notes/", None),
        ("Jana Doering", "https://notes.example/a/", None),
    ],
)
def test_whose_name_is_in_the_host_writes_there_but_a_firm(name: str, url: str, authors: object) -> None:
    html = f'<title>On memory</title><meta name="author" content="{name}"><h1>On memory</h1>'
    assert claims(html, url).get("author") == authors


def test_twitter_accounts_are_no_authors() -> None:
    page = '<meta name="twitter:creator" content="@woosuk"><meta name="twitter:title" content="On memory">'

    assert "author" not in claims(page)


def test_the_first_template_of_distill_writes_yaml() -> None:
    page = """<script type="text/front-matter">
      title: "Why Momentum Really Works"
      published: Apr 4, 2017
      authors:
        - Gabriel Goh: http://gabgoh.example.org
        - Woosuk Kwon
      affiliations:
        - UC Davis: http://math.example.org
    </script><dt-article><h1>Why Momentum Really Works</h1></dt-article>"""

    assert claims(page) == {
        "title": "Why Momentum Really Works",
        "author": [{"family": "Goh", "given": "Gabriel"}, KWON],
        "issued": "2017-04-04",
        "URL": URL,
    }


def test_the_second_template_of_distill_writes_json() -> None:
    page = """<d-front-matter><script id="distill-front-matter" type="text/json">{
      "title": "The Playbook", "published": "Feb 19, 2025", "affiliation": {"name": "Hugging Face"},
      "authors": [{"author": "Woosuk Kwon<sup>*</sup>"}, {"author": "Zhuohan Li†"}]}</script></d-front-matter>"""

    assert claims(page) == {
        "title": "The Playbook", "author": [KWON, LI], "issued": "2025-02-19", "publisher": "Hugging Face", "URL": URL,
    }  # fmt: skip


def test_the_authors_own_bibtex_counts_where_it_is_about_this_page() -> None:
    own = "@misc{a, title={On Memory}, author={Woosuk Kwon, Zhuohan Li}, year={2025}}"
    other = "@misc{b, title={Attention Is All You Need}, author={Vaswani, Ashish}, year={2017}}"

    assert claims(f"<h1>On Memory</h1><pre>{other}</pre><pre><code>{own}</code></pre>") == {
        "title": "On Memory", "author": [KWON, LI], "issued": "2025", "URL": URL,
    }  # fmt: skip
    assert "author" not in claims(f"<h1>On Memory</h1><pre>{other}</pre>")


def test_how_a_page_asks_to_be_cited_names_its_authors() -> None:
    page = """<h1>On Memory</h1><p>Cited as:</p><blockquote>Kwon, Woosuk; Li, Zhuohan. (Jan 2023). On Memory. Notes.
    </blockquote>"""
    short = "<h1>On Memory</h1><p>Please cite this work as: Kwon et al., &quot;On Memory&quot;, 2023.</p>"

    assert claims(page) == {"title": "On Memory", "author": [KWON, LI], "issued": "2023-01", "URL": URL}
    assert claims(short) == {"title": "On Memory", "URL": URL}


def test_a_proposal_says_its_number_and_authors_in_a_field_list() -> None:
    page = """<title>PEP 257 – Docstring Conventions | peps.python.org</title><h1>Python Enhancement Proposals</h1>
    <h1>PEP 257 – Docstring Conventions</h1><dl class="rfc2822 field-list simple">
    <dt>Author<span>:</span></dt><dd>David Goodger &lt;goodger at python.org&gt;,
    Guido van Rossum &lt;guido at python.org&gt;</dd><dt>Created:</dt><dd>29-May-2001</dd></dl>"""

    assert claims(page, "https://peps.python.org/pep-0257/") == {
        "number": "PEP 257",
        "title": "Docstring Conventions",
        "author": [
            {"family": "Goodger", "given": "David"},
            {"family": "Rossum", "given": "Guido", "non-dropping-particle": "van"},
        ],
        "issued": "2001-05-29",
        "URL": "https://peps.python.org/pep-0257/",
    }


def test_a_manual_has_a_title_and_neither_author_nor_date() -> None:
    page = """<html lang="en"><title>Installation - Hatch</title><meta name="generator" content="mkdocs-1.6.1">
    <meta name="author" content="Woosuk Kwon"><h1>Installation<a class="headerlink" href="#x">¶</a></h1>
    <p class="author">Woosuk Kwon</p> Last updated March 1, 2024"""

    assert claims(page) == {
        "title": "Installation", "genre": "Documentation", "language": "en", "URL": URL,
    }  # fmt: skip


def test_a_course_names_its_instructors_and_its_term() -> None:
    page = """<script type="application/ld+json">{"@type": "Course", "name": "CS1: Systems (Spring 2025)",
      "provider": {"name": "Example University"}}</script><meta name="author" content="CS1 Staff"><h1>CS1: Systems</h1>
    <div class="instructor"><a><div>Woosuk Kwon</div></a><div>Instructor</div></div>
    <div class="instructor"><a><div>Zhuohan Li</div></a><div>CA</div></div>"""

    assert claims(page) == {
        "title": "CS1: Systems (Spring 2025)",
        "author": [KWON],
        "issued": "2025-21",
        "publisher": "Example University",
        "type": "webpage",
        "genre": "Course",
        "URL": URL,
    }


def test_the_day_near_the_heading_is_the_day_of_the_text() -> None:
    assert claims("<h1>On memory</h1><span>June 18, 2025</span>")["issued"] == "2025-06-18"
    assert claims("<h1>On memory</h1>2022-03-30 (34 min read)")["issued"] == "2022-03-30"
    assert "issued" not in claims("<h1>On memory</h1>Last updated on June 18, 2025")


def test_an_address_with_a_day_says_when() -> None:
    assert claims("<h1>On memory</h1>", "https://x.example/2021/09/25/on-memory")["issued"] == "2021-09-25"


def test_parsely_is_heard() -> None:
    page = """<h1>On memory</h1> Woosuk Kwon <meta name="parsely-page" content='{"title": "On memory",
      "author": "Woosuk Kwon", "pub_date": "2024-03-01T00:00:00Z"}'>"""

    assert claims(page) == {"title": "On memory", "author": [KWON], "issued": "2024-03-01", "URL": URL}


def test_a_link_to_the_authors_page_is_heard_under_the_heading() -> None:
    page = '<h1>On memory</h1>By <a href="/author/woosuk-kwon/">Woosuk Kwon</a>'

    assert claims(page)["author"] == [KWON]


def test_the_authors_of_other_texts_on_the_page_are_not_its_own() -> None:
    teasers = (
        "".join(f'<p>Words about it. </p><a rel="author" href="/author/x{n}/">Ying Sheng{n}</a>' for n in "abc") * 9
    )
    page = f"""<h1>On memory</h1><a rel="author" href="/author/kwon/">Woosuk Kwon</a><p>{"Words. " * 100}{teasers}
    <script type="application/ld+json">[{{"@type": "Article", "headline": "A", "url": "https://notes.example.org/a",
     "author": "Lianmin Zheng"}}, {{"@type": "Article", "headline": "B", "url": "https://notes.example.org/b"}}]</script>"""

    assert claims(page)["author"] == [KWON]
    assert claims(page)["title"] == "On memory"


def test_every_claim_says_where_it_stands() -> None:
    page = '<title>On memory</title><meta property="og:title" content="On memory"><h1>On memory</h1>'

    assert locators(page) == {"title": "h1, meta[og:title], title", "URL": "address", "type": "page"}
