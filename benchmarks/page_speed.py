"""The page of 10,000 entries: how long it takes to make, how much it weighs, and how fast it is in Debian's chromium.

Run it as `python benchmarks/page_speed.py [entries]`. Making it is measured beside Jinja2, where that is installed:
a template that shows the same titles, names and annotations, and nothing for programs. In the browser a key is pressed
as a person does; what is told is the time from the key to the next picture, and what the search itself takes of it.
"""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from bibtex_speed import FAMILY, GIVEN, catalog_of, seconds

from readinglist.catalog_file.read import read_text
from readinglist.exporters import find_exporter
from readinglist.model.catalog import Catalog

WORDS = "memory cache paged attention serving latency throughput kernel matrix systolic array training batch".split()
QUERIES = [
    "m",
    "me",
    "mem",
    "memo",
    "memor",
    "memory",
    "memory 1",
    "memory 12",
    "",
    "t",
    "tr",
    "tra",
    "author:kwon",
    "",
]
TEMPLATE = """<!doctype html><title>{{ title }}</title>
{% for area in areas %}<h2>{{ area.title }}</h2><ol>
{% for entry in area.entries %}<li id="{{ entry.id }}"><a href="{{ entry.shown_link }}">{{ entry.shown_title }}</a>
<p>{% for person in entry.author %}{{ person.text }}{% if not loop.last %}, {% endif %}{% endfor %}
· {{ entry.container_title }}, {{ entry.issued }}</p><p>{{ entry.annote }}</p></li>{% endfor %}</ol>{% endfor %}"""

MEASURE = """async ({queries}) => {
  const search = document.querySelector("input[type=search]");
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  for (const query of queries) {
    search.value = query;
    const start = performance.now();
    search.dispatchEvent(new Event("input"));
    const handled = performance.now() - start;
    await painted();
    times.push([handled, performance.now() - start]);
    await new Promise((done) => setTimeout(done, 600));
  }
  return times;
}"""


def list_of(count: int) -> Catalog:
    """Return a list in twelve areas, with words about each entry."""
    areas = "".join(f"  area{number}: {WORDS[number].title()}\n" for number in range(12))
    return read_text(f"title: Many\nareas:\n{areas}references:\n" + "".join(map(_entry, range(count))))


def _entry(number: int) -> str:
    said = " ".join(WORDS[(number * step + step) % 13] for step in (1, 3, 5, 7, 11, 4, 9, 2))
    people = ", ".join(f"{{family: {FAMILY[(number + at) % 10]}, given: {GIVEN[number * at % 10]}}}" for at in range(4))
    return (
        f"- id: entry{number}\n  type: paper-conference\n  title: On {said} {number}\n  author: [{people}]\n"
        f"  issued: {2000 + number % 26}-10\n  container-title: Proceedings {number % 90}\n"
        f"  URL: https://example.org/{number}\n  annote: Why {said} is worth {number} minutes.\n"
        f"  area: [area{number % 12}]\n  tags: [{WORDS[number % 13]}]\n"
    )


def main() -> None:
    """Print what it takes to make the page, what it weighs, and what a key takes in the browser."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    catalog, papers = list_of(count), catalog_of(count)
    html = find_exporter("html")
    page = html(catalog)
    print(f"made in                {seconds(lambda: html(catalog), 3):8.2f} s of processor time")
    print(f"with seven authors     {seconds(lambda: html(papers), 3):8.2f} s")
    _jinja(catalog)
    packed = len(gzip.compress(page.encode(), 9))
    print(f"weight                 {packed / count:8.0f} bytes an entry, gzipped")
    _browse(page)


def _jinja(catalog: Catalog) -> None:
    try:
        from jinja2 import Environment
    except ImportError:
        print("Jinja2                 is not installed")
        return
    template = Environment(autoescape=True).from_string(TEMPLATE)
    areas = [
        {"title": area.title, "entries": [entry for entry in catalog if name in entry.area]}
        for name, area in catalog.areas.items()
    ]
    print(f"Jinja2, without forms  {seconds(lambda: template.render(title=catalog.title, areas=areas), 3):8.2f} s")


def _browse(page: str) -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "index.html"
        file.write_text(page, "utf-8")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page()
        shown.goto(file.as_uri())
        paint = shown.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        print(f"first contentful paint {paint:8.0f} ms")
        shown.wait_for_timeout(5000)  # until the script has prepared the search
        _tell(shown.evaluate(MEASURE, {"queries": QUERIES}))
        browser.close()


def _tell(times: Any) -> None:
    handled, painted = zip(*times, strict=True)
    print(
        f"search, median         {statistics.median(handled):8.1f} ms ({json.dumps([round(each) for each in handled])})"
    )
    print(
        f"key to paint, median   {statistics.median(painted):8.0f} ms ({json.dumps([round(each) for each in painted])})"
    )


if __name__ == "__main__":
    main()
