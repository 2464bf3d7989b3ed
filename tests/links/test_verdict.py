"""The table from answers to verdicts; what hostile servers bring about is in tests/web."""

from __future__ import annotations

import pytest

from readinglist.links.reasons import all_reasons
from readinglist.links.verdict import _SILENCES, _STATUSES, Verdict, judge, may_pass
from readinglist.web.messages import Answer, Hop, Silence, Trouble

A, B, C, D = (f"https://example.org/{name}" for name in "abcd")


def after(*hops: tuple[str, int], asked: str = A) -> tuple[str, str, str | None]:
    chain = tuple(Hop(url, status) for url, status in hops)
    judgement = judge(asked, Answer(chain[-1].url, chain[-1].status, chain=chain))
    return judgement.verdict.value, judgement.reason, judgement.new_url


def test_redirects() -> None:
    assert after((A, 200)) == ("ok", "answered", None)
    assert after((A, 301), (B, 200)) == ("moved", "moved", B)
    assert after((A, 308), (B, 301), (C, 200)) == ("moved", "moved", C)
    assert after((A, 301), (B, 302), (C, 200)) == ("moved", "moved", B)
    assert after((A, 302), (B, 301), (C, 200)) == ("redirected", "redirected", None)
    assert after((A, 303), (A, 200)) == ("ok", "answered", None)
    assert after((A, 301), (B, 404)) == ("gone", "not-found", None)
    assert after((A, 302), (B, 403)) == ("blocked", "forbidden", None)


def test_a_new_address_keeps_the_section() -> None:
    assert after((A, 301), (B, 200), asked=f"{A}#part") == ("moved", "moved", f"{B}#part")


def test_silence_proves_nothing_but_that_a_host_or_an_address_does_not_exist() -> None:
    gone = {trouble for trouble in Trouble if judge(A, Silence(A, trouble)).verdict is Verdict.GONE}
    assert gone == {Trouble.NO_SUCH_HOST, Trouble.BAD_ADDRESS, Trouble.BAD_SCHEME}


@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_a_reason_with_a_page(trouble: Trouble) -> None:
    assert all_reasons()[_SILENCES[trouble][1]].page


@pytest.mark.parametrize("status", range(100, 1000))
def test_every_status_has_a_reason_with_a_page(status: int) -> None:
    judgement = judge(A, Answer(A, status))
    assert all_reasons()[judgement.reason].page
    assert (judgement.verdict is Verdict.GONE) == (status in {404, 410})
    assert judgement.verdict.alive == (200 <= status < 300 or status in {300, 304})


def test_only_what_may_pass_is_asked_again() -> None:
    assert not may_pass(judge(A, Answer(A, 404)))
    assert not may_pass(judge(A, Answer(A, 403)))
    assert may_pass(judge(A, Answer(A, 502)))
    assert may_pass(judge(A, Silence(A, Trouble.RESET)))


def test_the_table_of_statuses_is_sorted() -> None:
    assert list(_STATUSES) == sorted(_STATUSES)
