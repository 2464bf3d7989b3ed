"""XML as plain elements that remember their line, so that an error can name it."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from readinglist.citations.errors import StyleError


@dataclass(slots=True)
class Element:
    """One element: its name without namespace, its attributes, its children, its text."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def get(self, attribute: str, default: str = "") -> str:
        """The attribute's value, or the default."""
        return self.attributes.get(attribute, default)

    def find(self, name: str) -> Element | None:
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> list[Element]:
        """Every child of that name."""
        return [child for child in self.children if child.name == name]

    def text_of(self, name: str) -> str:
        """The text of the first child of that name, or nothing."""
        child = self.find(name)
        return child.text.strip() if child is not None else ""


class _Builder:
    def __init__(self) -> None:
        self.root = Element("", {}, 0)
        self.open = [self.root]
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.buffer_text = True

    def start(self, name: str, attributes: dict[str, str]) -> None:
        plain = {_local(key): value for key, value in attributes.items()}
        element = Element(_local(name), plain, self.parser.CurrentLineNumber)
        self.open[-1].children.append(element)
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        self.open[-1].text += text


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def parse(source: str | bytes, called: str) -> Element:
    """The root element of a document; `called` names it in the error."""
    builder = _Builder()
    try:
        builder.parser.Parse(source, True)
    except expat.ExpatError as error:
        problem = f"not well-formed XML ({expat.ErrorString(error.code)})"
        raise StyleError(called, error.lineno, problem, "repair the file or fetch it anew") from error
    return builder.root.children[0]
