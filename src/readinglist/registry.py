"""What makes "drop in a file" true: the parts of a kind are what the files of a folder hold."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import TypeVar

Part = TypeVar("Part")


@cache
def discover(package: str, kind: type[Part]) -> dict[str, Part]:
    """Return every part of a kind that the public modules of a package define, by its name, sorted."""
    found: dict[str, Part] = {}
    for module in _modules(importlib.import_module(package)):
        for value in vars(module).values():
            if isinstance(value, kind) and getattr(value, "module", module.__name__) == module.__name__:
                name: str = value.name  # type: ignore[attr-defined]
                if name in found:
                    raise TypeError(f"{module.__name__}: a second {kind.__name__} is called '{name}'")
                found[name] = value
    return dict(sorted(found.items()))


def discover_one(package: str, kind: type[Part], name: str) -> Part | None:
    """Return the part of this name, by loading the one file that is named like it; None where there is none."""
    stem = name.replace("-", "_")
    if stem.startswith("_") or not stem.isidentifier() or importlib.util.find_spec(f"{package}.{stem}") is None:
        return None
    found = vars(importlib.import_module(f"{package}.{stem}")).values()
    return next((part for part in found if isinstance(part, kind) and part.name == name), None)  # type: ignore[attr-defined]


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if info.name.rpartition(".")[2].startswith("_"):
            continue
        module = importlib.import_module(info.name)
        yield module
        if info.ispkg:
            yield from _modules(module)
