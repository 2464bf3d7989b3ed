"""Addresses and identifiers, which LaTeX reads letter by letter: what would break that is percent-encoded."""

import re

# A verbatim field cannot hold blanks, controls or backslashes; beyond ASCII no engine agrees with another.
_NEVER = re.compile(r"[^!-\[\]-~]")
_PLAIN = re.compile(r"[!-\[\]-z|~]*")
_BRACE = re.compile(r"[{}]")
# `\url` in a note is an ordinary argument: TeX sees braces and the `^^5c` notation before `\url` does.
_NOT_IN_ARGUMENT = re.compile(r"[^!-\[\]_-z~]")
_SIGN = re.compile(r"[%#]")


def verbatim(text: str) -> str:
    """Return the value of a url, doi or eprint field: as given, with what would break the field percent-encoded."""
    if _PLAIN.fullmatch(text):
        return text
    address = _NEVER.sub(_encoded, text.strip())
    return address if _balanced(address) else _BRACE.sub(_encoded, address)


def url_command(url: str) -> str:
    """Return `\\url{...}` for a note or howpublished field, in a form that classic styles and BibLaTeX both compile.

    `%` and `#` are escaped: BibLaTeX stops at the bare signs. hyperref takes the backslash off again; where a
    document loads only the url package, it is printed.
    """
    return f"\\url{{{_SIGN.sub(_escaped, _NOT_IN_ARGUMENT.sub(_encoded, url.strip()))}}}"


def _encoded(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def _escaped(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _balanced(text: str) -> bool:
    level = 0
    for brace in _BRACE.findall(text):
        level += 1 if brace == "{" else -1
        if level < 0:
            return False
    return level == 0
