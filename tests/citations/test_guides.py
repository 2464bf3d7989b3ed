"""Published examples of the style guides, and what a reading list holds, in the styles people ask for."""

from __future__ import annotations

from typing import Any

import pytest

from readinglist.citations import render_each


def people(*names: str) -> list[dict[str, str]]:
    return [
        dict(zip(("family", "given"), name.split(", "), strict=True)) if ", " in name else {"literal": name}
        for name in names
    ]


def on(*parts: int) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]}


ITEMS: dict[str, dict[str, Any]] = {
    "journal": {
        "type": "article-journal",
        "title": "Emotions in storybooks: A comparison of storybooks that represent "
        "ethnic and racial groups in the United States",
        "author": people("Grady, Jessica S.", "Her, May", "Moreno, Geena", "Perez, Cynthia", "Yelinek, Jillian"),
        "container-title": "Psychology of Popular Media Culture",
        "volume": "8",
        "issue": "3",
        "page": "207-217",
        "issued": on(2019),
        "DOI": "10.1037/ppm0000185",
    },
    "book": {
        "type": "book",
        "title": "The Channels of Student Activism: "
        "How the Left and Right Are Winning (and Losing) in Campus Politics Today",
        "author": people("Binder, Amy J.", "Kidder, Jeffrey L."),
        "publisher": "University of Chicago Press",
        "publisher-place": "Chicago",
        "issued": on(2022),
    },
    "chaos": {
        "type": "book",
        "title": "Chaos: Making a New Science",
        "author": people("Gleick, James"),
        "publisher": "Penguin",
        "issued": on(1987),
    },
    "preprint": {
        "type": "article",
        "title": "Attention is all you need",
        "author": people("Vaswani, Ashish", "Shazeer, Noam", "Parmar, Niki"),
        "publisher": "arXiv",
        "number": "arXiv:1706.03762",
        "issued": on(2017, 6, 12),
        "DOI": "10.48550/arXiv.1706.03762",
    },
    "docs": {
        "type": "webpage",
        "title": "PyTorch documentation",
        "URL": "https://pytorch.org/docs",
        "accessed": on(2024, 3, 2),
    },
    "repo": {
        "type": "software",
        "title": "nanoGPT",
        "author": people("Karpathy, Andrej"),
        "publisher": "GitHub",
        "issued": on(2022),
        "version": "1.0",
        "URL": "https://github.com/karpathy/nanoGPT",
    },
    "post": {
        "type": "post-weblog",
        "title": "The illustrated transformer",
        "author": people("Alammar, Jay"),
        "container-title": "Jay Alammar",
        "issued": on(2018, 6, 27),
        "URL": "https://jalammar.github.io/illustrated-transformer/",
    },
    "talk": {
        "type": "speech",
        "title": "Growing a language",
        "author": [{"family": "Steele", "given": "Guy L.", "suffix": "Jr."}],
        "event-title": "OOPSLA",
        "event-place": "Vancouver",
        "issued": on(1998, 10),
    },
    "cjk": {
        "type": "article-journal",
        "title": "深度学习研究综述",
        "author": [{"family": "王", "given": "小明"}, {"family": "李", "given": "华"}],
        "container-title": "计算机应用研究",
        "volume": "32",
        "issue": "2",
        "page": "321-326",
        "issued": on(2015, 2),
        "language": "zh-CN",
    },
    "particle": {
        "type": "book",
        "title": "Discours",
        "author": people("van der Berg, Jan-Willem", "de la Cruz, María"),
        "publisher": "Brill",
        "publisher-place": "Leiden",
        "issued": on(2001),
    },
    "edited": {
        "type": "book",
        "title": "The handbook of things",
        "editor": people("O'Brien, Conan", "D'Arcus, Bruce"),
        "publisher": "Elsevier",
        "issued": on(2008),
    },
    "corporate": {
        "type": "report",
        "title": "Global report",
        "author": people("World Health Organization"),
        "publisher": "World Health Organization",
        "publisher-place": "Geneva",
        "issued": on(2021),
    },
}

