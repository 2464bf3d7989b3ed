"""readinglist.toml: found upward from the current folder, read into frozen settings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from readinglist.errors import BadConfig, did_you_mean, why
from readinglist.model.finding import Severity
from readinglist.model.house import HouseRules
from readinglist.whereabouts import USUAL_CATALOGS, nearest_config, shown


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=_dashed)


class LintSettings(HouseRules):
    """What `lint` looks for."""

    select: tuple[str, ...] = Field((), description="The rules to run; all, if none is named.")
    ignore: tuple[str, ...] = Field((), description="The rules to leave out.")
    fail_on: Severity = Field(Severity.ERROR, description="From which severity on `lint` exits with 1.")
    rules: tuple[str, ...] = Field((), description="Files of Python with rules of one's own: `house_rules.py`.")


class CheckSettings(_Table):
    """How `check` asks, and what it fails on."""

    ledger: str = Field("ledger.jsonl", description="The file that remembers what was learned of links.")
    max_age: str = Field("1d", description="How long a living link is believed without asking: `12h`, `7d`, `4w`.")
    look: str = Field(
        "7d", description="How long a page is believed to be what it was, before it is read again; `never` reads none."
    )
    fail_on: tuple[str, ...] = Field(
        ("gone",), description="The verdicts and reasons for which `check` exits with 1; `any`, or none at all."
    )
    timeout: float = Field(20, gt=0, description="Seconds after which a link is given up, whatever the server does.")
    retries: tuple[float, ...] = Field(
        (2, 15, 60), description="Seconds before each further round over links that failed in a way that may pass."
    )
    workers: int = Field(64, gt=0, le=1000, description="How many links are asked at once, over all hosts.")
    connections: int = Field(4, gt=0, description="How many connections a host gets at once.")
    interval: float = Field(0.1, ge=0, description="Seconds between two requests to a host.")
    longest_wait: float = Field(
        120,
        ge=0,
        description="How many seconds of rest a host may ask for in all; links of one that wants more are left.",
    )
    allow_private: bool = Field(False, description="Ask hosts without a public address too; for intranets.")
    contact: str = Field("", description="An address or a page where who runs a server can reach you.")
    skip: tuple[str, ...] = Field(
        (), description="Patterns of addresses that are not asked: `https://intra.example/*`."
    )


class FetchSettings(_Table):
    """How `add`, `fetch` and `upgrade` ask, and what they leave alone."""

    contact: str = Field(
        "", description="A mail address for services that answer whoever names one sooner; `[check] contact`, if empty."
    )
    cache: str = Field("", description="The folder that keeps what services answered; the usual one of your system.")
    leave: tuple[str, ...] = Field(("abstract", "keyword"), description="The fields that are never proposed.")
    skip: tuple[str, ...] = Field((), description="The sources that are not asked, by name: `openalex`.")


class HostSettings(_Table):
    """What is different for one host."""

    method: Literal["head", "get"] = Field("head", description="`get` where HEAD says nothing.")
    timeout: float | None = Field(None, gt=0, description="Seconds after which its links are given up.")
    connections: int | None = Field(None, gt=0, description="How many connections it gets at once.")
    interval: float | None = Field(None, ge=0, description="Seconds between two requests.")
    accept: tuple[int, ...] = Field((), description="Statuses that count as an answer, besides the usual ones.")
    headers: dict[str, str] = Field(
        {}, description="Headers for this host alone; `${NAME}` stands for a variable of the environment."
    )


class PageSettings(_Table):
    """What the page, its feeds and `list.json` share; an export may say otherwise for itself."""

    url: str = Field("", description="The address at which the page will be found.")
    license: str = Field("", description="The licence of the list, as its SPDX name: `CC-BY-4.0`.")
    source: str = Field("", description="An address at which readers can correct the list.")
    style: str = Field("", description="The style of the page's citations; a line for running text, if none is named.")


class ExportSettings(BaseModel):
    """One file that `build` writes; every further key is an option of its format."""

    model_config = ConfigDict(frozen=True, extra="allow")

    format: str = Field(description="The format: `bibtex`, `biblatex`, `markdown`, …; see `readinglist export --help`.")
    query: str = Field("", description="Which entries; all, if nothing is asked for.")
    edition: str | None = Field(None, description="Which edition of the list; the present one, if none is named.")

    @property
    def options(self) -> dict[str, Any]:
        """The options of the format."""
        return dict(self.model_extra or {})


class Settings(_Table):
    """Everything that readinglist.toml may say."""

    catalog: tuple[str, ...] = Field(
        USUAL_CATALOGS, description="The catalog's files, in order; patterns such as `catalog/*.yaml` are allowed."
    )
    folder: str = Field("exports", description="The folder that `build` writes into.")
    editions: str = Field("editions", description="The folder that `freeze` writes each edition into.")
    lint: LintSettings = Field(LintSettings(), description="What `lint` looks for.")
    check: CheckSettings = Field(CheckSettings(), description="How `check` asks, and what it fails on.")
    fetch: FetchSettings = Field(
        FetchSettings(), description="How `add`, `fetch` and `upgrade` ask, and what they leave alone."
    )
    hosts: dict[str, HostSettings] = Field({}, description="What is different for a host, by its name.")
    page: PageSettings = Field(PageSettings(), description="What the page and its feeds share.")
    regions: tuple[str, ...] = Field(
        (),
        description="The files with regions, `<!-- readinglist:start -->`, that `build` fills; patterns are allowed.",
    )
    templates: str = Field("templates", description="The folder of your own templates, which go before ours.")
    exports: dict[str, ExportSettings] = Field({}, description="The files that `build` writes, by name.")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings, where they come from, and the folder that their paths start at."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    file: Path | None = None


def find_config(start: Path) -> Config:
    """Return the configuration nearest to a folder, upward; without one, the usual settings for that folder."""
    found = nearest_config(str(start))
    return read_config(Path(shown(found))) if found else Config(start.resolve())


def read_config(file: Path) -> Config:
    """Return the configuration in a file; raise `BadConfig` with the line of what is wrong."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise BadConfig(f"{file}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{file}: this is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(_syntax_error(file, text, str(error))) from error
    prefix: tuple[str, ...] = ()
    if file.name == "pyproject.toml":
        prefix, data = ("tool", "readinglist"), data.get("tool", {}).get("readinglist", {})
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        told = [_problem(file, text, prefix, each) for each in error.errors(include_url=False)]
        raise BadConfig("\n".join(told)) from error
    return Config(file.resolve().parent, settings, file)


