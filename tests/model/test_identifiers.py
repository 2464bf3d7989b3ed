"""Identifiers in every spelling that people paste: the plain form passes, the others are told what to write."""

from __future__ import annotations

import pytest

from readinglist.model.identifiers import (
    DOI,
    ISBN,
    ISSN,
    PMCID,
    PMID,
    RFC,
    SWHID,
    ArXiv,
    GitHub,
    Identifier,
    Key,
    Url,
)
from readinglist.model.malformed import Malformed

SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (DOI, ["10.1145/3600006.3613165", "10.1145/X", SICI]),
        (ArXiv, ["2211.05102", "2211.05102v2", "0704.0001", "1501.00001", "cs/0112017", "math.GT/0309136"]),
        (ISBN, ["978-0-262-03384-8", "9780262033848", "0-262-03384-4", "080442957X", "978 0 262 03384 8"]),
        (ISSN, ["0001-0782", "2434-561X"]),
        (PMID, ["31243368"]),
        (PMCID, ["PMC6600000"]),
        (RFC, ["9110"]),
        (GitHub, ["jax-ml/scaling-book"]),
        (Url, ["https://example.org/a", "http://a.b:80/x?y#z", "ftp://a.b/c", "mailto:a@b.c", "https://[::1]/x"]),
        (Key, ["kwon2023paged", "Kwon_2023:a.b+c/d-e"]),
        (SWHID, ["swh:1:dir:" + "d" * 40, "swh:1:cnt:" + "a" * 40 + ";origin=https://a.b"]),
    ],
)
def test_the_plain_form_of_an_identifier_is_taken_as_it_is(kind: type[Identifier], texts: list[str]) -> None:
    assert [kind.parse(text) for text in texts] == texts


@pytest.mark.parametrize(
    ("kind", "text", "suggestion", "safe"),
    [
        (DOI, "https://doi.org/10.1145/3360307", "10.1145/3360307", True),
        (DOI, "http://dx.doi.org/10.1145/X", "10.1145/X", True),
        (DOI, "DOI: 10.1145/3360307", "10.1145/3360307", True),
        (DOI, "10.1145/3360307.", "10.1145/3360307", True),
        (DOI, "<https://doi.org/10.1145/3360307>", "10.1145/3360307", True),
        (DOI, r"10.1000/a\_b", "10.1000/a_b", True),
        (DOI, "https://doi.org/10.1145%2F3360307", "10.1145/3360307", True),
        (ArXiv, "arXiv:2211.05102", "2211.05102", True),
        (ArXiv, "https://arxiv.org/pdf/2211.05102v1.pdf", "2211.05102v1", True),
        (ArXiv, "2301.0001", "2301.00010", False),
        (ISBN, "080442957x", "080442957X", True),
        (ISBN, "ISBN 978-0-262-03384-8", "978-0-262-03384-8", True),
        (ISBN, "978‐0‐262‐03384‐8", "978-0-262-03384-8", True),
        (ISSN, "00010782", "0001-0782", True),
        (ISSN, "0001–0782", "0001-0782", True),
        (PMID, "https://pubmed.ncbi.nlm.nih.gov/31243368/", "31243368", True),
        (PMCID, "pmc6600000", "PMC6600000", True),
        (RFC, "RFC 9110", "9110", True),
        (RFC, "RFC9110", "9110", True),
        (DOI, "10.1145/a&amp;b;", "10.1145/a&b", True),
        (ArXiv, "c{s/0112017", "s/0112017", False),
        (GitHub, "git@github.com:jax-ml/scaling-book.git", "jax-ml/scaling-book", True),
        (Url, "example.org/a", "https://example.org/a", False),
        (Url, "https:/a.b", "https://a.b", False),
        (Url, "https://a.b/c d", "https://a.b/c%20d", False),
        (Key, "é 2023", "e-2023", False),
    ],
)
def test_another_spelling_is_told_the_plain_form(
    kind: type[Identifier], text: str, suggestion: str, safe: bool
) -> None:
    with pytest.raises(Malformed) as refusal:
        kind.parse(text)

    assert refusal.value.message == f"'{text}' is not in its plain form; write {suggestion}"
    assert (refusal.value.suggestion, refusal.value.safe) == (suggestion, safe)
    assert kind.parse(suggestion) == suggestion


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (DOI, ["", "10.1145", "11.1145/3", "10.1145/a b"]),
        (ArXiv, ["", "2213.05102", "1412.12345", "0704.00001", "22110.5102", "٢٢١١.٠٥١٠٢"]),
        (ISBN, ["", "978-0-262-03384-9", "1234567890", "97802620338"]),
        (ISSN, ["", "0001-0783"]),
        (PMID, ["", "0", "pubmed: é31243368", "31243368{o}"]),
        (RFC, ["", "0"]),
        (GitHub, ["", "scaling-book"]),
        (Url, ["", "https://", "https://a.b:99999/", "javascript:alert(1)", "file:///etc/passwd"]),
        (Key, ["", "王"]),
        (SWHID, ["", "swh:1:dir:" + "d" * 39]),
    ],
)
def test_what_is_no_identifier_is_refused_without_a_guess(kind: type[Identifier], texts: list[str]) -> None:
    for text in texts:
        with pytest.raises(Malformed) as refusal:
            kind.parse(text)
        assert refusal.value.suggestion is None, text


@pytest.mark.parametrize(
    ("text", "suggestion", "safe"),
    [
        (r"https://example.org/a\_b", "https://example.org/a_b", True),
        (r"https://example.org/a\_b<i", "https://example.org/a_b%3Ci", False),
    ],
)
def test_only_the_signs_of_tex_go_safely_from_an_address(text: str, suggestion: str, safe: bool) -> None:
    with pytest.raises(Malformed) as refusal:
        Url.parse(text)
    assert (refusal.value.suggestion, refusal.value.safe) == (suggestion, safe)


def test_every_isbn_with_one_wrong_digit_is_refused() -> None:
    right = "9780262033848"
    for place in range(13):
        for digit in set("0123456789") - {right[place]}:
            with pytest.raises(Malformed):
                ISBN.parse(right[:place] + digit + right[place + 1 :])
