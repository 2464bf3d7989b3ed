"""Which published work a preprint has become: the true ones are proposed, their look-alikes never."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.metadata.matching import decide, judge
from readinglist.metadata.version import Version, version_in

PAIRS = Path(__file__).with_name("preprints.txt")


def people(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(","))


def pairs() -> list[tuple[Version, Version]]:
    lines = [line for line in PAIRS.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = []
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        number, year, title, authors = (part.strip() for part in first.split("|"))
        kind, later, venue, published, names, *link = (part.strip() for part in second.split("|"))
        preprint = Version(title, people(authors), int(year), "arXiv", "article", "Preprint", (f"arxiv:{number}",))
        version = Version(
            title if published == "=" else published,
            preprint.families if names == "=" else people(names),
            int(later),
            venue,
            kind,
            names=(f"doi:10.1000/{number}",),
            sources=("dblp",),
            linked=link == ["linked"],
        )
        found.append((preprint, version))
    return found


def test_nineteen_of_twenty_true_pairs_are_proposed_among_all_others_and_no_wrong_one_ever() -> None:
    known = pairs()
    everything = [published for _, published in known]
    # Who names a version of one preprint names none of another.
    unlinked = [replace(each, linked=False) for each in everything]
    proposed, wrong = 0, []
    for place, (preprint, published) in enumerate(known):
        decision = decide(preprint, [*unlinked[:place], published, *unlinked[place + 1 :]])
        versions = [match.version for match in decision.proposed]
        proposed += published in versions
        wrong += [(preprint.title, each.title) for each in versions if each != published]

    assert len(known) >= 50
    assert wrong == []
    assert proposed / len(known) >= 0.95


TRAPS = [
    ("Action Language BC: Preliminary Report", "Action Language BC+: Preliminary Report"),
    ("Action Language BC", "Action Language BC+"),
    (
        "TEA-PSE: Tencent-ethereal-audio-lab Personalized Speech Enhancement System",
        "TEA-PSE 3.0: Tencent-Ethereal-Audio-Lab Personalized Speech Enhancement System",
    ),
    ("Hyperbolic Neural Networks", "Hyperbolic Neural Networks++"),
    (
        "The Microsoft 2016 Conversational Speech Recognition System",
        "The Microsoft 2017 Conversational Speech Recognition System",
    ),
    (
        "Findings of the 2019 Conference on Machine Translation",
        "Findings of the 2020 Conference on Machine Translation",
    ),
    ("Overview of the TREC 2019 deep learning track", "Overview of the TREC 2020 Deep Learning Track"),
    ("FlashAttention: Fast and Exact Attention", "FlashAttention-2: Fast and Exact Attention"),
    ("The CHiME-6 Challenge", "The CHiME-7 Challenge"),
    ("Interpreting C", "Interpreting C++"),
    ("Typing C#", "Typing C"),
    ("Swin Transformer", "Video Swin Transformer"),
    ("Attention Is All You Need", "Attention Is Not All You Need"),
    ("A Theory of Everything, Part I", "A Theory of Everything, Part II"),
    ("Deep Learning of Things", "Erratum: Deep Learning of Things"),
    ("Deep Learning of Things", "Comment on Deep Learning of Things"),
]


@pytest.mark.parametrize(("ours", "theirs"), TRAPS)
def test_a_look_alike_by_the_same_people_is_not_proposed(ours: str, theirs: str) -> None:
    for one, other in ((ours, theirs), (theirs, ours)):
        preprint = Version(one, ("Lee", "Yang"), 2020, "arXiv", "article", "Preprint", ("arxiv:2001.00001",))
        published = Version(other, ("Lee", "Yang"), 2021, "ICML", "paper-conference", names=("doi:10.1000/1",))
        twice = replace(published, sources=("crossref", "dblp"))

        assert decide(preprint, [published]).proposed == ()
        assert decide(preprint, [twice]).proposed == ()


OURS = Version(
    "On the Nature of Daylight", ("Richter", "Lee"), 2020, "arXiv", "article", "Preprint", ("arxiv:2001.00001",)
)
THEIRS = Version(
    "On the nature of daylight", ("Richter", "Lee"), 2021, "ICML", "paper-conference", names=("doi:10.1/1",)
)


def test_a_match_tells_its_reasons() -> None:
    twice = [replace(THEIRS, sources=("crossref",)), replace(THEIRS, sources=("dblp",), year=None)]

    (match,) = decide(OURS, twice).proposed

    assert str(match) == "1.00 (title 1.00, authors 1.00: 2 of 2, year 1.00: 2020, 2021, known to crossref and dblp)"


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        (replace(THEIRS, venue="CoRR"), "it is a preprint itself"),
        (replace(THEIRS, names=("doi:10.48550/arxiv.2001.00001",)), "it is a preprint itself"),
        (replace(THEIRS, kind="review"), "it is a review, an erratum, data or the like"),
        (replace(THEIRS, families=("Newton", "Lee")), "the first author of one is none of the other"),
        (replace(THEIRS, title="On the nature of daylight 2"), "another number or sign (2)"),
    ],
)
def test_what_cannot_be_it_is_refused_whatever_its_score(candidate: Version, why: str) -> None:
    decision = decide(OURS, [candidate])

    assert (decision.proposed, [match.refused for match in decision.refused]) == ((), [why])


def test_a_short_title_proves_nothing_without_authors() -> None:
    ours, theirs = replace(OURS, title="Daylight"), replace(THEIRS, title="Daylight", families=())

    assert judge(ours, theirs).refused == "a title that short proves nothing without authors"


def test_a_journal_comes_before_a_conference_and_that_before_a_workshop() -> None:
    workshop = replace(THEIRS, venue="Light@NeurIPS", names=("doi:10.1/2",))
    journal = replace(THEIRS, kind="article-journal", venue="Light", year=2022, names=("doi:10.1/3",))

    proposed = decide(OURS, [workshop, THEIRS, journal]).proposed

    assert [match.version.venue for match in proposed] == ["Light", "ICML", "Light@NeurIPS"]


def test_two_works_that_fit_as_well_are_shown_and_none_is_proposed() -> None:
    rival = replace(THEIRS, title="On the nature of the daylights", names=("doi:10.1/2",))

    decision = decide(OURS, [rival, replace(THEIRS, title="On a nature of daylight")])

    assert (decision.proposed, len(decision.possible)) == ((), 2)


def test_what_arxiv_links_is_proposed_under_another_title_but_not_under_a_strange_one() -> None:
    renamed = replace(THEIRS, title="The nature of daylight: an inquiry", linked=True)
    strange = replace(THEIRS, title="Protein folding with tensor cores", linked=True)

    assert judge(OURS, renamed).verdict == "proposed"
    assert judge(OURS, strange).verdict == "possible"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Learning $k$-NN in $O(n^2)$ for $\\alpha$-stable CO$_2$",
            "Learning k-NN in O(n<sup>2</sup>) for α-stable CO<sub>2</sub>",
        ),
        ("Pre-training of Language Models", "Pretraining of Language Models"),
        ("Über die Natur", "Uber die Natur."),
    ],
)
def test_titles_in_another_spelling_are_the_same(one: str, other: str) -> None:
    assert judge(replace(OURS, title=one), replace(THEIRS, title=other)).verdict == "proposed"


def test_fields_of_a_catalog_are_a_version() -> None:
    fields = {
        "title": "T",
        "author": [{"family": "Lee", "given": "A."}, {"literal": "DeepSeek-AI"}],
        "issued": "2023-10",
        "available-date": "2022-01",
        "DOI": "10.1000/ABC",
        "container-title": "J",
        "type": "article-journal",
    }

    assert version_in(fields, "crossref") == Version(
        "T", ("Lee", "DeepSeek-AI"), 2022, "J", "article-journal", names=("doi:10.1000/abc",), sources=("crossref",)
    )


words = st.text(st.characters(codec="utf-8"), max_size=40)
versions = st.builds(
    Version, words, st.lists(words, max_size=3).map(tuple), st.none() | st.integers(-9999, 9999), words
)


@given(versions, versions)
def test_a_score_lies_between_nothing_and_one_whatever_is_compared(one: Version, other: Version) -> None:
    assert 0 <= judge(one, other).score <= 1
