"""The words by which a page is recognised later."""

from __future__ import annotations

from readinglist.webpage.maintext import MainText, main_text

URL = "https://notes.example.org/on-memory"


def test_the_main_words_are_those_of_the_article_and_not_of_what_stands_around_it() -> None:
    html = """<title>On memory | Notes</title><nav>Home About</nav><header>Notes of a group</header>
    <article><h1>On memory</h1><p>Don't page <b>ten</b>sors.</p><div class="share social">Tweet this</div>
    <script>var x = 1;</script></article><footer>All rights reserved</footer>"""

    assert main_text(html.encode(), {}, URL) == MainText(
        "On memory | Notes", "On memory", ("on", "memory", "don't", "page", "tensors")
    )


def test_where_the_article_is_short_the_page_is_read_as_a_whole() -> None:
    html = "<article>Read more</article><p>" + "word " * 60

    assert len(main_text(html.encode(), {}, URL).words) == 62


def test_signs_of_scripts_without_spaces_are_words() -> None:
    found = main_text("<main>TPUの記憶について 모두를 위한</main>".encode(), {"Content-Type": "text/html"}, URL)

    assert found.words == ("tpu", "の", "記", "憶", "に", "つ", "い", "て", "모두를", "위한")


def test_what_serves_as_the_main_part_is_read_before_what_is_called_so() -> None:
    words = "word " * 50
    html = f"<div id=content>{words} called</div><div role=main>{words} serving</div><p>{words} around"

    assert main_text(html.encode(), {}, URL).words[-1] == "serving"


def test_the_main_part_is_found_behind_an_end_of_the_page_that_is_none() -> None:
    assert main_text(b"<p>Above</html><main>Below</main>", {}, URL).words == ("below",)


def test_a_page_has_at_most_5000_words() -> None:
    assert len(main_text(b"<p>" + b"Word " * 6000, {}, URL).words) == 5000


def test_any_bytes_have_words_or_none() -> None:
    assert main_text(b"", {}, URL) == MainText("", "", ())
    assert main_text(b"\xff\xfe\x00<", {}, URL).title == ""
