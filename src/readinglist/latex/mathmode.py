"""Which `$...$` in a title is mathematics that may be handed to TeX as it stands."""

import re
from collections.abc import Callable, Iterator

from readinglist.latex.symbols import MATH

# An amount of money is no formula: nothing blank inside the signs, no digit or sign right after.
_SPAN = re.compile(r"(?<!\\)\$(?![\s$])([^$]{1,400})(?<![\s\\])\$(?![0-9$])")
_TOKEN = re.compile(r"\\[A-Za-z]+|\\[,:;!|]|[A-Za-z0-9+\-*/=<>()\[\].,:;!?|@]|['^_{}]| +")
_SCRIPTED = re.compile(r"[\\^_]")
_FORMULA = re.compile(r"[\\^_=<>+*]")
_NAMED = str.maketrans({char: f"{command} " for char, command in MATH.items()})
_ALONE = r"""
\le \ge \ne \to \gets \iff \implies \land \lor \neg \lnot \times \div \pm \dots \ldots \colon \quad \bullet \dagger
\ddagger \Vert \vert \S \P \lbrace \rbrace \log \ln \exp \sin \cos \tan \max \min \sup \inf \lim \arg \det \dim \ker
\gcd \deg \Pr \, \: \; \! \|
"""
_WITH_ONE = r"""
\mathrm \mathbf \mathit \mathsf \mathtt \mathcal \mathbb \mathfrak \boldsymbol \operatorname \hat \bar \tilde
\vec \dot \ddot \acute \grave \breve \check \widehat \widetilde \overline \underline \sqrt
"""
_SYMBOLS = frozenset(MATH.values()) | frozenset(_ALONE.split())
# How many groups in braces must follow a command. Blackboard letters and \text need the AMS packages.
_ARGUMENTS = dict.fromkeys(_WITH_ONE.split(), 1) | {"\\frac": 2, "\\binom": 2}
# What may be an index or exponent without braces: TeX takes these for one sign each.
_SIGNS = r"\ast \star \circ \prime \infty \top \perp \dagger \bullet \times \pm \mp \ell"
_ONE_SIGN = frozenset(_SIGNS.split()) | {name for char, name in MATH.items() if "\u0370" <= char <= "\u03ff"}
# Text inside a formula: letters, no mathematics.
_WORDS = frozenset({"\\text", "\\textrm", "\\textbf", "\\textit"})
_DEEPEST = 20


def formulas(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each formula starts and ends, signs included, and what TeX is to read between the signs."""
    look = 0
    while found := _SPAN.search(text, look):
        start, look = found.start(), found.start() + 1
        body = found[1].translate(_NAMED).rstrip()
        if _meant(text[max(start - 1, 0) : start], body) and is_formula(body):
            look = found.end()
            yield start, look, body


def split_math(text: str, literal: Callable[[str], str]) -> Iterator[str]:
    """Yield the text in order: formulas in braces, everything else as `literal` spells it."""
    done = 0
    for start, end, body in formulas(text):
        yield literal(text[done:start])
        yield f"{{${body}$}}"
        done = end
    yield literal(text[done:])


def _meant(before: str, body: str) -> bool:
    """Tell a formula from two amounts of money or two oddly written names."""
    if before.isalnum():
        return bool(_SCRIPTED.search(body))
    return " " not in body or bool(_FORMULA.search(body))


def is_formula(body: str) -> bool:
    """Tell whether TeX can set this in math mode: known commands only, each with its arguments, nothing unpaired."""
    tokens = _TOKEN.findall(body)
    if "".join(tokens) != body:
        return False
    rest = _Reader([token for token in tokens if token.strip(" ")])
    return rest.items(_DEEPEST) and not rest.tokens and bool(body.strip())


class _Reader:
    """Reads a formula from its end backwards off a stack of tokens."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens[::-1]

    def items(self, depth: int) -> bool:
        """Read as many items as there are; False where one of them is broken."""
        while self.tokens and self.tokens[-1] != "}":
            if not (self.tokens[-1] in "^_'" or self.atom(depth)):
                return False
            if not self.scripts(depth):
                return False
        return True

    def scripts(self, depth: int) -> bool:
        """Read at most one index and one exponent; primes count as the exponent, and may go before one."""
        seen: set[str] = set()
        while self.tokens and self.tokens[-1] in ("^", "_", "'"):
            kind, needs_atom = self.tokens.pop(), True
            if kind == "'":
                kind, needs_atom = "^", self.primes()
            if kind in seen or (needs_atom and not self.script(depth)):
                return False
            seen.add(kind)
        return True

    def script(self, depth: int) -> bool:
        if not self.tokens or self.tokens[-1] == "{":
            return self.atom(depth)
        sign = self.tokens.pop()
        return sign in _ONE_SIGN or sign.isalnum() or sign in "*+-"

    def primes(self) -> bool:
        """Read further primes; tell whether an exponent follows them."""
        while self.tokens and self.tokens[-1] == "'":
            self.tokens.pop()
        return bool(self.tokens) and self.tokens[-1] == "^" and self.tokens.pop() == "^"

    def atom(self, depth: int) -> bool:
        if not self.tokens or not depth:
            return False
        first = self.tokens.pop()
        if first == "{":
            return self.items(depth - 1) and bool(self.tokens) and self.tokens.pop() == "}"
        if first in _WORDS:
            return self.words()
        if first in _ARGUMENTS:
            return all(self.group(depth) for _ in range(_ARGUMENTS[first]))
        return first in _SYMBOLS if first[0] == "\\" else first not in "^_'}"

    def group(self, depth: int) -> bool:
        return bool(self.tokens) and self.tokens[-1] == "{" and self.atom(depth)

    def words(self) -> bool:
        if not self.tokens or self.tokens.pop() != "{":
            return False
        while self.tokens and (self.tokens[-1].isalnum() or self.tokens[-1] in ".,:;()-"):
            self.tokens.pop()
        return bool(self.tokens) and self.tokens.pop() == "}"
