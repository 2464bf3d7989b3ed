"""The examples in the rules' pages: what stands under Flagged:, Fine: and Fixed:, as files that can be linted."""

import datetime
import re
import textwrap
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from readinglist.bibliography_source import catalog_of as judged
from readinglist.catalog_file.read import read_catalog
from readinglist.catalog_file.write import edited
from readinglist.converting import read_source
from readinglist.linting import lint
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.rules import Rule, all_rules
from readinglist.settings import LintSettings

HEADINGS = ("Flagged", "Fine", "Fixed")
THE_DAY_OF_THE_EXAMPLES = datetime.date(2026, 1, 1)
_SETTING = re.compile(r"^# \[lint\] (.*)$", re.MULTILINE)  # what readinglist.toml says, where an example needs it
_FILE_NAME = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One example of a rule's page: under which heading it stands, and what it says."""

    rule: Rule
    heading: str
    number: int
    text: str

    @property
    def name(self) -> str:
        return f"{self.rule.name}-{self.heading.lower()}-{self.number}"

    @property
    def whole(self) -> str:
        """The example as a whole file: entries alone stand under `references:`."""
        bare = self.text.startswith(("- ", "<<<<<<<", "# [lint] ")) and "\nreferences:" not in self.text
        return "references:\n" + self.text if bare else self.text

    def catalog(self) -> Catalog:
        if self.text.startswith("@"):
            return replace(catalog_of_source(self.text), today=THE_DAY_OF_THE_EXAMPLES)
        house = TypeAdapter(LintSettings).validate_python(tomllib.loads("\n".join(_SETTING.findall(self.text))))
        parts = _FILE_NAME.split(self.whole)
        files = dict(zip(parts[1::2], parts[2::2], strict=True)) if len(parts) > 1 else {"catalog.yaml": self.whole}
        catalog = read_catalog({name: text.encode() for name, text in files.items()})
        return replace(catalog, today=THE_DAY_OF_THE_EXAMPLES, house=house)

    def findings(self) -> list[Finding]:
        return [found for found in lint(self.catalog()) if found.rule == self.rule.name]


def examples(rule: Rule) -> list[Example]:
    """Return the examples of a page, numbered under each heading."""
    counts = dict.fromkeys(HEADINGS, 0)
    found = []
    for heading, text in _texts(rule.page):
        counts[heading] += 1
        found.append(Example(rule, heading, counts[heading], text))
    return found


def every_example(*headings: str) -> list[Example]:
    return [each for rule in all_rules().values() for each in examples(rule) if each.heading in headings]


def pairs_of_flagged_and_fixed() -> Iterator[tuple[Example, Example]]:
    """Yield each Fixed example with the Flagged one before it."""
    for rule in all_rules().values():
        before = None
        for each in examples(rule):
            if each.heading == "Fixed":
                assert before, f"{rule.name}: a Fixed example must follow a Flagged one"
                yield before, each
            before = each if each.heading == "Flagged" else None


def _texts(page: str) -> Iterator[tuple[str, str]]:
    heading = ""
    for block in re.split(r"\n(?=[^\s])", page):
        first, _, rest = block.partition("\n")
        heading = first.rstrip(":") if first.rstrip(":") in HEADINGS and first.endswith(":") else heading
        indented = textwrap.dedent("".join(line for line in rest.splitlines(keepends=True) if line[:1].isspace()))
        if heading and indented.strip():
            yield from ((heading, text) for text in _apart(indented.strip("\n") + "\n"))


def _apart(text: str) -> list[str]:
    """Return entries with a blank line between them as examples of their own; a whole file is one example."""
    if not text.startswith(("- ", "@", "# [lint] ")):
        return [text]
    return [part.rstrip("\n") + "\n" for part in re.split(r"\n\n(?=\S)", text)]


def catalog_of(text: str) -> Catalog:
    """Return the catalog of a text; entries alone stand under `references:`."""
    whole = "references:\n" + textwrap.dedent(text).lstrip("\n") if text.lstrip().startswith("- ") else text
    return replace(read_catalog({"catalog.yaml": whole.encode()}), today=THE_DAY_OF_THE_EXAMPLES)


def catalog_of_source(text: str, file: str = "references.bib") -> Catalog:
    """Return the catalog of a bibliography that is looked at as it is."""
    source, recognised = read_source(text, file)
    return judged(source, recognised.format)


def fields_flagged(rule: str, text: str) -> list[str]:
    """Return the fields in which a rule finds something, in reading order."""
    return [found.place.field for found in lint(catalog_of(text)) if found.rule == rule]


def after_fixes(rule: str, text: str) -> str:
    """Return what the fixes of one rule, safe or not, make of a text."""
    catalog = catalog_of(text)
    edits = [edit for found in lint(catalog) if found.rule == rule and found.fix for edit in found.fix.edits]
    return edited(catalog.written["catalog.yaml"], edits).removeprefix("references:\n")