CASES = [
    (
        "apa",
        None,
        "journal",
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A "
        "comparison of storybooks that represent ethnic and racial groups in the United States. Psychology "
        "of Popular Media Culture, 8(3), 207–217. https://doi.org/10.1037/ppm0000185",
    ),
    (
        "apa",
        None,
        "preprint",
        "Vaswani, A., Shazeer, N., & Parmar, N. (2017). Attention is all you need (arXiv:1706.03762). arXiv. "
        "https://doi.org/10.48550/arXiv.1706.03762",
    ),
    (
        "apa",
        None,
        "docs",
        "PyTorch documentation. (n.d.). Retrieved March 2, 2024, from https://pytorch.org/docs",
    ),
    (
        "apa",
        None,
        "repo",
        "Karpathy, A. (2022). nanoGPT (Version 1.0) [Computer software]. GitHub. https://github.com/karpathy/nanoGPT",
    ),
    (
        "apa",
        None,
        "post",
        "Alammar, J. (2018, June 27). The illustrated transformer. Jay Alammar. "
        "https://jalammar.github.io/illustrated-transformer/",
    ),
    (
        "apa",
        None,
        "talk",
        "Steele, G. L., Jr. (1998, October). Growing a language. OOPSLA, Vancouver.",
    ),
    (
        "apa",
        None,
        "particle",
        "van der Berg, J.-W., & de la Cruz, M. (2001). Discours. Brill.",
    ),
    (
        "apa",
        None,
        "edited",
        "O’Brien, C., & D’Arcus, B. (Eds.). (2008). The handbook of things. Elsevier.",
    ),
    (
        "apa",
        None,
        "corporate",
        "World Health Organization. (2021). Global report. World Health Organization.",
    ),
    (
        "chicago-author-date",
        None,
        "book",
        "Binder, Amy J., and Jeffrey L. Kidder. 2022. The Channels of Student Activism: How the Left and "
        "Right Are Winning (and Losing) in Campus Politics Today. University of Chicago Press.",
    ),
    (
        "chicago-author-date",
        None,
        "preprint",
        "Vaswani, Ashish, Noam Shazeer, and Niki Parmar. 2017. “Attention Is All You Need.” "
        "arXiv:1706.03762. Preprint, arXiv, June 12. https://doi.org/10.48550/arXiv.1706.03762.",
    ),
    (
        "chicago-author-date",
        None,
        "docs",
        "“PyTorch Documentation.” n.d. Accessed March 2, 2024. https://pytorch.org/docs.",
    ),
    (
        "chicago-author-date",
        None,
        "post",
        "Alammar, Jay. 2018. “The Illustrated Transformer.” Jay Alammar, June 27. "
        "https://jalammar.github.io/illustrated-transformer/.",
    ),
    (
        "chicago-author-date",
        None,
        "particle",
        "Berg, Jan-Willem van der, and María de la Cruz. 2001. Discours. Brill.",
    ),
    (
        "ieee",
        None,
        "journal",
        "[1] J. S. Grady, M. Her, G. Moreno, C. Perez, and J. Yelinek, “Emotions in storybooks: A comparison "
        "of storybooks that represent ethnic and racial groups in the United States,” Psychology of Popular "
        "Media Culture, vol. 8, no. 3, pp. 207–217, 2019, doi: 10.1037/ppm0000185.",
    ),
    (
        "ieee",
        None,
        "preprint",
        "[1] A. Vaswani, N. Shazeer, and N. Parmar, “Attention is all you need,” Jun. 12, 2017, arXiv: "
        "arXiv:1706.03762. doi: 10.48550/arXiv.1706.03762.",
    ),
    (
        "ieee",
        None,
        "docs",
        "[1] “PyTorch documentation.” Accessed: Mar. 02, 2024. [Online]. Available: https://pytorch.org/docs",
    ),
    (
        "ieee",
        None,
        "cjk",
        "[1] 王小明 and 李华, “深度学习研究综述,” 计算机应用研究, vol. 32, no. 2, pp. 321–326, Feb. 2015.",
    ),
    (
        "modern-language-association",
        None,
        "chaos",
        "Gleick, James. Chaos: Making a New Science. Penguin, 1987.",
    ),
    (
        "modern-language-association",
        None,
        "journal",
        "Grady, Jessica S., et al. “Emotions in Storybooks: A Comparison of Storybooks That Represent Ethnic "
        "and Racial Groups in the United States.” Psychology of Popular Media Culture, vol. 8, no. 3, 2019, "
        "pp. 207–17, https://doi.org/10.1037/ppm0000185.",
    ),
    (
        "modern-language-association",
        None,
        "post",
        "Alammar, Jay. “The Illustrated Transformer.” Jay Alammar, 27 June 2018, "
        "https://jalammar.github.io/illustrated-transformer/.",
    ),
    (
        "china-national-standard-gb-t-7714-2015-numeric",
        None,
        "cjk",
        "[1] 王小明, 李华. 深度学习研究综述[J]. 计算机应用研究, 2015, 32(2): 321-326.",
    ),
    (
        "china-national-standard-gb-t-7714-2015-numeric",
        None,
        "journal",
        "[1] GRADY J S, HER M, MORENO G, 等. Emotions in storybooks: A comparison of storybooks that "
        "represent ethnic and racial groups in the United States[J/OL]. Psychology of Popular Media Culture, "
        "2019, 8(3): 207-217. DOI:10.1037/ppm0000185.",
    ),
    (
        "china-national-standard-gb-t-7714-2015-numeric",
        None,
        "edited",
        "[1] O’BRIEN C, D’ARCUS B. The handbook of things[M]. Elsevier, 2008.",
    ),
    (
        "din-1505-2",
        None,
        "journal",
        "Grady, Jessica S. ; Her, May ; Moreno, Geena ; Perez, Cynthia ; Yelinek, Jillian: Emotions in "
        "storybooks: A comparison of storybooks that represent ethnic and racial groups in the United "
        "States. In: Psychology of Popular Media Culture Bd. 8 (2019), Nr.\u00a03, S.\u00a0207–217",
    ),
    (
        "din-1505-2",
        None,
        "particle",
        "van der Berg, Jan-Willem ; de la Cruz, María: Discours. Leiden\u00a0: Brill, 2001",
    ),
    (
        "apa",
        "de-DE",
        "docs",
        "PyTorch documentation. (o.\u00a0J.). Abgerufen 2. März 2024, von https://pytorch.org/docs",
    ),
    (
        "apa",
        "de-DE",
        "edited",
        "O’Brien, C., & D’Arcus, B. (Hrsg.). (2008). The handbook of things. Elsevier.",
    ),
    (
        "apa",
        "de-DE",
        "talk",
        "Steele, G. L., Jr. (1998, Oktober). Growing a language. OOPSLA, Vancouver.",
    ),
    (
        "apa",
        "fr-FR",
        "docs",
        "PyTorch documentation. (s.\u00a0d.). Consulté 2 mars 2024, à l’adresse https://pytorch.org/docs",
    ),
    (
        "apa",
        "fr-FR",
        "edited",
        "O’Brien, C., & D’Arcus, B. (Éds.). (2008). The handbook of things. Elsevier.",
    ),
    (
        "apa",
        "fr-FR",
        "post",
        "Alammar, J. (2018, juin 27). The illustrated transformer. Jay Alammar. "
        "https://jalammar.github.io/illustrated-transformer/",
    ),
    (
        "apa",
        "zh-CN",
        "cjk",
        "王小明, & 李华. (2015). 深度学习研究综述. 计算机应用研究, 32(2), 321～326.",
    ),
    (
        "apa",
        "zh-CN",
        "docs",
        "PyTorch documentation. (不详). 取读于 2024年3月2日, 从 https://pytorch.org/docs",
    ),
]


@pytest.mark.parametrize(("style", "locale", "item", "entry"), CASES)
def test_an_entry_reads_as_its_guide_prints_it(style: str, locale: str | None, item: str, entry: str) -> None:
    assert render_each([{"id": item, **ITEMS[item]}], style, locale) == [entry]
