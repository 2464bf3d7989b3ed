"""A page is known again by its sketch, reworded or not, and another page is not taken for it."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from markdown_it import MarkdownIt

from readinglist.ledger.record import Record
from readinglist.links.truth.drift import drift
from readinglist.links.truth.seen import Seen
from readinglist.links.truth.sketch import ANOTHER, ENOUGH, REWRITTEN, share_left, sketch
from readinglist.links.verdict import Verdict
from readinglist.webpage.maintext import MainText, main_text
from tests.links.truth.lies import PROSE, page
from tests.links.truth.test_lies import honest_pages
from tests.support.corpus import corpus

WORDS = tuple(PROSE.split())
CHINESE = tuple("系统的性能取决于内存带宽与计算能力之间的平衡我们在每一步之前先测量然后再移动数据" * 8)


def left(before: tuple[str, ...], after: tuple[str, ...]) -> float:
    made = sketch(before)
    assert made
    share = share_left(made, after)
    assert share is not None
    return share


def test_a_sketch_takes_at_most_400_letters() -> None:
    assert len(sketch(WORDS) or "") == 400


def test_a_sketch_stays_what_it_was_for_ledgers_keep_it() -> None:
    made = sketch(WORDS)

    assert made and (made[:20], made[-20:]) == ("0$ADaxdsuwlQIY--^$Sn", "Om&s_krj4VpRcucpph(Q")


def test_the_same_text_is_all_there() -> None:
    assert left(WORDS, WORDS) == 1


@pytest.mark.parametrize("words", [WORDS, CHINESE], ids=["English", "Chinese"])
def test_a_text_with_a_new_beginning_is_still_known(words: tuple[str, ...]) -> None:
    assert left(words, (*"entirely new words at the top of the page".split(), *words)) > 0.9


def test_another_text_is_another() -> None:
    assert left(WORDS, CHINESE) == 0


def test_a_short_text_has_no_sketch() -> None:
    assert sketch(WORDS[:99]) is None


def test_what_is_no_sketch_says_nothing() -> None:
    assert share_left("~ no sketch ~", WORDS) is None


def pages() -> Iterator[MainText]:
    """Yield what real pages are mainly about, where that is enough for a sketch."""
    found = (main_text(body, {}, f"https://example.org/{name}") for name, body in honest_pages())
    yield from (each for each in found if len(each.words) >= ENOUGH)


def revised(before: tuple[str, ...], chance: random.Random) -> tuple[str, ...]:
    """Return a later revision of a text: sections gone, others new, all in another order, sentences reworded."""
    parts = [before[at : at + 40] for at in range(0, len(before), 40)]
    kept = [tuple(word for word in part if chance.random() > 0.03) for part in parts if chance.random() > 0.25]
    chance.shuffle(kept)
    fresh = tuple(chance.choice(before) for _ in range(len(before) // 5))
    return (*fresh, *(word for part in kept for word in part))


def drifted(before: MainText, title: str, words: tuple[str, ...]) -> bool:
    """Return whether a page that was `before` is called another one now."""
    known = Record("u", "ok", "answered", "2026-11-20", "2026-11-20", sketch=sketch(before.words), title=before.title)
    hint = drift(Seen("https://e.org/a/b", "https://e.org/a/b", title, words=words), known)
    return hint is not None and hint.verdict is Verdict.DRIFTED


@corpus
def test_revisions_are_known_again_and_other_pages_are_not() -> None:
    chance, known = random.Random(20261121), list(pages())
    alarms = sum(drifted(each, each.title, revised(each.words, chance)) for each in known)
    pairs = [(known[at], known[at - step]) for step in (1, 7) for at in range(len(known))]
    strangers = [(one, other) for one, other in pairs if left(one.words, other.words) < 0.4]
    misses = [(one.title, other.title) for one, other in strangers if not drifted(one, other.title, other.words)]
    assert (len(known) > 200, len(pairs) - len(strangers)) == (True, 4), "these are years and versions of one page"
    assert alarms <= 0.005 * len(known)
    assert len(misses) <= 0.0025 * len(strangers), misses


def test_revisions_of_a_rendered_page_are_noted_as_rewritten_and_not_as_another() -> None:
    paragraphs = [f"Paragraph {number} says: {PROSE[number * 40 : number * 40 + 400]}" for number in range(40)]
    first = MarkdownIt().render("\n\n".join(paragraphs))
    later = MarkdownIt().render("\n\n".join([*paragraphs[30:], *(text[::-1] for text in paragraphs[:30])]))
    before, after = (main_text(page("A", "A", text), {}, "https://e.org/a").words for text in (first, later))
    assert ANOTHER < left(before, after) < REWRITTEN
