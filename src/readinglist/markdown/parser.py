"""The CommonMark parser, taught to say where in its line each link, image and piece of code stands."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

_OPENS = {"link_open", "image", "html_inline", "code_inline"}


@cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark, and of GFM the tables and crossed-out text."""
    from markdown_it import MarkdownIt, rules_inline

    found = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    found.normalizeLink = str  # type: ignore[method-assign, assignment]  # an address stays as its curator spelled it
    for name, rule in (
        ("link", rules_inline.link),
        ("image", rules_inline.image),
        ("autolink", rules_inline.autolink),
        ("html_inline", rules_inline.html_inline),
        ("backticks", rules_inline.backtick),
    ):
        found.inline.ruler.at(name, _placed(rule))
    return found


def _placed(rule: Rule) -> Rule:
    """Return a rule that notes in each token it makes where in the text it starts and ends."""

    def run(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            made = next((token for token in state.tokens[before:] if token.type in _OPENS), None)
            if made is not None:
                made.meta = made.meta | {"start": start, "end": state.pos} | _label(state, made, start)
        return True

    return run


def _label(state: StateInline, made: Token, start: int) -> dict[str, Any]:
    """Return where the words of a link end, and whether its address stands behind them."""
    if made.type != "link_open" or state.src[start] != "[":
        return {}
    end = state.md.helpers.parseLinkLabel(state, start, True)
    return {"label_end": end, "inline": state.src[end + 1 : end + 2] == "(" and state.src[state.pos - 1] == ")"}


def parse(text: str) -> tuple[list[Token], dict[str, Any]]:
    """Return the tokens of a text, and the reference definitions in it by label."""
    found: dict[str, Any] = {}
    tokens = parser().parse(text, found)
    return tokens, found.get("references", {})


def read_aloud(tokens: list[Token]) -> str:
    """Return the words of inline tokens, without markup; an image is its description."""
    return "".join(_word(token) for token in tokens)


def _word(token: Token) -> str:
    if token.type == "image":
        return read_aloud(token.children or [])
    if token.type == "softbreak" or token.type == "hardbreak" or token.content.lower().startswith("<br"):
        return " "
    return "" if token.type == "html_inline" else token.content


def words_of(markdown: str) -> str:
    """Return the words of a line of Markdown, without markup."""
    inline = parser().parseInline(markdown)
    return " ".join(read_aloud(inline[0].children or []).split()) if inline else ""