def _syntax_error(file: Path, text: str, message: str) -> str:
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    line, column = found.groups() if found else (str(text.count("\n") + 1), "1")
    told = message.partition(" (at ")[0]
    return f"{file}:{line}:{column}: this is not TOML: {told[:1].lower()}{told[1:]}; texts stand in quotes, lists in []"


def _problem(file: Path, text: str, prefix: tuple[str, ...], error: Mapping[str, Any]) -> str:
    path = tuple(step for step in error["loc"] if isinstance(step, str))
    line = _line_of(text, (*prefix, *path))
    name = ".".join(path)
    if error["type"] == "extra_forbidden":
        known = _keys_at(path[:-1])
        return f"{file}:{line}:1: no setting named '{name}'; {did_you_mean(path[-1], known)}"
    if error["type"] == "missing":
        return f"{file}:{line}:1: '{name}' is missing; add it"
    expected = _EXPECTED.get(error["type"]) or f"does not fit: {error['msg']}"
    return f"{file}:{line}:1: '{name}' {expected.format(**error.get('ctx', {}))}, not {_as_toml(error['input'])}"


def _as_toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value).replace("'", '"')


_EXPECTED = {
    "tuple_type": "is a list of texts in brackets",
    "string_type": "is a text in quotes",
    "bool_type": "is true or false",
    "bool_parsing": "is true or false",
    "enum": "is one of {expected}",
    "dict_type": "is a table",
    "model_type": "is a table",
    "model_attributes_type": "is a table",
}


def _keys_at(path: tuple[str, ...]) -> list[str]:
    models: dict[tuple[str, ...], type[BaseModel]] = {
        (): Settings,
        ("lint",): LintSettings,
        ("check",): CheckSettings,
        ("fetch",): FetchSettings,
        ("page",): PageSettings,
    }
    model = HostSettings if path[:1] == ("hosts",) else models.get(path, ExportSettings)
    return [_dashed(name) for name in model.model_fields]


def _line_of(text: str, path: Sequence[str]) -> int:
    """Return the line that sets a key: found by its name below its table's heading, or the heading's line."""
    table: list[str] = []
    best = 1
    for number, line in enumerate(text.splitlines(), 1):
        heading = re.match(r"\s*\[\[?([^\]]+)\]", line)
        setting = re.match(r"\s*[\"']?([\w./-]+)[\"']?\s*=", line)
        if heading:
            table = [part.strip(" \"'") for part in re.findall(r"\"[^\"]*\"|'[^']*'|[^.]+", heading[1])]
            best = number if table == list(path[: len(table)]) else best
        elif setting and [*table, setting[1]] == list(path[: len(table) + 1]):
            return number
    return best
