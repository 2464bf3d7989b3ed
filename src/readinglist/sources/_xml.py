"""An XML answer as a walk through it, by local names, whatever the namespace; its tricks do nothing.

Entities stay unresolved, nothing is fetched, and a tree of more than any record's size is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

# What a title may keep of its markup, by the names that JATS, MathML's neighbours and HTML give it.
_KEPT = {"sub": "sub", "inf": "sub", "sup": "sup", "i": "i", "italic": "i", "it": "i"}

# What stands in a title or name and is none of it: footnotes, members of a group.
_ASIDE = frozenset({"xref", "fn", "contrib-group", "address", "aff", "email"})


class Tag:
    """An element; one that is not there is a tag too, and says nothing."""

    __slots__ = ("element", "path")

    def __init__(self, element: Any = None, path: str = "") -> None:
        self.element, self.path = element, path

    def __bool__(self) -> bool:
        return self.element is not None

    @property
    def name(self) -> str:
        """The name without its namespace."""
        return _local(self.element) if self else ""

    def __iter__(self) -> Iterator[Tag]:
        """Yield the children that are elements."""
        for child in self.element if self else ():
            if isinstance(child.tag, str):
                yield Tag(child, f"{self.path}/{_local(child)}")

    def all(self, *steps: str) -> Iterator[Tag]:
        """Yield the children down a path of names."""
        if not steps:
            yield self
            return
        path = f"{self.path}/{steps[0]}"
        for child in self.element.iterchildren(f"{{*}}{steps[0]}") if self else ():
            yield from Tag(child, path).all(*steps[1:])

    def first(self, *steps: str) -> Tag:
        """Return the first child down a path of names."""
        return next(self.all(*steps), Tag(None, "/".join((self.path, *steps))))

    def inside(self, *names: str) -> Iterator[Tag]:
        """Yield what has one of these names, however deep."""
        for found in self.element.iter(*(f"{{*}}{name}" for name in names)) if self else ():
            yield Tag(found, f"{self.path}//{_local(found)}")

    def any(self, name: str) -> Tag:
        """Return the first of this name, however deep."""
        return next(self.inside(name), Tag(None, f"{self.path}//{name}"))

    def where(self, name: str, attribute: str, *values: str) -> Iterator[Tag]:
        """Yield the children of a name with one of these values in an attribute."""
        return (child for child in self.all(name) if child.attribute(attribute).casefold() in values)

    def attribute(self, name: str) -> str:
        """Return an attribute, whatever its namespace."""
        if not self:
            return ""
        plain = self.element.get(name)
        if plain is None:
            plain = next((value for key, value in self.element.items() if key.rpartition("}")[2] == name), "")
        return str(plain).strip()

    @property
    def text(self) -> str:
        """All the text within, on one line."""
        return " ".join("".join(_texts(self.element)).split()) if self else ""

    @property
    def marked(self) -> str:
        """The text within, with the markup that a title keeps."""
        return " ".join("".join(_marked(self.element)).split()) if self else ""


def tree(body: bytes) -> Tag:
    """Return the root of an XML text; raises `ValueError` where it is none."""
    parser = _parser()
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as error:
        if not _harmless(parser):
            raise ValueError(str(error)) from error
        root = etree.fromstring(body, _parser(recover=True))
    return Tag(root, _local(root))


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _harmless(parser: etree.XMLParser) -> bool:
    """Tell whether all that is wrong is that prefixes are not declared, as in records cut out of a larger answer."""
    errors = list(parser.error_log)
    return bool(errors) and all(error.domain_name == "NAMESPACE" for error in errors)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _texts(element: Any) -> Iterator[str]:
    for each in element.iter():
        if isinstance(each.tag, str) and each.text:
            yield each.text
        if each is not element and each.tail:
            yield each.tail


def _marked(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element.iterchildren():
        shown = isinstance(child.tag, str) and _local(child) not in _ASIDE
        kept = _KEPT.get(_local(child)) if shown else None
        inside = "".join(_marked(child)) if shown else ""
        yield f"<{kept}>{inside}</{kept}>" if kept and inside.strip() else inside
        yield child.tail or ""
