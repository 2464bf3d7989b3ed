"""Which addresses are the same work, and which only look alike."""

import os
from pathlib import Path

import pytest

from readinglist.importers import find_importer
from readinglist.model.identity import identity_of, twins

SAME = {
    "arxiv:2211.05102": """
        https://arxiv.org/abs/2211.05102 http://arxiv.org/abs/2211.05102v1 https://www.arxiv.org/pdf/2211.05102
        https://arxiv.org/pdf/2211.05102.pdf https://arxiv.org/pdf/2211.05102v2.pdf https://arxiv.org/html/2211.05102v3
        https://export.arxiv.org/abs/2211.05102 https://huggingface.co/papers/2211.05102
        https://hf.co/papers/2211.05102?utm_source=x https://www.alphaxiv.org/abs/2211.05102v1
        https://alphaxiv.org/overview/2211.05102 https://ar5iv.labs.arxiv.org/html/2211.05102
        https://doi.org/10.48550/arXiv.2211.05102 https://arxiv.org/abs/2211.05102/
        https://arxiv.org/abs/2211.05102?context=cs.LG
    """,
    "arxiv:cs/0112017": "https://arxiv.org/abs/cs/0112017 http://arxiv.org/pdf/cs/0112017v1 https://arxiv.org/pdf/cs/0112017.pdf",
    "doi:10.1145/3360307": """
        https://doi.org/10.1145/3360307 http://dx.doi.org/10.1145/3360307 https://dl.acm.org/doi/10.1145/3360307
        https://dl.acm.org/doi/pdf/10.1145/3360307 https://dl.acm.org/doi/abs/10.1145/3360307?casa_token=x
        https://dl.acm.org/doi/fullHtml/10.1145/3360307 https://www.doi.org/10.1145%2F3360307
    """,
    "github:jax-ml/jax": """
        https://github.com/jax-ml/jax https://github.com/JAX-ML/jax/ http://www.github.com/jax-ml/jax.git
        https://github.com/jax-ml/jax#readme https://github.com/jax-ml/jax/tree/main
    """,
    "video:8sDg-lD1fZQ": """
        https://youtu.be/8sDg-lD1fZQ https://www.youtube.com/watch?v=8sDg-lD1fZQ https://youtu.be/8sDg-lD1fZQ?si=abc
        https://m.youtube.com/watch?v=8sDg-lD1fZQ&feature=share https://www.youtube.com/embed/8sDg-lD1fZQ
        https://www.youtube.com/watch?app=desktop&v=8sDg-lD1fZQ https://www.youtube-nocookie.com/embed/8sDg-lD1fZQ
    """,
    "url:horace.io/brrr_intro.html": """
        https://horace.io/brrr_intro.html http://horace.io/brrr_intro.html https://www.horace.io/brrr_intro.html
        HTTPS://Horace.IO/brrr_intro.html/ https://horace.io/brrr_intro.html?utm_source=hn&utm_medium=x
        https://horace.io:443/brrr_intro.html?fbclid=IwAR https://horace.io/brrr_intro.html#
    """,
}


@pytest.mark.parametrize(
    ("identity", "address"), [(name, each) for name, all_ in SAME.items() for each in all_.split()]
)
def test_every_way_to_a_work_is_the_same_work(identity: str, address: str) -> None:
    assert identity_of(address) == identity


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/main/README.md"),
        ("https://github.com/a/b", "https://github.com/a/b/tree/main/sub"),
        ("https://github.com/a/b/issues/1", "https://github.com/a/b/issues/2"),
        (
            "https://www.youtube.com/watch?v=8sDg-lD1fZQ&list=PL1",
            "https://www.youtube.com/watch?v=8sDg-lD1fZQ&list=PL2",
        ),
        ("https://youtu.be/8sDg-lD1fZQ", "https://youtu.be/8sDg-lD1fZQ?t=90"),
        ("https://a.example/course/#lecture-1", "https://a.example/course/#lecture-2"),
        ("https://a.example/p?id=1", "https://a.example/p?id=2"),
        ("https://a.example/Page", "https://a.example/page"),
        ("https://arxiv.org/abs/2211.05102", "https://arxiv.org/abs/2211.0510"),
        ("https://arxiv.org/list/cs.LG", "https://arxiv.org/list/cs.CL"),
        ("https://cs336.stanford.edu/", "https://cs336.stanford.edu/spring2025/"),
    ],
)
def test_what_only_looks_alike_is_not_the_same(one: str, other: str) -> None:
    assert identity_of(one) != identity_of(other)


@pytest.mark.corpus
def test_no_two_works_of_the_real_lists_are_taken_for_one() -> None:
    if not (named := os.environ.get("READINGLIST_CORPUS")):
        pytest.skip("READINGLIST_CORPUS names no corpus")
    merged = set()
    for file in sorted(Path(named).glob("curation/markdown-list/*.md")):
        catalog = find_importer("markdown")(file.read_text("utf-8")).catalog
        for later, earlier in twins(catalog).items():
            one, other = catalog[later].url, catalog[earlier].url
            if one != other:
                merged.add((one, other))
    assert merged == {  # each looked at: the same paper, the same book
        (
            "https://www.amazon.com/gp/product/0596007124/",
            "https://www.amazon.com/Head-First-Design-Patterns-Freeman/dp/0596007124",
        ),
        ("https://arxiv.org/pdf/2305.19370.pdf", "https://arxiv.org/pdf/2305.19370"),
        ("https://arxiv.org/pdf/1512.03385.pdf", "https://arxiv.org/abs/1512.03385"),
    }
