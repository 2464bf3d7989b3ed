"""The types of works: CSL's own words, and the words that people type instead."""

from __future__ import annotations

CSL_TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
    dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
    legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software song speech standard
    thesis treaty webpage""".split()
)

# The word a person types -> the CSL type, and the genre that keeps what the type cannot say.
TYPE_ALIASES: dict[str, tuple[str, str | None]] = {
    "paper": ("article-journal", None),
    "journal": ("article-journal", None),
    "journal-article": ("article-journal", None),
    "conference": ("paper-conference", None),
    "conference-paper": ("paper-conference", None),
    "inproceedings": ("paper-conference", None),
    "preprint": ("article", "Preprint"),
    "arxiv": ("article", "Preprint"),
    "magazine": ("article-magazine", None),
    "news": ("article-newspaper", None),
    "newspaper": ("article-newspaper", None),
    "blog": ("post-weblog", None),
    "blog-post": ("post-weblog", None),
    "web": ("webpage", None),
    "website": ("webpage", None),
    "online": ("webpage", None),
    "docs": ("report", "Documentation"),
    "documentation": ("report", "Documentation"),
    "manual": ("report", "Documentation"),
    "repo": ("software", None),
    "repository": ("software", None),
    "code": ("software", None),
    "model": ("software", "Model"),
    "notebook": ("software", "Notebook"),
    "benchmark": ("dataset", "Benchmark"),
    "course": ("webpage", "Course"),
    "lecture-notes": ("manuscript", "Lecture notes"),
    "talk": ("speech", "Talk"),
    "slides": ("speech", "Slides"),
    "presentation": ("speech", None),
    "video": ("motion_picture", None),
    "lecture-video": ("motion_picture", None),
    "podcast": ("broadcast", "Podcast"),
    "episode": ("broadcast", "Podcast"),
    "thread": ("post", None),
    "tweet": ("post", None),
    "forum": ("post", None),
    "inbook": ("chapter", None),
    "incollection": ("chapter", None),
    "phdthesis": ("thesis", "PhD thesis"),
    "mastersthesis": ("thesis", "Master's thesis"),
    "techreport": ("report", "Technical report"),
    "whitepaper": ("report", "White paper"),
    "rfc": ("standard", None),
    "encyclopedia": ("entry-encyclopedia", None),
    "dictionary": ("entry-dictionary", None),
    "law": ("legislation", None),
    "case": ("legal_case", None),
    "image": ("graphic", None),
    "misc": ("document", None),
}


def canonical_type(word: str) -> tuple[str, str | None] | None:
    """Return the CSL type and genre that `word` means, or None for a word nobody knows."""
    if word in CSL_TYPES:
        return word, None
    folded = word.strip().casefold().replace(" ", "-")
    if folded in CSL_TYPES:
        return folded, None
    if (joined := folded.replace("-", "_")) in CSL_TYPES:
        return joined, None
    return TYPE_ALIASES.get(folded)
