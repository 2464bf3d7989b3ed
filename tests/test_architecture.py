"""The house keeps its shape: imports point inward, and each library of the outer world has one room."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "readinglist"

# A library -> the only parts of the package that may import it.
ROOMS = {
    "requests": ("web",),
    "lxml": ("webpage", "sources"),
    "urllib3": ("web",),
    "click": ("cli",),
    "yaml": ("catalog_file",),
}

# A part of the package -> the parts that it must not import.
BANNED = {
    "rules": ("web", "cli"),
    "exporters": ("web", "cli"),
    "catalog_file": ("rules", "exporters", "report", "web", "cli"),
    "web": ("catalog_file", "ledger", "links", "report", "rules", "exporters", "cli"),
    "ledger": ("catalog_file", "links", "report", "rules", "exporters", "web", "cli"),
    "links": ("catalog_file", "exporters", "rules", "cli"),
    "webpage": ("ledger", "links", "report", "rules", "exporters", "cli"),
}
INNERMOST = ("model", "errors")


def imports(file: Path) -> Iterator[str]:
    """Yield the modules that a file imports, wherever in it, but for those that only its types need."""
    for node in _running(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "a relative import, which nobody can follow"


def _running(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _running(child)


def part_of(name: str) -> str:
    """Return which part of the package a module such as `readinglist.model.entry` belongs to."""
    return name.split(".")[1] if "." in name else ""


def offences(root: Path) -> list[str]:
    """Return every import under a folder that points the wrong way, by file."""
    found = []
    for file in sorted(root.rglob("*.py")):
        inside = file.relative_to(root)
        own = inside.parts[0].removesuffix(".py")
        found += [f"{inside}: {told}" for name in imports(file) if (told := _told(own, name))]
    return found


def _told(own: str, name: str) -> str | None:
    top, part = name.partition(".")[0], part_of(name)
    if top in ROOMS and own not in ROOMS[top]:
        return f"imports {top}, which only {' and '.join(ROOMS[top])} may"
    if top != "readinglist":
        return "imports relatively" if " " in name else None
    if own in INNERMOST and part not in INNERMOST:
        return f"imports {name}, but the model knows only itself"
    if part == "cli" and own not in {"cli", "__main__"}:
        return f"imports {name}, but nobody imports the command line"
    if part in BANNED.get(own, ()):
        return f"imports {name}, but {own} never imports {part}"
    return None


def test_imports_point_inward() -> None:
    assert offences(SOURCE) == []


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("rules/dates/missing_date.py", "import requests", "imports requests, which only web may"),
        ("rules/dates/missing_date.py", "import click", "imports click, which only cli may"),
        (
            "rules/dates/missing_date.py",
            "from readinglist.web import client",
            "imports readinglist.web.client, but rules never imports web",
        ),
        (
            "model/entry.py",
            "from readinglist.catalog_file.read import read_text",
            "imports readinglist.catalog_file.read.read_text, but the model knows only itself",
        ),
        ("linting.py", "from readinglist import cli", "imports readinglist.cli, but nobody imports the command line"),
        ("config.py", "def late():\n    import yaml", "imports yaml, which only catalog_file may"),
    ],
)
def test_an_import_in_the_wrong_place_is_told_by_the_name_of_its_file(
    tmp_path: Path, file: str, line: str, told: str
) -> None:
    planted = tmp_path / file
    planted.parent.mkdir(parents=True, exist_ok=True)
    planted.write_text(f"{(SOURCE / file).read_text('utf-8')}\n\n{line}\n", "utf-8")

    assert offences(tmp_path) == [f"{file}: {told}"]
