import re
from collections import Counter
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_JOINTS = re.compile(r"\b(?:the|and|of the|on|of|for|in)\b|&|\W+", re.IGNORECASE)
# Names of one gathering that share no words; what is beside them is the number and the year.
_SAME = {
    "nips": "neurips",
    "advancesneuralinformationprocessingsystems": "neurips",
    "neuralinformationprocessingsystems": "neurips",
    "internationalconferencelearningrepresentations": "iclr",
    "internationalconferencemachinelearning": "icml",
}


@rule(Severity.WARNING)
def container_variant(catalog: Catalog) -> Iterator[Finding]:
    """One journal or series of proceedings is spelled in two ways.

    Sorted and counted, they are two. The spelling that most entries have is suggested; of two that are as frequent,
    the one that comes first.

    Flagged:

        - id: one
          container-title: Journal of Machine Learning Research
        - id: two
          container-title: Journal of Machine Learning Research
        - id: three
          container-title: The Journal of Machine Learning research

        - id: one
          container-title: NeurIPS
        - id: two
          container-title: Advances in Neural Information Processing Systems

    Fine:

        - id: one
          container-title: Proceedings of the 29th Symposium on Operating Systems Principles
        - id: two
          container-title: Proceedings of the 30th Symposium on Operating Systems Principles
        - id: three
          container-title: Nature
        - id: four
          container-title: Nature Methods
    """
    spellings: dict[str, Counter[str]] = {}
    keys = {title: _key(title) for title in dict.fromkeys(entry.container_title for entry in catalog) if title}
    for entry in catalog:
        if entry.container_title:
            spellings.setdefault(keys[entry.container_title], Counter())[entry.container_title] += 1
    for entry in catalog:
        title = entry.container_title
        if title and len(found := spellings[keys[title]]) > 1 and title != (usual := found.most_common(1)[0][0]):
            place = entry.at("container-title")
            told = f"other entries spell this '{usual}'; spell it in one way"
            yield Finding(place, told, set_value(place, usual, safe=False))


def _key(title: str) -> str:
    """Return what all spellings of a title have in common."""
    joined = _JOINTS.sub("", re.sub(r"\s+", " ", title).casefold())
    bare = joined.removeprefix("proceedings")
    return _SAME.get(bare) or joined
