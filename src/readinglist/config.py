"""readinglist.toml: found upward from the current folder, read into frozen settings."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from readinglist.config_problems import position_of, setting_problem, syntax_problem
from readinglist.errors import BadConfig, why
from readinglist.model.finding import Severity
from readinglist.model.house import LISTED, HouseRules, Texts
from readinglist.whereabouts import USUAL_CATALOGS, nearest_config, shown


def _dashed(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False, alias_generator=_dashed)


class LintSettings(HouseRules):
    """What `lint` looks for."""

    select: Texts = Field((), description="The rules to run; all, if none is named.")
    ignore: Texts = Field((), description="The rules to leave out.")
    fail_on: Annotated[Severity, LISTED] = Field(
        Severity.ERROR, description="From which severity on `lint` exits with 1."
    )
    rules: Texts = Field((), description="Files of Python with rules of one's own: `house_rules.py`.")


SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([hdw]?)", re.IGNORECASE)
"""A span of time: `12h`, `7d`, `4w`."""


def _span(text: str) -> str:
    if not SPAN.fullmatch(text.strip()):
        raise ValueError("this is no span of time; write 12h, 7d or 4w")
    return text


def _span_or_never(text: str) -> str:
    return text if text == "never" else _span(text)


class CheckSettings(_Table):
    """How `check` asks, and what it fails on."""

    ledger: str = Field("ledger.jsonl", description="The file that remembers what was learned of links.")
    max_age: Annotated[str, AfterValidator(_span)] = Field(
        "1d", description="How long a living link is believed without asking: `12h`, `7d`, `4w`."
    )
    look: Annotated[str, AfterValidator(_span_or_never)] = Field(
        "7d", description="How long a page is believed to be what it was, before it is read again; `never` reads none."
    )
    fail_on: Texts = Field(
        ("gone",), description="The verdicts and reasons for which `check` exits with 1; `any`, or none at all."
    )
    timeout: float = Field(20, gt=0, description="Seconds after which a link is given up, whatever the server does.")
    retries: Annotated[tuple[float, ...], LISTED] = Field(
        (2, 15, 60), description="Seconds before each further round over links that failed in a way that may pass."
    )
    workers: int = Field(64, gt=0, le=1000, description="How many links are asked at once at most, over all hosts.")
    connections: int = Field(4, gt=0, description="How many connections a host gets at once.")
    interval: float = Field(0.1, ge=0, description="Seconds between two requests to a host.")
    longest_wait: float = Field(
        120,
        ge=0,
        description="How many seconds of rest a host may ask for in all; links of one that wants more are left.",
    )
    allow_private: bool = Field(False, description="Ask hosts without a public address too; for intranets.")
    contact: str = Field("", description="An address or a page where who runs a server can reach you.")
    skip: Texts = Field((), description="Patterns of addresses that are not asked: `https://intra.example/*`.")


class FetchSettings(_Table):
    """How `add`, `fetch` and `upgrade` ask, and what they leave alone."""

    contact: str = Field(
        "", description="A mail address for services that answer whoever names one sooner; `[check] contact`, if empty."
    )
    cache: str = Field("", description="The folder that keeps what services answered; the usual one of your system.")
    leave: Texts = Field(("abstract", "keyword"), description="The fields that are never proposed.")
    skip: Texts = Field((), description="The sources that are not asked, by name: `openalex`.")


class HostSettings(_Table):
    """What is different for one host."""

    method: Literal["head", "get"] = Field("head", description="`get` where HEAD says nothing.")
    timeout: float | None = Field(None, gt=0, description="Seconds after which its links are given up.")
    connections: int | None = Field(None, gt=0, description="How many connections it gets at once.")
    interval: float | None = Field(None, ge=0, description="Seconds between two requests.")
    accept: Annotated[tuple[int, ...], LISTED] = Field(
        (), description="Statuses that count as an answer, besides the usual ones."
    )
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

    model_config = ConfigDict(frozen=True, strict=True, extra="allow")

    format: str = Field(description="The format: `bibtex`, `biblatex`, `markdown`, …; see `readinglist export --help`.")
    query: str = Field("", description="Which entries; all, if nothing is asked for.")
    edition: str | None = Field(None, description="Which edition of the list; the present one, if none is named.")

    @property
    def options(self) -> dict[str, Any]:
        """The options of the format."""
        return dict(self.model_extra or {})


class Settings(_Table):
    """Everything that readinglist.toml may say."""

    catalog: Texts = Field(
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
    regions: Texts = Field(
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

    def where(self, *setting: str) -> str:
        """Return the place of a setting, `file:line:column`, for who finds that it asks for what there is not."""
        if self.file is None:
            return ""
        return f"{self.file}:{position_of(_text(self.file), (*_table_of_ours(self.file), *setting))}"


def _table_of_ours(file: Path) -> tuple[str, ...]:
    return ("tool", "readinglist") if file.name == "pyproject.toml" else ()


def find_config(start: Path) -> Config:
    """Return the configuration nearest to a folder, upward; without one, the usual settings for that folder."""
    found = nearest_config(str(start))
    return read_config(Path(shown(found))) if found else Config(start.resolve())


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8-sig")


def read_config(file: Path) -> Config:
    """Return the configuration in a file; raise `BadConfig` with the line of what is wrong."""
    try:
        text = _text(file)
        data = tomllib.loads(text)
    except OSError as error:
        raise BadConfig(f"{file}: cannot be read: {why(error)}") from error
    except UnicodeDecodeError as error:
        raise BadConfig(f"{file}: this is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise BadConfig(f"{file}:{syntax_problem(text, str(error))}") from error
    prefix = _table_of_ours(file)
    for step in prefix:
        data = data.get(step, {}) if isinstance(data, dict) else data
    try:
        settings = Settings.model_validate(data)
    except ValidationError as error:
        told = (setting_problem(text, prefix, each, Settings) for each in error.errors(include_url=False))
        raise BadConfig("\n".join(f"{file}:{each}" for each in told)) from error
    return Config(file.resolve().parent, settings, file)
