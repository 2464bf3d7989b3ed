"""Markdown shows what the catalog says, whatever signs it is made of; markdown-it is the judge."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from readinglist.exporters import find_exporter
from readinglist.markdown import escape
from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.header import Area
from readinglist.model.identifiers import Key, Url


def github() -> MarkdownIt:
    """A reader of tables, ~~deletions~~ and bare addresses, which takes no more for an address than GitHub does."""
    reader = MarkdownIt("gfm-like")
    assert reader.linkify is not None
    reader.linkify.set({"fuzzy_link": False, "fuzzy_email": False})
    reader.linkify.add("//", None)
    return reader


READERS = {"CommonMark": MarkdownIt("commonmark"), "GFM": github()}

FRAGMENTS = """
\\ ` * _ { } [ ] ( ) < > # + - . ! | ~ & ; : / ' " @ = $ ^ % ? , a b Z 0 1 7 é 中 😀 ² — … “ 「 〇
** __ ~~ ``` --- === *** ~~~ ]( [[ ]] ![ [^1] [x] </ <b> <!-- --> <?x <a@b.c> <http://a.b> http:// https://a.b/c ftp://
www. www.a.bc &amp; &#35; &#x41; &copy &lt; 1. 2) 12. #1 C# snake_case __init__ 2*3 a*b* |a| \\| \\\\ \\n foo bar a@b.cd
""".split()
TITLES = (
    st.lists(
        st.sampled_from([*FRAGMENTS, " ", "  ", "\n", "\t", "\u00a0", "\u3000", "\u200b", "\u0301"])
        | st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])),
        min_size=1,
        max_size=12,
    )
    .map("".join)
    .filter(bool)
)
ADDRESSES = st.lists(
    st.sampled_from([*"/()[]*_~&;#?=%.,:!$'@+-", "a", "b", "%20", "&amp;", "&copy;", "é", "中", "(x)", "**"]),
    max_size=12,
).map(lambda parts: "https://example.org/" + "".join(parts))


def written(title: str, link: str | None = "https://example.org/", annote: str | None = None, **options: object) -> str:
    entry = Entry(id=Key("it"), title=title, URL=link and Url(link), annote=annote)  # type: ignore[call-arg]
    return find_exporter("markdown")(Catalog(entries=(entry,)), options)


def shown(title: str) -> str:
    return escape.one_line(title) or "it"


def text(tokens: Sequence[Token]) -> str:
    return "".join("\n" if token.type == "softbreak" else token.content for token in tokens)


def inlines(reader: MarkdownIt, source: str) -> list[Sequence[Token]]:
    return [token.children or () for token in reader.parse(source) if token.type == "inline"]


def link_in(tokens: Sequence[Token]) -> tuple[object, str]:
    """Return where the link at the start of some tokens leads, and its words."""
    (end,) = (place for place, token in enumerate(tokens) if token.type == "link_close")
    assert tokens[0].type == "link_open"
    return tokens[0].attrs["href"], text(tokens[1:end])


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("bold", [True, False], ids=["bold", "plain"])
@given(title=TITLES, url=ADDRESSES)
@example(title="[2211.05102] A *b* `c` \\", url="https://example.org/a_(b)")
def test_the_words_and_the_address_of_a_bullet_are_those_of_the_entry(
    reader: MarkdownIt, bold: bool, title: str, url: str
) -> None:
    tokens = reader.parse(written(title, url, "why", bold=bold))
    assert [token.type for token in tokens if token.nesting == 1] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    (inline,) = (token.children or [] for token in tokens if token.type == "inline")
    assert link_in(inline) == (reader.normalizeLink(url), shown(title))
    assert inline[-1].content == ": why"
    assert ("strong_open" in {token.type for token in inline}) == bold


@pytest.mark.parametrize("bold", [True, False], ids=["bold", "plain"])
@given(title=TITLES, url=ADDRESSES)
def test_the_words_and_the_address_of_a_row_are_those_of_the_entry(bold: bool, title: str, url: str) -> None:
    reader = READERS["GFM"]
    *head, name, why = inlines(reader, written(title, url, "why", layout="tables", bold=bold))
    assert [text(each) for each in [*head, why]] == ["Resource", "Focus", "why"]
    assert link_in(name) == (reader.normalizeLink(url), shown(title))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("bold", [True, False], ids=["bold", "plain"])
@given(title=TITLES)
def test_an_entry_without_an_address_is_shown_as_text(reader: MarkdownIt, bold: bool, title: str) -> None:
    tokens = reader.parse(written(title, None, bold=bold))
    assert [token.type for token in tokens if token.nesting == 1] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
    ]
    assert [text(token.children or ()) for token in tokens if token.type == "inline"] == [shown(title)]


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@given(title=TITLES.filter(str.strip))
@example(title="Learning C #")
@example(title="###")
def test_a_heading_shows_the_title_of_its_area(reader: MarkdownIt, title: str) -> None:
    entry = Entry(id=Key("it"), title="One", area=("it",))
    catalog = Catalog(entries=(entry,), areas={"it": Area(title=title)})
    opening, heading, *_ = reader.parse(find_exporter("markdown")(catalog, {"layout": "areas"}))
    assert opening.tag == "h2"
    assert text(heading.children or ()) == shown(title)
    assert "link_open" not in {token.type for token in heading.children or ()}


# In a table a reader sees `|` where `\\|` is written, also inside an address that it finds by itself.
@given(annote=TITLES.filter(lambda words: "`" not in words and words.strip() and "://" not in words))
@example(annote="a | b \\| c \\\\| d")
def test_an_annotation_looks_in_a_table_as_it_does_elsewhere(annote: str) -> None:
    reader = READERS["GFM"]
    *_, cell = inlines(reader, written("One", annote=annote, layout="tables"))
    assert reader.renderer.render(list(cell), reader.options, {}) == reader.renderInline(escape.folded(annote))


@pytest.mark.parametrize(
    "title",
    [
        "How to Optimize a CUDA Matmul Kernel for cuBLAS-like Performance: a Worklog",
        "Rafi Witten's C# & snake_case, 2 * 3 < 7 > 5, AT&T ~ _ + 1. 2) (all) {of} it! @you #4 = $5 ^ 6% | so",
        "# Not a heading - nor a list",
        "back\\slash",
    ],
)
def test_signs_that_no_reader_takes_for_markup_stay_as_they_are(title: str) -> None:
    assert escape.link_text(title) == title


@pytest.mark.parametrize(
    ("title", "escaped"),
    [
        ("[2211.05102] Attention", r"\[2211.05102\] Attention"),
        ("*args and __init__", r"\*args and \_\_init\_\_"),
        ("`ls` <b> &amp; ~~gone~~", r"\`ls\` \<b> \&amp; \~\~gone\~\~"),
        ("\\alpha \\[x", r"\alpha \\\[x"),
    ],
)
def test_signs_that_a_reader_would_take_for_markup_are_escaped(title: str, escaped: str) -> None:
    assert escape.link_text(title) == escaped


@pytest.mark.parametrize(
    ("url", "between"),
    [
        ("https://example.org/a_b*c~d", "https://example.org/a_b*c~d"),
        ("https://example.org/Foo_(bar)", "https://example.org/Foo_(bar)"),
        ("https://example.org/a)b", "<https://example.org/a)b>"),
        ("https://[::1]/x", "https://[::1]/x"),
        ("mailto:a|b\\c`d", "mailto:a%7Cb%5Cc%60d"),
        ("https://example.org/?a=1&lt;=2&b=3", "https://example.org/?a=1&amp;lt;=2&b=3"),
    ],
)
def test_an_address_is_written_so_that_it_leads_where_it_should(url: str, between: str) -> None:
    assert escape.destination(url) == between


@pytest.mark.parametrize("sign", ["# One", "> One", "- One", "+ One", "1. One", "12) One", "---", "- - -"])
def test_a_title_that_looks_like_a_block_is_text(sign: str) -> None:
    assert (
        READERS["GFM"].render(written(sign, None, bold=False)) == f"<ul>\n<li>{sign.replace('>', '&gt;')}</li>\n</ul>\n"
    )
