"""The JSON Schema of catalog files, which gives editors completion, hover and errors while typing."""

from __future__ import annotations

import ast
import inspect
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter

from readinglist.model import entry, header, person
from readinglist.model.entry import LIST_FIELDS, NAME_FIELDS
from readinglist.model.spelling import FIELD_ALIASES

MODELINE = "# yaml-language-server: $schema="
_TEXT = {"type": "string", "minLength": 1}
_COMPLAINTS = {
    "type": "no such type; completion offers those there are",
    "id": "an id is letters, digits and _ : . + / -, such as kwon2023paged",
    "arxiv": 'an arXiv number stands in quotes, as "2211.05102"',
    "DOI": "a DOI is written bare, as 10.1145/3360307",
    "URL": "an address begins with https:// and holds no spaces",
}
"""What an editor says of a value that does not fit, where the schema's own words would be a pattern."""


def json_schema() -> dict[str, Any]:
    """Return the schema of a catalog file (draft 2020-12)."""
    parts = {**_definitions(header.Header), **_definitions(entry.Entry)}
    described = {name: text for module in (header, entry, person) for name, text in docstrings(module).items()}
    for name, part in parts.items():
        _describe(part, name, described)
    parts["Entry"]["properties"] |= _loosened(parts["Entry"]["properties"])
    for name, told in _COMPLAINTS.items():
        parts["Entry"]["properties"][name]["errorMessage"] = told
    parts["Entry"]["patternProperties"] = _aliases(parts["Entry"]["properties"])
    top = parts.pop("Header")
    area = {"anyOf": [{"$ref": "#/$defs/Area"}, _TEXT]}
    top["properties"]["areas"]["additionalProperties"] = area
    top["properties"]["version"] = {"enum": [1, "1"], "description": "The version of the file format."}
    top["properties"]["references"] = {
        "type": "array",
        "items": {"$ref": "#/$defs/Entry"},
        "description": "The entries, in the order of the list.",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "readinglist catalog",
        "description": "A curated reading list: references in CSL vocabulary, and what their curator says of them.",
        **{key: value for key, value in top.items() if key not in ("title", "description")},
        "$defs": dict(sorted(parts.items())),
    }


def _aliases(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the other words for fields: explained and checked like the field, but not offered."""
    words: dict[str, list[str]] = {}
    for word, name in sorted(FIELD_ALIASES.items()):
        words.setdefault(name, []).append(word)
    return {f"^({'|'.join(aliases)})$": properties[name] for name, aliases in words.items()}


def _definitions(model: type) -> dict[str, Any]:
    schema = _without_null(TypeAdapter(model).json_schema(by_alias=True))
    parts: dict[str, Any] = schema.pop("$defs", {})
    return parts | {model.__name__: schema}


def _without_null(schema: Any) -> Any:
    """Return a schema without the nulls and defaults that only Python needs."""
    if isinstance(schema, list):
        return [_without_null(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {
        key: _without_null(value) for key, value in schema.items() if not (key == "default" and value in (None, [], {}))
    }
    choices = [choice for choice in kept.get("anyOf", ()) if choice != {"type": "null"}]
    if len(choices) == 1:
        kept.pop("anyOf")
        return kept | choices[0]
    return kept | {"anyOf": choices} if choices else kept


def docstrings(module: ModuleType) -> dict[str, str]:
    """Return the text under each attribute of the classes of a module: `Entry.title` -> its description."""
    found = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = (ast.get_docstring(node) or "").partition("\n")[0]
            for field, text in zip(node.body, node.body[1:], strict=False):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(text, ast.Expr)
                    and isinstance(text.value, ast.Constant)
                ):
                    found[f"{node.name}.{ast.unparse(field.target)}"] = str(text.value.value)
    return found


def field_descriptions() -> dict[str, str]:
    """Return what each field of an entry is for, by the name that a catalog uses."""
    texts = docstrings(entry)
    return {name: texts[f"Entry.{attribute}"] for name, attribute in entry.ATTRIBUTES.items()}


def _describe(part: dict[str, Any], name: str, described: dict[str, str]) -> None:
    part["description"] = described.get(name, "")
    attributes = {
        entry.csl_name(key.partition(".")[2]): text for key, text in described.items() if key.startswith(f"{name}.")
    }
    attributes |= {"ORCID": described["Person.orcid"]} if name == "Person" else {}
    for field, schema in part.get("properties", {}).items():
        schema.pop("title", None)
        schema["description"] = text = attributes.get(field, "")
        if "`" in text:
            schema["markdownDescription"] = text


def _loosened(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the list fields with the shorter spellings that are read as well."""
    name = {"anyOf": [{"$ref": "#/$defs/Person"}, _TEXT]}
    loosened = {}
    for field in LIST_FIELDS:
        schema = properties[field]
        items = name if field in NAME_FIELDS else schema["items"]
        loosened[field] = {"anyOf": [{"type": "array", "items": items}, _TEXT], **_told(schema)}
    return loosened


def _told(schema: dict[str, Any]) -> dict[str, Any]:
    return {key: text for key, text in schema.items() if key in ("description", "markdownDescription")}
