"""Our scanner against pybtex's parser: on files without a mistake both read the same."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from readinglist.importers._bib.scan import MONTHS, Scan

_NAMES = st.from_regex(r"[a-zA-Z][a-zA-Z-]{0,8}", fullmatch=True)
_INNER = st.text(st.characters(exclude_characters='{}"\\@%', exclude_categories=["C", "Z"]) | st.just(" "), max_size=12)


def _braced(depth: int) -> st.SearchStrategy[str]:
    if depth == 0:
        return _INNER
    return st.lists(_INNER | _braced(depth - 1).map(lambda text: f"{{{text}}}"), max_size=3).map("".join)


_VALUES = st.one_of(
    _braced(6).map(lambda text: f"{{{text}}}"),
    _braced(2).map(lambda text: f'"{text}"'),
    st.integers(0, 2100).map(str),
    st.sampled_from(MONTHS),
    st.builds('"{}" # {} # {{{}}}'.format, _INNER, st.sampled_from(MONTHS), _INNER),
)
_FIELDS = st.lists(st.tuples(_NAMES, _VALUES), min_size=1, max_size=5, unique_by=lambda field: field[0].lower())
_ENTRY = st.builds(
    lambda kind, key, fields, blank, brackets: (
        f"@{kind}{brackets[0]}{key},{blank}"
        + f",{blank}".join(f"{name}{blank}={blank}{value}" for name, value in fields)
        + f"{brackets[1]}\n"
    ),
    st.sampled_from(["article", "Misc", "BOOK", "online"]),
    st.from_regex(r"[a-z][a-z0-9:/-]{0,8}", fullmatch=True),
    _FIELDS,
    st.sampled_from([" ", "\n  ", ""]),
    st.sampled_from(["{}"]),
)


def pybtex_reads(text: str) -> list[Any]:
    from pybtex.database.input.bibtex import LowLevelParser

    parser: Any = LowLevelParser(text, macros={month: month for month in MONTHS})
    return [(kind, key, [(name, "".join(parts)) for name, parts in fields]) for kind, (key, fields) in parser]


@given(st.lists(_ENTRY, max_size=4).map("".join))
def test_files_without_a_mistake_are_read_as_pybtex_reads_them(text: str) -> None:
    scan = Scan(text)
    assert [(block.kind, block.key, block.fields) for block in scan.blocks()] == pybtex_reads(text)
    assert scan.findings == []
