import re

import pytest

from readinglist.rules import Rule, all_rules
from tests.rules.pages import Example, every_example, examples


@pytest.mark.parametrize("example", every_example("Flagged"), ids=lambda example: example.name)
def test_a_flagged_example_is_flagged(example: Example) -> None:
    assert example.findings()


@pytest.mark.parametrize("example", every_example("Fine", "Fixed"), ids=lambda example: example.name)
def test_a_fine_example_is_not_flagged(example: Example) -> None:
    assert [found.message for found in example.findings()] == []


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_every_page_has_a_promise_a_reason_and_both_kinds_of_examples(rule: Rule) -> None:
    promise, blank, reason, *_ = rule.page.split("\n")
    assert re.fullmatch(r"[A-Z].{10,98}\.", promise)
    assert (blank, reason[:1].isupper() or reason.startswith("`")) == ("", True)
    assert {"Flagged", "Fine"} <= {example.heading for example in examples(rule)}


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.name)
def test_a_rule_is_called_like_its_file(rule: Rule) -> None:
    assert rule.module.rpartition(".")[2] == rule.name.replace("-", "_")
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)


@pytest.mark.parametrize("example", every_example("Flagged"), ids=lambda example: example.name)
def test_a_message_says_what_to_do(example: Example) -> None:
    for found in example.findings():
        assert 20 <= len(found.message) <= 250
        assert not found.message.endswith(".")
        assert "\n" not in found.message
