"""The page in a browser: what a reader sees and does, with the keyboard and without JavaScript."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from readinglist.exporters import find_exporter
from readinglist.model.header import Area
from tests.exporters.made import catalog_of
from tests.page.conftest import Look
from tests.support.browser import PHONE, html_of
from tests.support.lists import first_catalog, full
from tests.support.queries import CATALOG, QUERIES

pytestmark = pytest.mark.browser
ORDER = ["primer", "paged", "tpu", "homeless"]


@pytest.mark.parametrize("http", [False, True], ids=["file", "http"])
def test_the_page_asks_nobody_and_nothing_goes_wrong_on_it(look: Look, http: bool) -> None:
    visit = look(html_of(first_catalog()), http=http)
    visit.settle()
    visit.search.fill("tpu")
    visit.page.keyboard.press("?")
    assert visit.requests == [visit.page.url.partition("?")[0]]
    assert visit.mistakes == []


def test_every_query_finds_in_the_browser_what_it_finds_on_the_command_line(look: Look) -> None:
    visit = look(html_of(CATALOG))
    found = {}
    for query, _ in QUERIES:
        visit.search.fill(query)
        found[query] = sorted(visit.shown)
    assert found == {query: sorted(ids.split()) for query, ids in QUERIES}


@pytest.mark.parametrize(
    ("query", "ids", "told"),
    [
        ("nothing at all", [], "0 of 4 Nothing fits. Esc clears the search."),
        ("aera:x", [], "No field is called “aera”, so this is looked for as words."),
        ("Caches: Öz", [], "No field is called “Caches”"),
        ("tpu author:", ["tpu"], "1 of 4 “author:” waits for a value."),
        ('"deep di', ["tpu"], "1 of 4"),
        ("year:soon", ORDER, "“soon” is not a year"),
        ("type:blgo", [], "No entry is of the type “blgo”."),
        ("-", ORDER, "“-” waits for a value."),
    ],
)
def test_a_query_that_is_not_finished_says_so_and_does_what_it_can(
    look: Look, query: str, ids: list[str], told: str
) -> None:
    visit = look(html_of(full()))
    visit.search.fill(query)
    assert visit.shown == ids
    assert told in visit.status


def test_without_javascript_everything_can_be_read_reached_and_cited(look: Look) -> None:
    visit = look(html_of(full()), java_script_enabled=False)
    page = visit.page
    assert page.locator(".e .t").all_inner_texts() == [
        "A primer",
        "Efficient memory management with PagedAttention",
        "TPU Deep Dive",
        "Without an area",
    ]
    assert page.get_by_role("searchbox").count() == 0
    assert page.locator("input, button, select").count() == 0
    page.get_by_role("navigation", name="Areas").get_by_role("link", name="Hardware").click()
    assert page.url.endswith("#_area-hardware")
    page.locator("#paged summary").click()
    assert "@inproceedings{paged," in page.locator("#paged pre").inner_text()
    assert page.locator("#paged .as").inner_text().startswith("Kwon and vLLM contributors")


def test_an_entry_shows_what_it_is_and_where_it_leads(look: Look) -> None:
    page = look(html_of(full()), java_script_enabled=False).page
    assert re.sub(r"\s+", " ", page.locator("#paged").inner_text()) == (
        "Efficient memory management with PagedAttention #"
        " Woosuk Kwon, vLLM contributors · SOSP, 2023-10-23 · paper · intermediate · ~45 min · #kv-cache"
        " Read first: A primer Read this before you serve; see the code."
        " archived copy code verified 2026-08-20 cite Efficient memory management with PagedAttention"
    )
    copy = page.get_by_role("link", name="archived copy")
    assert copy.get_attribute("data-versiondate") == "2024-01-02"
    assert copy.get_attribute("data-originalurl") == "https://doi.org/10.1145/3600006.3613165"
    assert "/web/20240102/" in str(page.locator("#paged .t").get_attribute("data-versionurl"))


def test_areas_say_how_much_there_is_and_where_to_start(look: Look) -> None:
    page = look(html_of(full()), java_script_enabled=False).page
    assert page.get_by_role("heading").all_inner_texts() == [
        "Serving & Training",
        "Serving 2 · ~65 min",
        "Hardware 2 · ~45 min · 1 without a time",
        "Other 1",
    ]
    assert page.locator(".here").all_inner_texts() == ["Start here"]
    assert page.locator("#primer .here").count() == 1
    assert page.locator("section").nth(1).locator(".note").all_inner_texts() == [
        "Also here: Efficient memory management with PagedAttention",
    ]


def test_an_area_says_where_to_start_when_that_stands_further_down(look: Look) -> None:
    hard = {"id": "hard", "level": "advanced", "area": "a"}
    easy = {"id": "easy", "level": "beginner", "area": "a", "title": "Easy"}
    made = replace(catalog_of(hard, easy), areas={"a": Area(title="A")})
    page = look(html_of(made), java_script_enabled=False).page
    assert page.locator(".here").all_inner_texts() == ["Start here"]
    assert page.locator("section .note").all_inner_texts() == ["Start here: Easy"]


def test_areas_count_what_is_shown_of_them(look: Look) -> None:
    visit = look(html_of(full()))
    visit.search.fill("tpu")
    assert visit.page.locator("h2:visible").all_inner_texts() == ["Hardware 1"]
    visit.page.keyboard.press("Escape")
    assert visit.page.locator("h2:visible").all_inner_texts()[0] == "Serving 2 · ~65 min"


def test_what_is_shown_stands_in_the_address_and_the_back_button_goes_back(look: Look) -> None:
    visit = look(html_of(full()), http=True)
    page = visit.page
    visit.search.fill("tpu")
    visit.search.press("Enter")
    page.wait_for_url("**/?q=tpu")
    page.get_by_label("Area", exact=True).select_option("hardware")
    page.wait_for_url("**/?q=tpu&area=hardware")
    page.go_back()
    assert (visit.search.input_value(), page.get_by_label("Area", exact=True).input_value()) == ("tpu", "")
    page.go_back()
    assert (visit.shown, visit.search.input_value()) == (ORDER, "")
    assert visit.mistakes == []


@pytest.mark.parametrize("http", [False, True], ids=["file", "http"])
def test_an_address_with_a_query_shows_what_it_asks_for(look: Look, http: bool) -> None:
    visit = look(html_of(full()), http=http, address="?q=type%3Ablog&area=hardware")
    assert (visit.shown, visit.status) == (["tpu"], "1 of 4")


@pytest.mark.parametrize("address", ["#paged", "#kwon2023", "?q=tpu#kwon2023"])
def test_an_entry_has_an_address_which_its_former_ids_share(look: Look, address: str) -> None:
    visit = look(html_of(full()), address=address)
    box = visit.page.locator("#paged").bounding_box()
    assert box
    assert 0 <= box["y"] < 700
    assert "paged" in visit.shown


def test_everything_can_be_done_with_single_keys(look: Look) -> None:
    visit = look(html_of(full()), http=True)
    page, keys = visit.page, visit.page.keyboard
    visit.settle()

    def at() -> str:
        return str(page.evaluate("document.activeElement.closest('.e')?.id ?? document.activeElement.type"))

    keys.press("/")
    assert at() == "search"
    keys.type("year:2021.. -tpu")
    assert visit.shown == ["primer", "paged"]
    keys.press("Escape")
    assert (visit.shown, visit.search.input_value()) == (ORDER, "")
    places = []
    for key in "jjjkjjjj":
        keys.press(key)
        places.append(at())
    assert places == ["primer", "paged", "tpu", "paged", "tpu", "homeless", "homeless", "homeless"]
    keys.press("k")
    keys.press("c")
    page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert visit.clipboard() == '"TPU Deep Dive", online.'
    keys.press("?")
    page.get_by_role("dialog").wait_for()
    keys.press("Escape")
    assert page.get_by_role("dialog").count() == 0


def test_o_opens_the_entry(look: Look) -> None:
    visit = look(html_of(full()))
    visit.context.route("https://example.org/**", lambda route: route.fulfill(body="opened"))
    visit.page.keyboard.press("j")
    visit.page.keyboard.press("o")
    visit.page.wait_for_url("https://example.org/primer")


def test_single_keys_can_be_turned_off_and_stay_off(look: Look) -> None:
    visit = look(html_of(full()), http=True)
    visit.page.keyboard.press("?")
    visit.page.get_by_label("Single keys do this").uncheck()
    visit.page.get_by_role("button", name="Close").click()
    visit.page.reload()
    visit.page.keyboard.press("/")
    assert visit.page.evaluate("document.activeElement === document.body")


def test_every_control_is_reached_by_tab_and_the_first_skips_to_the_list(look: Look) -> None:
    visit = look(html_of(full()))
    visit.settle()
    seen: list[str] = []
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        seen.append(str(visit.page.evaluate("document.activeElement.outerHTML.slice(0, 60)")))
    controls = visit.page.evaluate(
        "[...document.querySelectorAll('a[href], button, input:not([hidden]), select, summary')]"
        ".filter(e => e.checkVisibility() && !e.closest('details:not([open]) > :not(summary)'))"
        ".map(e => e.outerHTML.slice(0, 60))"
    )
    assert "Skip to the list" in seen[0]
    assert [each for each in controls if each not in seen] == []


def test_citations_are_copied_in_every_form(look: Look) -> None:
    visit = look(html_of(full()), http=True)
    visit.page.locator("#paged summary").click()
    copied = {}
    for name in ("BibTeX", "citation", "Markdown", "DOI"):
        visit.page.locator("#paged").get_by_role("button", name=f"Copy {name}").click()
        visit.page.get_by_role("status").filter(has_text="Copied").wait_for()
        copied[name] = visit.clipboard()
    one = full().only((full()["paged"],))
    assert copied == {
        "BibTeX": find_exporter("bibtex")(one),
        "citation": find_exporter("attribution")(one).rstrip("\n"),
        "Markdown": "[Efficient memory management with PagedAttention](https://doi.org/10.1145/3600006.3613165)",
        "DOI": "10.1145/3600006.3613165",
    }


def test_what_is_shown_can_be_taken_as_the_files_that_export_writes(look: Look) -> None:
    visit = look(html_of(full()), http=True)
    visit.search.fill("type:blog")
    visit.page.get_by_text("Take the 2 shown").click()
    taken = dict(visit.download(f"Download .{ending}") for ending in ("bib", "ris", "json"))
    some = full().only((full()["primer"], full()["tpu"]))
    assert taken == {
        "serving-training.bib": find_exporter("bibtex")(some),
        "serving-training.ris": find_exporter("ris")(some),
        "serving-training.json": find_exporter("csl-json")(some),
    }
    visit.page.get_by_role("button", name="Copy BibTeX").click()
    visit.page.get_by_role("status").filter(has_text="Copied").wait_for()
    assert visit.clipboard() == taken["serving-training.bib"]
    assert len(visit.requests) == 1


def test_progress_is_kept_in_the_browser_and_can_be_taken_to_another(look: Look) -> None:
    visit = look(html_of(full()), http=True)
    visit.settle()
    visit.page.get_by_label("read: A primer").check()
    visit.page.get_by_text("1 of 4 read, about 45 min left").click()
    visit.page.reload()
    visit.settle()
    assert visit.page.get_by_label("read: A primer").is_checked()
    visit.page.get_by_text("1 of 4 read").click()
    name, text = visit.download("Save to a file")
    assert (name, json.loads(text)) == (
        "serving-training.progress.json",
        {"readinglist": "progress", "list": "Serving & Training", "read": ["primer"]},
    )
    text = text.replace('"primer"', '"kwon2023"')  # a former id
    visit.page.locator("input[type=file]").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": text.encode()}
    )
    visit.page.get_by_text("2 of 4 read").wait_for()
    visit.page.locator("input[type=file]").set_input_files(
        {"name": "p.json", "mimeType": "application/json", "buffer": b"[1]"}
    )
    visit.page.get_by_role("status").filter(has_text="holds no progress").wait_for()
    assert len(set(visit.requests)) == 1


def test_a_browser_that_keeps_nothing_shows_the_page_all_the_same(look: Look) -> None:
    visit = look(html_of(full()))
    visit.context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    visit.page.reload()
    visit.search.fill("tpu")
    assert (visit.shown, visit.mistakes) == (["tpu"], [])


def test_a_narrow_phone_scrolls_in_one_direction_and_has_targets_for_fingers(look: Look) -> None:
    visit = look(html_of(full()), **PHONE)
    visit.settle()
    visit.page.locator("#paged summary").click()
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 320
    small = visit.page.evaluate(
        "[...document.querySelectorAll('button, select, input[type=search], summary, nav a, .do > a, .self, footer a')]"
        ".filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 50), e.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 44 || box.width < 44).map(([html]) => html)"
    )
    assert small == []


def test_dark_and_light_follow_the_system_until_the_reader_says_otherwise(look: Look) -> None:
    visit = look(html_of(full()), http=True, color_scheme="dark")

    def paper() -> str:
        return str(visit.page.evaluate("getComputedStyle(document.querySelector('.readinglist')).backgroundColor"))

    dark = paper()
    visit.page.emulate_media(color_scheme="light")
    assert paper() != dark
    visit.page.get_by_role("button", name="Theme: system").click()
    visit.page.get_by_role("button", name="Theme: light").click()
    assert paper() == dark
    visit.page.reload(wait_until="commit")
    assert paper() == dark


def test_print_shows_addresses_and_days_and_no_controls(look: Look) -> None:
    visit = look(html_of(full()))
    visit.settle()
    visit.page.emulate_media(media="print")
    hidden = "input, button, select, summary, .self"
    assert visit.page.locator(f":is({hidden}):visible").count() == 0
    after = visit.page.evaluate("getComputedStyle(document.querySelector('#paged .t'), '::after').content")
    assert "https://doi.org/10.1145/3600006.3613165" in after
    copy = visit.page.evaluate("getComputedStyle(document.querySelector('[data-originalurl]'), '::after').content")
    assert "(2024-01-02)" in copy
    assert visit.page.pdf().startswith(b"%PDF")


def test_find_in_page_reaches_entries_that_are_far_away(look: Look) -> None:
    many = catalog_of(*({"id": f"entry{n}", "title": f"Number {n}"} for n in range(400)))
    visit = look(html_of(many))
    assert visit.page.evaluate("window.find('Number 399')")
    visit.page.wait_for_timeout(100)
    box = visit.page.locator("#entry399").bounding_box()
    assert box
    assert 0 <= box["y"] < 800


def test_a_page_in_another_language_translates_its_own_words_and_never_a_title(look: Look) -> None:
    visit = look(html_of(full(), language="zh"))
    page = visit.page
    assert page.locator("html").get_attribute("lang") == "zh"
    assert page.locator("#primer .t").inner_text() == "A primer"
    assert page.locator("#primer .t").get_attribute("lang") == "en"
    assert page.locator("#primer .why").inner_text() == "从这里开始读。"
    assert page.locator("#paged .why").get_attribute("lang") == "en"
    assert visit.search.get_attribute("placeholder") == "搜索:词语, author:kwon, year:2022.."


def test_a_translation_that_is_older_than_its_source_is_marked_and_the_source_shown(look: Look) -> None:
    page = look(html_of(full(), language="de")).page
    assert page.locator("#primer .stale").inner_text().split("\n\n") == [
        "Diese Übersetzung ist älter als der Text, aus dem sie entstand:",
        "Start with this.",
    ]
    assert page.locator("#primer .stale > div").get_attribute("lang") == "en"
