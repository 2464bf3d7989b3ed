"""The folder of templates: a file in it goes before the one of the same name that we bring along."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from readinglist.config import Config
from readinglist.errors import CannotRead, UnknownName, why
from readinglist.exporters._placeholders import KINDS
from readinglist.exporters._template import shipped_names
from readinglist.markdown.template import read_template
from readinglist.whereabouts import shown


def with_template(config: Config, options: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the options of a format with the template that they name, read from the folder where it is there."""
    name = options.get("template")
    if not isinstance(name, str) or not name:
        return options
    folder = config.root / config.settings.templates
    own = {file.stem: file for file in sorted(folder.glob("*.md"))}
    if name in own:
        return {**options, "template": read_template(template_text(own[name]), shown(str(own[name])), KINDS)}
    if name not in shipped_names():
        raise UnknownName("template", name, [*own, *shipped_names()])
    return options


def template_text(file: Path) -> str:
    """Return the text of a file in the folder of templates."""
    try:
        return file.read_bytes().decode("utf-8")
    except OSError as error:
        raise CannotRead(f"{file}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise CannotRead(f"{file}: this is not UTF-8 text; save it as UTF-8") from error
