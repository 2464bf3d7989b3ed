"""Data into YAML text: plain where that is safe in every reader, quoted where it is not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from readinglist.model.edit import Data
from readinglist.model.entry import DATE_FIELDS

# What YAML 1.1 readers (PyYAML, Ruby, PHP) take for something else than text.
_OTHER_TYPE = re.compile(
    r"[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|0[0-7_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|"
    r"\.[0-9_]+(?:[eE][-+]?[0-9]+)?|\.inf|\.Inf|\.INF|\.nan|\.NaN|\.NAN)|"
    r"y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF|null|Null|NULL|~|=|<<|"
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
)
_WHOLE_NUMBER = re.compile(r"0|[1-9][0-9]{0,17}")
_TYPED = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?|true|false|[0-9]+(?:\.[0-9]+)?")
_PLAIN = re.compile(r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`=]|-(?=[^\s-]))(?:[^\n#:]++|:(?=[^\s])|(?<=\S)#)*+")
_FLOW_SIGNS = re.compile(r"[,?\[\]{}]|:$")
_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]'
)
# Most values: words that no reader of YAML takes for anything else.
_WORDS = re.compile(r"[A-Za-z]+(?:[ .'-][A-Za-z]+)*\.?")
_OF_YAML = frozenset({"y", "yes", "n", "no", "true", "false", "on", "off", "null"})
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\r": "\\r", "\x1b": "\\e", "\0": "\\0"}

TYPED_FIELDS = DATE_FIELDS | {"others", "listed", "rating", "minutes", "comma-suffix"}
"""Fields whose values are no text, so that other readers may well take them for what they are."""


def changed_by_others(text: str) -> bool:
    """Return whether a YAML 1.1 reader takes this text, without quotes, for something else and changes it."""
    return bool(_OTHER_TYPE.fullmatch(text)) and not _WHOLE_NUMBER.fullmatch(text)


def needs_quotes(text: str, *, typed: bool = False) -> bool:
    """Return whether a value must be quoted to be the same text to every reader."""
    return changed_by_others(text) and not (typed and _TYPED.fullmatch(text))


def scalar(text: str, *, style: str = "", flow: bool = False, typed: bool = False) -> str:
    """Return one line of YAML for a text, in the quotes it had before where they can hold it."""
    if not style and _WORDS.fullmatch(text) and text.lower() not in _OF_YAML:
        return text
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style != '"' and _plainly_safe(text, flow) and not needs_quotes(text, typed=typed):
        return text
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _plainly_safe(text: str, flow: bool) -> bool:
    if not text.isprintable() or text != text.strip() or not _PLAIN.fullmatch(text):
        return False
    return not text.endswith(":") and not (flow and _FLOW_SIGNS.search(text))


def _escape(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    return _SHORT.get(sign[0]) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


@lru_cache(1024)
def _key(name: str, flow: bool = False) -> str:
    """Return the name of a field as it is written; there are few, and each stands in every entry."""
    return scalar(name, flow=flow)


def flow(value: Data, *, typed: bool = False) -> str:
    """Return a value on one line: `[a, b]`, `{family: Kwon, given: Woosuk}`."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return scalar(value, flow=True, typed=typed)
    if isinstance(value, dict | Mapping):  # a dict is told at once, other maps are not
        fields = [f"{_key(name, True)}: {flow(each, typed=name in TYPED_FIELDS)}" for name, each in value.items()]
        return f"{{{', '.join(fields)}}}"
    return f"[{', '.join([flow(each) for each in value])}]"


def field_lines(name: str, value: Data, indent: str) -> list[str]:
    """Return the lines of a field in block style, each but the first with its indentation."""
    key = _key(name)
    if value is None:
        return [f"{key}:"]
    if isinstance(value, str):
        return _text_lines(key, value, indent, typed=name in TYPED_FIELDS)
    if isinstance(value, dict | Mapping):
        if not value or all(isinstance(each, str) and len(each) < 40 and "\n" not in each for each in value.values()):
            return [f"{key}: {flow(value)}"]
        inner = [
            line for part, each in value.items() for line in _indented(field_lines(part, each, indent + "  "), indent)
        ]
        return [f"{key}:", *inner]
    if any(not isinstance(each, str) and isinstance(each, dict | Mapping | Sequence) for each in value):
        return [f"{key}:", *(f"{indent}- {flow(each)}" for each in value)]
    return [f"{key}: {flow(value)}"]


def _indented(lines: list[str], indent: str) -> list[str]:
    return [f"{indent}  {lines[0]}", *lines[1:]]


def _text_lines(key: str, text: str, indent: str, *, typed: bool) -> list[str]:
    body = text.removesuffix("\n").split("\n")
    if len(body) < 2 or not _fits_a_block(body):
        return [f"{key}: {scalar(text, typed=typed)}"]
    chomp = "" if text.endswith("\n") else "-"
    return [f"{key}: |{chomp}", *(f"{indent}  {line}" if line else "" for line in body)]


def _fits_a_block(body: list[str]) -> bool:
    """Return whether lines can stand in a block scalar as they are."""
    clean = all(line.isprintable() and line == line.rstrip() for line in body)
    return clean and bool(body[-1]) and body[0][:1] not in ("", " ")


def entry_lines(fields: Mapping[str, Data], indent: str) -> list[str]:
    """Return the lines of a whole entry in block style, as an item of a list."""
    inner = indent + "  "
    lines = [line for name, value in fields.items() for line in _at(field_lines(name, value, inner), inner)]
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]] if lines else [f"{indent}- {{}}"]


def _at(lines: list[str], indent: str) -> list[str]:
    return [indent + lines[0], *lines[1:]]
