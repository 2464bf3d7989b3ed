import re
from collections.abc import Iterator

from readinglist.model.catalog import Catalog
from readinglist.model.entry import Entry
from readinglist.model.finding import Finding, Severity
from readinglist.rules import rule

_WORD = re.compile(r"(?<![.:?!–—“\"(-] )(?<![\w'’.-])[A-Za-z][a-z]{3,}(?![\w’'-])")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_FEWEST_TITLES = 20
_FEWEST_WORDS = 3
_MOST_OTHERS = 0.1


@rule(Severity.INFO)
def title_case_style(catalog: Catalog) -> Iterator[Finding]:
    """A title is written in Title Case, where nearly all others are not; or the other way round.

    A style can make small letters of Title Case, but never knows which capitals to give back. It is only said
    where at least twenty titles are clear and nine in ten of them agree; which words are names is for a person.

    Flagged:

        - {id: a, title: Learning large models without supervision}
        - {id: b, title: Learning large systems without supervision}
        - {id: c, title: Learning large graphs without supervision}
        - {id: d, title: Learning large images without supervision}
        - {id: e, title: Learning large proofs without supervision}
        - {id: f, title: Learning large tables without supervision}
        - {id: g, title: Learning large queries without supervision}
        - {id: h, title: Learning large caches without supervision}
        - {id: i, title: Learning large agents without supervision}
        - {id: j, title: Learning large traces without supervision}
        - {id: k, title: Learning large kernels without supervision}
        - {id: l, title: Learning large streams without supervision}
        - {id: m, title: Learning large codes without supervision}
        - {id: n, title: Learning large maps without supervision}
        - {id: o, title: Learning large lattices without supervision}
        - {id: p, title: Learning large rings without supervision}
        - {id: q, title: Learning large signals without supervision}
        - {id: r, title: Learning large words without supervision}
        - {id: s, title: Learning large trees without supervision}
        - {id: t, title: Learning large fields without supervision}
        - {id: u, title: Mixture With Several Expert Models}

    Fine:

        - {id: a, title: Fast inference from transformers}
        - {id: b, title: Mixture With Several Expert Models}
    """
    styles = [(entry, style) for entry in catalog if entry.title and (style := _style(entry, entry.title))]
    capitals = sum(style == "Title Case" for _, style in styles)
    fewer = min(capitals, len(styles) - capitals)
    if len(styles) < _FEWEST_TITLES or not 0 < fewer <= _MOST_OTHERS * len(styles):
        return
    usual, odd = ("sentence case", "Title Case") if fewer == capitals else ("Title Case", "sentence case")
    for entry, style in styles:
        if style == odd:
            told = (
                f"this title is in {odd}, nearly all others are in {usual}; write it like them, or as it was published"
            )
            yield Finding(entry.at("title"), told)


def _style(entry: Entry, title: str) -> str | None:
    """Return how a title is written, where its words leave no doubt."""
    if entry.language and not entry.language.lower().startswith("en"):
        return None
    words = [word for word in _WORD.findall(_ASIDE.sub(" ", title).partition(" ")[2]) if word.lower() not in _SMALL]
    if len(words) < _FEWEST_WORDS:
        return None
    share = sum(word[0].isupper() for word in words) / len(words)
    return "Title Case" if share == 1 else "sentence case" if share <= 1 / 3 else None


_SMALL = frozenset("with from into onto over upon under between through toward towards about against than that".split())
