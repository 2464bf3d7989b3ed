"""What people type: each spelling is the work that it names, and what only looks like an identifier is none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.metadata.resolving import NotUnderstood, resolve, subject_of
from readinglist.metadata.subject import Subject
from tests.support.corpus import CORPUS, corpus

HERE = Path(__file__).parent


def spellings() -> Iterator[tuple[str, str]]:
    named = ""
    for line in (HERE / "spellings.txt").read_text("utf-8").splitlines():
        if line[:1].isalpha():
            named = line
        elif line.startswith("    "):
            yield named, line.strip()


NO_IDENTIFIERS = """
hello
attention is all you need
Attention Is All You Need
2023
2023-10-23
20231023
2023/10/23
3.14159
1.2.3
10.0.0.1
10.15/12
10.1145
v2.0.1
1234.5678
2013.1234
2213.05102
1412.12345
0704.00001
and/or
TCP/IP
jax-ml/scaling-book
input/output
abc/0112017
docs/metadata.md
catalog.yaml
main.bib
978-0-262-03384-9
0262033845
1234567890
9771234567898
+49 30 901820
4711
20170387
123456
kwon2023paged
@misc{x, title = {Y}}
https://
http:///x
https://exa mple.org/
javascript:alert(1)
file:///etc/passwd
mailto:someone@example.org
someone@example.org
PMC
pmid:
pmid:abc
doi:
doi:11.1000/x
doi:10.1145
isbn:12345
arxiv:abc
arXiv:9999.99999
github:only-owner
swh:1:dir:123
ISSN 0001-0782
0001-0782
ORCID 0000-0002-1825-0097
0000-0002-1825-0097
Vol. 12, No. 3
pp. 67-78
RFC
rfc9999999
$10.50/month
10.5/2 = 5.25
"""


@pytest.mark.parametrize(("named", "text"), [*spellings()])
def test_every_spelling_is_the_work_that_it_names(named: str, text: str) -> None:
    kind, _, value = named.partition(" ")
    assert subject_of(text) == Subject(kind, value)  # type: ignore[arg-type]


@pytest.mark.parametrize("named", sorted({named for named, _ in spellings()}))
def test_the_canonical_form_is_a_spelling_of_itself(named: str) -> None:
    kind, _, value = named.partition(" ")
    subject = Subject(kind, value)  # type: ignore[arg-type]
    assert subject_of(value if kind in {"url", "swhid"} else f"{kind}:{value}") == subject


@pytest.mark.parametrize("text", NO_IDENTIFIERS.strip().splitlines())
def test_what_only_looks_like_an_identifier_is_none(text: str) -> None:
    assert subject_of(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "jax-ml/scaling-book",
            "'jax-ml/scaling-book' names no work; for a repository write github:jax-ml/scaling-book",
        ),
        ("4711", "'4711' names no work; for a number of PubMed write pmid:4711"),
        ("0262033845", "'0262033845' names no work; an ISBN has a check digit, and this one is wrong; copy it again"),
        (
            "hello",
            "'hello' names no work; write a link, a DOI, arXiv:2211.05102, ISBN 978…, pmid:31243368 or "
            "github:owner/name",
        ),
    ],
)
def test_what_is_not_understood_is_told_what_to_write(text: str, told: str) -> None:
    with pytest.raises(NotUnderstood) as refusal:
        resolve(text)
    assert str(refusal.value) == told


@given(st.text(max_size=60) | st.text(st.sampled_from("10./:()[]<>arXivdoisbnhtp -v%?&=#'\"\\"), max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    assert subject_of(text) is None or isinstance(subject_of(text), Subject)


@given(
    st.sampled_from(list(spellings())),
    st.sampled_from(["", " ", "\t", "\n", "<", "'"]),
    st.sampled_from([".", ",", " ", ").", "\n"]),
)
def test_what_stands_around_it_does_not_matter(spelling: tuple[str, str], before: str, after: str) -> None:
    _, text = spelling
    assert subject_of(before + text + after) == subject_of(text)


@pytest.mark.corpus
@corpus
def test_titles_names_and_dates_of_real_works_are_no_identifiers() -> None:
    seen = 0
    for line in (CORPUS / "metadata/manifest.jsonl").read_text("utf-8").splitlines():
        expected = json.loads(line).get("expected") or {}
        for name, value in expected.items():
            if name in {
                "doi",
                "url",
                "isbn",
                "arxiv",
                "arxiv_id",
                "pmid",
                "pmcid",
                "identifier",
                "extra",
            } or not isinstance(value, str):
                continue
            if re.search(r"https?://|^10\.\d{4}|\b(?:978|979)", value) or name in {"full_name"}:
                continue
            seen += 1
            assert subject_of(value) is None, (name, value)
    assert seen > 1500
