"""Real pages: what was read of each kind is no worse than before, nothing crashes, and a catalog accepts it all."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from readinglist.catalog_file.read import read_fields
from readinglist.metadata.outcome import Known
from readinglist.webpage.maintext import main_text
from readinglist.webpage.read import read_answer
from tests.sources.judging import manifest, recorded
from tests.support.corpus import CORPUS, corpus
from tests.webpage.judging import FIELDS, Table, group_of, pages, said, shares, verdicts

pytestmark = [corpus, pytest.mark.corpus]

RATCHET = Path(__file__).with_name("corpus_ratchet.json")


def measured() -> Table:
    table: Table = {}
    for record, answer in pages():
        if group := group_of(record):
            for field, verdict in verdicts(record, said(read_answer(answer))):
                table.setdefault((group, field), Counter())[verdict] += 1
    return table


def test_what_pages_say_is_read_no_worse_than_before() -> None:
    table = measured()

    counted = {f"{group} {field}": dict(sorted(table[group, field].items())) for group, field in sorted(table)}
    assert counted == json.loads(RATCHET.read_text("utf-8"))


def test_the_bars_hold() -> None:
    found = {key: shares(counted) for key, counted in measured().items()}

    news, technical = ({field: found[group, field] for field in FIELDS} for group in ("news", "technical"))
    assert news["title"]["precise"] >= 0.81
    assert news["author"]["precise"] >= 0.89 and news["author"]["answered"] >= 0.35
    assert news["date"]["precise"] >= 0.89 and news["date"]["answered"] >= 0.65
    assert technical["title"]["precise"] >= 0.95
    assert technical["author"]["precise"] >= 0.95 and technical["author"]["recalled"] >= 0.70
    assert technical["author"]["invented"] == 0


def test_every_recorded_answer_is_read_or_refused_and_no_claim_would_be_refused_by_a_catalog() -> None:
    for record in manifest():
        if (CORPUS / "metadata" / record["file"]).exists():
            outcome = read_answer(recorded(record))
            for claim in outcome.claims if isinstance(outcome, Known) else ():
                assert read_fields({"id": "x", claim.field: claim.value}), (record["id"], claim)


def test_every_error_has_a_type() -> None:
    errors = [record for record in manifest() if record["kind"] == "error"]

    assert errors and not any(isinstance(read_answer(recorded(each)), Known) for each in errors)


def test_nearly_every_page_has_main_words() -> None:
    found = [main_text(answer.body, answer.headers, answer.url) for record, answer in pages() if group_of(record)]

    assert sum(len(each.words) >= 50 for each in found) > 0.9 * len(found)
