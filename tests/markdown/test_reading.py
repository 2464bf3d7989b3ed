"""Lists as people write them, and the works in them."""

import pytest

from readinglist.importers import find_importer


def works(text: str) -> list[dict[str, object]]:
    """The fields of every work, without its key."""
    found = find_importer("markdown")(text).entries
    return [{name: value for name, value in each.fields.items() if name != "id"} for each in found]


def lost(text: str) -> list[str]:
    found = find_importer("markdown")(text)
    return [f"{found.catalog.position(each.place).line}: {each.message}" for each in found.findings]


@pytest.mark.parametrize("separator", [" - ", " – ", " — ", ": ", "：", ", ", ". ", " ", "**:** "])
def test_words_behind_a_link_are_the_annotation_whatever_sets_them_off(separator: str) -> None:
    assert works(f"* [**T**](https://a.example){separator}why *read* it") == [
        {"title": "T", "URL": "https://a.example", "annote": "why *read* it"}
    ]


def test_a_parenthesis_behind_a_link_stays_one() -> None:
    assert works("* [T](https://a.example) (in French)") == [
        {"title": "T", "URL": "https://a.example", "annote": "(in French)"}
    ]


def test_a_title_may_stand_before_the_link_that_is_called_pdf() -> None:
    text = "- **A title** (2015), G. Hinton et al. [[pdf]](https://a.example/1.pdf) [[code]](https://github.com/a/b)\n"
    assert works(text) == [
        {
            "title": "A title",
            "issued": "2015",
            "author": [{"family": "Hinton", "given": "G."}],
            "others": "true",
            "URL": "https://a.example/1.pdf",
            "code": "https://github.com/a/b",
        }
    ]


def test_an_arxiv_number_in_the_title_is_a_field_and_stays_in_the_label() -> None:
    assert works(r"* [**\[2211.05102\] On scaling**](https://arxiv.org/abs/2211.05102): detailed.") == [
        {
            "title": "On scaling",
            "label": "[2211.05102] On scaling",
            "arxiv": "2211.05102",
            "URL": "https://arxiv.org/abs/2211.05102",
            "annote": "detailed.",
        }
    ]


def test_a_table_says_in_its_head_what_its_columns_are() -> None:
    text = (
        "| Date | Title | Paper | Code | Recom |\n|:---:|---|---|---|---|\n"
        "| 2024.05 | 🔥[**CLA**] Reducing | [[pdf]](https://arxiv.org/pdf/2405.12981) | "
        "[[cla]](https://github.com/a/cla) ![](https://badge.example/x.svg) | ⭐️ |\n"
        "| 2024.06 | Without a link | ⚠️ | | |\n"
    )
    assert works(text) == [
        {
            "title": "🔥[CLA] Reducing",
            "URL": "https://arxiv.org/pdf/2405.12981",
            "code": "https://github.com/a/cla",
            "issued": "2024-05",
            "arxiv": "2405.12981",
            "annote": "Recom: ⭐️",
        }
    ]
    assert lost(text) == ["3: https://badge.example/x.svg is in no entry: a picture"]


def test_a_box_says_how_far_the_curator_is() -> None:
    assert works("- [ ] [A](https://a.example)\n- [x] [B](https://b.example)\n") == [
        {"title": "A", "URL": "https://a.example", "reading": "to-read"},
        {"title": "B", "URL": "https://b.example", "reading": "read"},
    ]


def test_items_below_a_work_are_works_or_words_about_it() -> None:
    text = (
        "- [A course](https://a.example)\n"
        "  - Taught **well**, see [there](https://there.example).\n"
        "  - [Lecture Videos](https://v.example)\n"
        "  - [Exams](https://exams.example)\n"
        "  - [Another course](https://b.example)\n"
    )
    assert works(text) == [
        {
            "title": "A course",
            "URL": "https://a.example",
            "video": "https://v.example",
            "annote": "- Taught **well**, see [there](https://there.example).\n- [Exams](https://exams.example)",
        },
        {"title": "Another course", "URL": "https://b.example"},
    ]


def test_the_label_of_a_group_is_a_tag() -> None:
    assert works("- Agent Skills\n  - [A](https://a.example)\n") == [
        {"title": "A", "URL": "https://a.example", "tags": ["agent-skills"]}
    ]


