"""YAML text into data with offsets; strict, and every scalar is text.

libyaml's events are built into maps and lists directly: no node tree, no types guessed, no anchors, no
tags, no equal keys, no depth that could hurt. An empty value (nothing, `~`, `null` without quotes) is None.
"""

from __future__ import annotations

import gc
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from readinglist.model.written import Map, Node, Seq

Event = Any  # one of libyaml's, whose types do not say which marks are there
_SCALAR: Any = yaml.ScalarEvent
_ALIAS: Any = yaml.AliasEvent
_MAP_START: Any = yaml.MappingStartEvent
_MAP_END: Any = yaml.MappingEndEvent
_SEQ_START: Any = yaml.SequenceStartEvent
_SEQ_END: Any = yaml.SequenceEndEvent

MAX_DEPTH = 32
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
FAST: bool = yaml.__with_libyaml__
"""Whether PyYAML was built with libyaml."""

# libyaml's bare parser; where PyYAML was built without it, the loader in Python, which parses alike but slowly.
_Parser: Any = getattr(yaml.cyaml, "CParser", yaml.Loader) if FAST else yaml.Loader


Seen = Callable[[Node], Node]


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that YAML allows and a catalog does not, or that is no YAML at all."""

    offset: int
    rule: str
    message: str


class NotYaml(Exception):
    """The text cannot be read to its end."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


def parse(text: str, shift: int = 0, troubles: list[Trouble] | None = None, seen: Seen | None = None) -> Node:
    """Return the data of a YAML text; `shift` is where the text starts in its file.

    Each entry of the references is shown to `seen` as soon as it is read, and what that returns stands in its
    place: so a text can be looked through that would take ten times its size as a whole.
    """
    builder = _Builder(shift, troubles if troubles is not None else [], seen)
    try:
        parser = _Parser(text)
        try:
            return builder.document(parser.get_event)
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        raise NotYaml(_explain(error, text, shift)) from error
    except yaml.YAMLError as error:  # a character that YAML does not allow
        raise NotYaml(Trouble(shift, "yaml-syntax", f"this is not YAML: {error}")) from error


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Keep the collector from walking a growing tree again and again: two thirds of a large load."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # what was read holds no cycles, and looking for them costs a tenth of the load
            gc.enable()


class _Builder:
    """Turns events into data; one for each document."""

    def __init__(self, shift: int, troubles: list[Trouble], seen: Seen | None) -> None:
        self.shift = shift
        self.troubles = troubles
        self.seen = seen
        self.spans = array("I")

    def document(self, next_event: Callable[[], Event]) -> Node:
        next_event()  # the stream starts
        event = next_event()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        if event.tags:
            self._trouble(event, "yaml-syntax", "a catalog needs no %TAG lines; remove them")
        value = self._value(next_event, next_event(), 0)[0]
        next_event()  # the document ends
        if not isinstance(after := next_event(), yaml.StreamEndEvent):
            self._trouble(after, "yaml-syntax", "a second document starts here; a catalog file is one document")
        return value

    def _value(self, next_event: Callable[[], Event], event: Event, depth: int) -> tuple[Node, int, int]:
        """Return the value that starts with `event`, and its offsets."""
        kind = type(event)
        if kind is _SCALAR:
            start, end = event.start_mark.index + self.shift, event.end_mark.index + self.shift
            if event.anchor is not None or event.tag is not None:
                self._refuse(event)
            value = event.value
            if not event.style and value in _EMPTY:
                return None, start, start if value == "" else end
            return value, start, end
        if kind is _ALIAS:
            self._trouble(
                event, "yaml-syntax", f"'*{event.anchor}' is an alias, which a catalog does not use; {_QUOTE}"
            )
            return "*" + event.anchor, event.start_mark.index + self.shift, event.end_mark.index + self.shift
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if depth >= MAX_DEPTH:
            raise NotYaml(Trouble(event.start_mark.index + self.shift, "yaml-syntax", _TOO_DEEP))
        if kind is _MAP_START:
            return self._map(next_event, event, depth + 1)
        return self._seq(next_event, event, depth + 1)

    def _map(self, next_event: Callable[[], Event], event: Event, depth: int) -> tuple[Map, int, int]:
        found, records = Map(), list[int]()
        found.flow, last = event.flow_style, event.end_mark.index + self.shift
        start = event.start_mark.index + self.shift
        scalar, shift, value_of = _SCALAR, self.shift, self._value
        event = next_event()
        while type(event) is not _MAP_END:
            key, key_at = self._key(next_event, event, depth)
            event = next_event()
            if type(event) is scalar and event.anchor is None and event.tag is None:  # the common case, kept short
                value: Node = event.value
                at, last = event.start_mark.index + shift, event.end_mark.index + shift
                if not event.style and value in _EMPTY:
                    value, last = None, at if value == "" else last
            elif self.seen and key == "references" and depth == 1 and _is_plain_list(event):
                value, at, last = self._seq(next_event, event, depth + 1, self.seen)
            else:
                value, at, last = value_of(next_event, event, depth)
            if key is None:
                self.troubles.append(Trouble(key_at, "yaml-syntax", _NO_WORD))
            elif key in found:
                self.troubles.append(Trouble(key_at, "duplicate-yaml-key", _EQUAL_KEYS.format(key)))
            else:
                found[key] = value
                records += (key_at, at, last)
            event = next_event()
        end = event.end_mark.index + self.shift if found.flow else last
        self._place(found, records, start, end)
        return found, start, end

    def _seq(
        self, next_event: Callable[[], Event], event: Event, depth: int, seen: Seen | None = None
    ) -> tuple[Seq, int, int]:
        found, records = Seq(), list[int]()
        found.flow, last = event.flow_style, event.end_mark.index + self.shift
        start = event.start_mark.index + self.shift
        event = next_event()
        while type(event) is not _SEQ_END:
            before = len(self.spans) if seen else 0
            value, at, last = self._value(next_event, event, depth)
            if seen:
                value = seen(value)
                del self.spans[before:]
            found.append(value)
            records += (at, last)
            event = next_event()
        end = event.end_mark.index + self.shift if found.flow else last
        self._place(found, records, start, end)
        return found, start, end

    def _key(self, next_event: Callable[[], Event], event: Event, depth: int) -> tuple[str | None, int]:
        """Return a key and its offset; None for a list or map in a key's place."""
        if type(event) is _SCALAR:
            if event.anchor is not None or event.tag is not None:
                self._refuse(event)
            return event.value, event.start_mark.index + self.shift
        at = event.start_mark.index + self.shift
        self._value(next_event, event, depth)
        return None, at

    def _place(self, node: Map | Seq, records: list[int], start: int, end: int) -> None:
        node.start, node.end = start, end
        node.spans, node.base = self.spans, len(self.spans)
        self.spans.extend(records)

    def _refuse(self, event: Event) -> None:
        what = f"the tag '{event.tag}'" if event.anchor is None else f"the anchor '&{event.anchor}'"
        self._trouble(event, "yaml-syntax", f"YAML reads {what} here, which a catalog does not use; {_QUOTE}")

    def _trouble(self, event: Event, rule: str, message: str) -> None:
        self.troubles.append(Trouble(event.start_mark.index + self.shift, rule, message))


