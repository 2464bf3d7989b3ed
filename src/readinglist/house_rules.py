"""Rules of a list's own: files of Python that `[lint] rules` names, each loaded once, with errors by line.

Such a file is run as it is. Whoever can change readinglist.toml or a file that it names can run what they like on
the machine where `lint` is used.
"""

from __future__ import annotations

import importlib.util
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from readinglist.config import Config
from readinglist.errors import BadConfig, BadRule, why
from readinglist.model.catalog import Catalog
from readinglist.model.finding import Finding
from readinglist.rules import Rule, all_rules
from readinglist.whereabouts import shown

SUBJECT = "house"
_loaded: dict[Path, dict[str, Rule]] = {}


def house_rules(config: Config) -> Mapping[str, Rule]:
    """Return the rules in the files that a configuration names; raise `BadRule` with the line of what is wrong."""
    found: dict[str, Rule] = {}
    for name in config.settings.lint.rules:
        file = config.root / name
        if not file.is_file():
            raise BadConfig(
                f"{config.where('lint', 'rules')}: `rules` names {name}, and there is no such file in {config.root}"
            )
        if file not in _loaded:
            _loaded[file] = dict(_rules_in(file))
        for rule in _loaded[file].values():
            if rule.name in all_rules() or rule.name in found:
                raise BadRule(f"{shown(str(file))}: there is a rule '{rule.name}' already; call this one otherwise")
            found[rule.name] = rule
    return found


def _rules_in(file: Path) -> Iterator[tuple[str, Rule]]:
    module = _module(file)
    rules = [each for each in vars(module).values() if isinstance(each, Rule) and each.module == module.__name__]
    if not rules:
        raise BadRule(
            f"{shown(str(file))}:1: no rule here; write `@rule(Severity.WARNING)` above a function of a catalog"
        )
    for each in rules:
        if not each.page:
            raise BadRule(f"{shown(str(file))}: the rule '{each.name}' has no docstring; say in one what it is about")
        yield each.name, replace(each, module=f"{SUBJECT}.{file.stem}", check=_Guarded(each, file))


class _Guarded:
    """A check that tells the line of its file where it fails, and where it gives what is no finding."""

    def __init__(self, rule: Rule, file: Path) -> None:
        self.rule, self.file = rule, file

    def __call__(self, catalog: Catalog) -> Iterable[Finding]:
        try:
            found: list[object] = list(self.rule.check(catalog))
        except Exception as error:  # whatever it is, it is a mistake in somebody's file
            raise BadRule(_told(self.file, error, f"the rule '{self.rule.name}' fails: ")) from error
        if odd := [each for each in found if not isinstance(each, Finding)]:
            told = f'the rule \'{self.rule.name}\' gives {odd[0]!r}; yield Finding(entry.at("field"), "what to do")'
            raise BadRule(f"{shown(str(self.file))}: {told}")
        return [each for each in found if isinstance(each, Finding)]


def _module(file: Path) -> ModuleType:
    name = f"readinglist_house.{file.stem}_{abs(hash(file)):x}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise BadRule(f"{shown(str(file))}: this is no file of Python; its name ends with .py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except OSError as error:
        raise BadRule(f"{shown(str(file))}: cannot be read: {why(error)}") from error
    except Exception as error:  # a file of Python may fail in any way
        raise BadRule(_told(file, error, "")) from error
    return module


def _told(file: Path, error: Exception, before: str) -> str:
    """Return what went wrong, at the last line of the file that was on the way to it."""
    if isinstance(error, SyntaxError):
        return f"{shown(error.filename or str(file))}:{error.lineno or 1}:{error.offset or 1}: {error.msg}"
    steps = [step for step in traceback.extract_tb(error.__traceback__) if step.filename == str(file)]
    line = steps[-1].lineno if steps else 1
    return f"{shown(str(file))}:{line}: {before}{type(error).__name__}: {error}"