def test_sections_are_areas_and_the_only_first_heading_is_the_title() -> None:
    found = find_importer("markdown")(
        "# My list ![badge](https://badge.example)\n\n- [A](https://a.example)\n\n## Systems\n\n"
        "### Caches ([back](#top))\n\n- [B](https://b.example)\n\n## Nothing\n\n## Systems\n\n- [C](https://c.example)\n"
    )
    assert found.title == "My list"
    assert [(name, area.title, area.parent) for name, area in found.areas.items()] == [
        ("systems", "Systems", None),
        ("caches", "Caches ()".removesuffix(" ()"), "systems"),
        ("systems-2", "Systems", None),
    ]
    assert [each.fields.get("area") for each in found.entries] == [None, ["caches"], ["systems-2"]]


def test_reference_links_and_anchors_of_html_are_links() -> None:
    text = (
        "- [A][1] - see [also]\n- <a href='https://b.example'>B <b>bold</b></a> – good\n\n"
        "[1]: https://a.example\n[also]: https://also.example\n[unused]: https://unused.example\n"
    )
    assert works(text) == [
        {"title": "A", "URL": "https://a.example", "annote": "see [also](https://also.example)"},
        {"title": "B bold", "URL": "https://b.example", "annote": "good"},
    ]
    assert lost(text) == ["6: https://unused.example is in no entry: a reference that nothing refers to"]


def test_a_list_may_be_written_as_html() -> None:
    text = '<ul>\n<li><a href="https://a.example">A &amp; B</a> – good\n<li>none\n</ul>\n'
    assert works(text) == [{"title": "A & B", "URL": "https://a.example", "annote": "good"}]


def test_paragraphs_and_headings_that_begin_with_a_link_are_works() -> None:
    text = (
        "[Allegro](https://a.example). A crash.\n\nWe met [here](https://here.example).\n\n"
        "### [Roofline](https://r.example)\n\nA *model*.\n\n"
        "## Learning from data\n\n- Lecture 1\n\n🔗 [Link to Course](https://y.example)\n"
    )
    assert works(text) == [
        {"title": "Allegro", "URL": "https://a.example", "annote": "A crash."},
        {"title": "Roofline", "URL": "https://r.example", "annote": "A *model*."},
        {"title": "Learning from data", "URL": "https://y.example", "area": ["learning-from-data"]},
    ]
    assert lost(text) == ["3: https://here.example is in no entry: in running text, not at the start of an item"]


def test_a_sentence_around_a_title_is_the_annotation() -> None:
    assert works("- The group publishes [Systems](https://a.example) (site: [b](https://b.example)).") == [
        {
            "title": "Systems",
            "URL": "https://a.example",
            "annote": "The group publishes Systems (site: [b](https://b.example)).",
        }
    ]


def test_front_matter_gives_the_title_and_keeps_the_lines_right() -> None:
    found = find_importer("markdown")("---\ntitle: Conclusions\n---\n\n* [A](https://a.example)\n")
    assert found.title == "Conclusions"
    assert [found.position(each).line for each in found.entries] == [5]


def test_every_address_that_is_in_no_entry_is_told_with_its_line() -> None:
    text = (
        "[![Build](https://img.example/b.svg)](https://ci.example)\n\n- [Contents](#contents)\n"
        "- [A paper](papers/a.pdf)\n\n```\ncurl https://code.example/x\n```\n<!-- https://comment.example -->\n"
    )
    assert works(text) == []
    assert lost(text) == [
        "1: https://ci.example is in no entry: a badge",
        "1: https://img.example/b.svg is in no entry: a picture",
        "4: papers/a.pdf is in no entry: a file of the repository, not an address",
        "7: https://code.example/x is in no entry: no link: it stands in code, a comment or a tag",
        "9: https://comment.example is in no entry: no link: it stands in code, a comment or a tag",
    ]


def test_an_address_stays_as_its_curator_spelled_it() -> None:
    assert works("- [A](https://zh.example/wiki/深度_(学习))\n- [B](<https://b.example/a b>)\n") == [
        {"title": "A", "URL": "https://zh.example/wiki/深度_(学习)"},
        {"title": "B", "URL": "https://b.example/a%20b"},
    ]