def _is_plain_list(event: Event) -> bool:
    return type(event) is _SEQ_START and event.anchor is None and event.tag is None


_QUOTE = "if it is text, put it in quotes"
_TOO_DEEP = f"lists and maps are nested more than {MAX_DEPTH} deep here; a catalog needs five levels at most"
_NO_WORD = f"a key must be a plain word; {_QUOTE}"
_EQUAL_KEYS = "'{0}' is there twice; keep one of the two"


def _explain(error: yaml.MarkedYAMLError, text: str, shift: int) -> Trouble:
    mark = error.problem_mark or error.context_mark
    problem, context = error.problem or "this is not YAML", error.context or ""
    if _unclosed(error):  # it is found out at the end of the file, and wrong where it begins
        mark = error.context_mark
    offset = mark.index if mark else 0
    advice = next((words for sign, words in _ADVICE if sign in f"{problem} {context}"), "")
    if text[offset : offset + 1] == "\t":
        advice = _NO_TABS
    return Trouble(offset + shift, "yaml-syntax", f"{problem}; {advice or 'look at this line and the one before it'}")


def _unclosed(error: yaml.MarkedYAMLError) -> bool:
    context, begin, end = error.context or "", error.context_mark, error.problem_mark
    if not begin or not end or begin.line == end.line:
        return False
    return "flow" in context or ("quoted" in context and "unexpected" in (error.problem or ""))


_NO_TABS = "indent with spaces; YAML does not allow tabs"
# What libyaml says -> what to do about it; the first that fits.
_ADVICE = (
    ("mapping values are not allowed", "a value with ': ' in it needs quotes around it"),
    ("mapping keys are not allowed", "a value that starts with '? ' needs quotes around it"),
    ("cannot start any token", "a value that starts with this character needs quotes around it"),
    ("expected comment or line break", "a value that starts with | or > needs quotes around it"),
    ("invalid Unicode character escape", "write the character itself"),
    ("unknown escape character", "write a backslash as two, or put the value in single quotes"),
    ("expected hexdecimal number", "write a backslash as two, or put the value in single quotes"),
    ("quoted scalar", "a closing quote is missing"),
    ("could not find expected ':'", "write 'name: value', with a space after the colon"),
    ("did not find expected key", "check the indentation, and put a value with quotes in it into quotes as a whole"),
    ("did not find expected '-' indicator", "check the indentation: an entry's '- ' stands under the one before"),
    ("did not find expected ',' or", "a closing bracket is missing, or a comma"),
    (
        "block sequence entries are not allowed",
        "a list starts on its own line; a value that starts with '- ' needs quotes",
    ),
    ("alphabetic or numeric character", "a value that starts with * or & needs quotes around it"),
    ("expected the node content", "a value that starts with this character needs quotes around it"),
    ("did not find expected node content", "a value that starts with this character needs quotes around it"),
    ("undefined tag handle", "a value that starts with ! needs quotes around it"),
    ("expected <document start>", "a catalog file is one document; remove what stands before this"),
    ("tab", _NO_TABS),
)
