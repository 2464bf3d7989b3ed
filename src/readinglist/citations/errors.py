"""What can go wrong with a style, told with its name, its line and the way out."""

from __future__ import annotations

from collections.abc import Iterable


class CitationError(Exception):
    """The tree's root: everything this package raises on purpose."""


class StyleError(CitationError):
    """A style or locale that cannot be used as it is written."""

    def __init__(self, style: str, line: int | None, problem: str, remedy: str) -> None:
        where = style if line is None else f"{style}, line {line}"
        super().__init__(f"{where}: {problem}; {remedy}")
        self.style, self.line, self.problem, self.remedy = style, line, problem, remedy


class UnknownStyle(StyleError):
    """No style of that name, neither in the package nor on disk."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        import difflib  # only who mistypes a name waits for it

        self.suggestions = difflib.get_close_matches(name, list(known), n=3, cutoff=0.6)
        remedy = f"did you mean {' or '.join(self.suggestions)}?" if self.suggestions else "look for one by its words"
        super().__init__(name, None, "there is no style of this name", remedy)


class UnknownFormat(CitationError):
    """No output format of that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"no citation format named {name!r}; known are {', '.join(sorted(known))}")
