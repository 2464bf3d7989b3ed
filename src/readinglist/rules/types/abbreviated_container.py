from collections import Counter
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.edit import set_value
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_SMALL = frozenset("a an and der des die et für in la le of on the und &".split())


@rule(Severity.INFO)
def abbreviated_container(catalog: Catalog) -> Iterator[Finding]:
    """The name of a journal is abbreviated in one entry, and written out in another.

    The full name is the one to keep: styles that want the short form find it in `container-title-short`, or make it.

    Flagged:

        - id: full
          container-title: Journal of Machine Learning Research
        - id: short
          container-title: J. Mach. Learn. Res.

    Fine:

        - id: full
          container-title: Journal of Machine Learning Research
          container-title-short: J. Mach. Learn. Res.
        - id: other
          container-title: J. Chem. Phys.
        - id: one-word
          container-title: Science
    """
    by_initials: dict[str, Counter[tuple[str, ...]]] = {}
    names: dict[tuple[str, ...], str] = {}
    for entry in catalog:
        title = entry.container_title
        if title and "." not in title and len(words := _words(title)) > 1:
            by_initials.setdefault(_initials(words), Counter())[words] += 1
            names.setdefault(words, title)
    for entry in catalog:
        title = entry.container_title
        if title and "." in title and len(short := _words(title)) > 1:
            known = by_initials.get(_initials(short), Counter())
            if full := next((words for words, _ in known.most_common() if _stands_for(short, words)), None):
                place = entry.at("container-title")
                told = f"another entry writes this out as '{names[full]}'; write it in one way"
                yield Finding(place, told, set_value(place, names[full], safe=False))


def _words(title: str) -> tuple[str, ...]:
    words = (word.strip(",:;()") for word in title.casefold().replace(".", ". ").split())
    return tuple(word for word in words if word and word not in _SMALL)


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def _stands_for(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Return whether each word is the other one, or an abbreviation of it that ends with a point."""
    pairs = zip(short, full, strict=True)
    return all(word == whole or (word.endswith(".") and whole.startswith(word[:-1])) for word, whole in pairs)
