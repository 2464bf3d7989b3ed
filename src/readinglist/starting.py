"""Begin a reading list in a folder: catalog, configuration and a workflow; nothing that is there is touched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from readinglist.errors import EditRefused
from readinglist.importers import Imported
from readinglist.recognition import Recognised
from readinglist.store import write_whole

CATALOG = "catalog/reading-list.yaml"

_EXAMPLE = """\
# A reading list. `readinglist lint` checks it, `readinglist build` writes the files under exports/.
version: 1
title: Reading list

areas:                            # the sections, in their order
  papers: {title: Papers}
  posts: {title: Posts and talks}

references:
- id: vaswani2017attention        # the citation key; it never changes once published
  type: paper-conference
  title: Attention Is All You Need
  author:
  - {family: Vaswani, given: Ashish}
  - {family: Shazeer, given: Noam}
  others: true                    # and others
  issued: 2017
  arxiv: "1706.03762"
  URL: https://arxiv.org/abs/1706.03762
  annote: Where the Transformer comes from.   # why read this, in Markdown
  area: [papers]

- id: he2022brrrr
  type: post-weblog
  title: Making Deep Learning Go Brrrr From First Principles
  author:
  - {family: He, given: Horace}
  issued: 2022
  URL: https://horace.io/brrr_intro.html
  annote: What keeps a GPU waiting.
  area: [posts]
"""
_SETTINGS = """\
# The catalog, and the files that `readinglist build` makes of it.
catalog = ["catalog/*.yaml"]

[exports."reading-list.md"]
format = "markdown"
title = true
layout = "areas"
links = true
blocks = true

[exports."references.bib"]
format = "bibtex"

[exports."index.html"]
format = "html"
"""
_WORKFLOW = """\
# A pull request is checked for what it touches, the whole list on Mondays and Thursdays.
name: reading list
on:
  push:
  pull_request:
  schedule:
  - cron: "17 4 * * 1,4"  # within a week, after which caches are thrown away
  workflow_dispatch:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
    - uses: actions/checkout@v4
      with:
        fetch-depth: 0
        persist-credentials: false
    - uses: actions/setup-python@v5
      with:
        python-version: "3.12"
    - run: pip install readinglist
    # What was learned of links, so that one bad night proves nothing.
    - uses: actions/cache@v4
      with:
        path: ledger.jsonl
        key: readinglist-${{ github.ref }}-${{ github.run_id }}
        restore-keys: |
          readinglist-${{ github.ref }}-
          readinglist-
    - run: readinglist lint --format github
    - run: readinglist build --check
    # Red means that a link is gone (1); that there was no network (2) is nobody's fault.
    - if: github.event_name == 'pull_request'
      run: |
        readinglist check --changed-since "$BASE" --format github ||
          { [ $? = 2 ] && echo "::warning::the links could not be checked"; }
      env:
        BASE: ${{ github.event.pull_request.base.sha }}
    - if: github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'
      run: |
        readinglist check --format markdown >> "$GITHUB_STEP_SUMMARY" ||
          { [ $? = 2 ] && echo "::warning::the links could not be checked"; }
"""


def readme_of(source: Imported | None, recognised: Recognised | None, folder: Path) -> str:
    """Return the name of the Markdown file that a list begins with; raise `EditRefused` where there is none."""
    if source is None or recognised is None or recognised.format != "markdown":
        raise EditRefused("--regions is for a list in Markdown; name it with --from")
    file = folder / source.file
    if not file.is_file() or not file.resolve().is_relative_to(folder.resolve()):
        raise EditRefused(f"{source.file} is no file of this folder, in which alone regions are kept")
    return source.file


def first_files(source: Imported | None = None, readme: str | None = None) -> dict[str, str]:
    """Return the files of a new list, by name: with the entries of a source, or with two as an example.

    A `readme` is a file whose regions are to be kept.
    """
    from readinglist.converting import written_as

    catalog = _EXAMPLE if source is None else written_as(source, "catalog")
    settings = _SETTINGS
    if readme:
        settings = settings.replace("\n\n[exports", f"\nregions = [{json.dumps(readme)}]\n\n[exports", 1)
    return {CATALOG: catalog, "readinglist.toml": settings, ".github/workflows/readinglist.yml": _WORKFLOW}


def begin(folder: Path, files: Mapping[str, str]) -> None:
    """Write the first files of a list, all or none; refuse where one is there already."""
    there = [name for name in files if (folder / name).exists()]
    if there:
        told = f"{', '.join(there)} {'is' if len(there) == 1 else 'are'} here already"
        raise EditRefused(f"{told}; this folder has a list (see `readinglist import` to add to one)")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, text)
