"""What readinglist.toml may say: every setting with its type, its usual value, and its entry in the manual."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Literal

from readinglist.model.finding import Severity
from readinglist.model.house import HouseRules
from readinglist.model.table import LISTED, Checked, Table, Texts
from readinglist.whereabouts import USUAL_CATALOGS

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


@dataclass(frozen=True)
class LintSettings(HouseRules):
    """What `lint` looks for."""

    select: Texts = ()
    """The rules to run; all, if none is named."""
    ignore: Texts = ()
    """The rules to leave out."""
    fail_on: Annotated[Severity, LISTED] = Severity.ERROR
    """From which severity on `lint` exits with 1."""
    rules: Texts = ()
    """Files of Python with rules of one's own: `house_rules.py`."""


SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([hdw]?)", re.IGNORECASE)
"""A span of time: `12h`, `7d`, `4w`."""


def _span(text: str) -> str:
    if not SPAN.fullmatch(text.strip()):
        raise ValueError("this is no span of time; write 12h, 7d or 4w")
    return text


def _span_or_never(text: str) -> str:
    return text if text == "never" else _span(text)


@dataclass(frozen=True)
class CheckSettings(Table):
    """How `check` asks, and what it fails on."""

    ledger: str = "ledger.jsonl"
    """The file that remembers what was learned of links."""
    max_age: Annotated[str, Checked(_span)] = "1d"
    """How long a living link is believed without asking: `12h`, `7d`, `4w`."""
    look: Annotated[str, Checked(_span_or_never)] = "7d"
    """How long a page is believed to be what it was, before it is read again; `never` reads none."""
    fail_on: Texts = ("gone",)
    """The verdicts and reasons for which `check` exits with 1; `any`, or none at all."""
    timeout: float = field(default=20, metadata={"gt": 0})
    """Seconds after which a link is given up, whatever the server does."""
    retries: Annotated[tuple[float, ...], LISTED] = (2, 15, 60)
    """Seconds before each further round over links that failed in a way that may pass."""
    workers: int = field(default=64, metadata={"gt": 0, "le": 1000})
    """How many links are asked at once at most, over all hosts."""
    connections: int = field(default=4, metadata={"gt": 0})
    """How many connections a host gets at once."""
    interval: float = field(default=0.1, metadata={"ge": 0})
    """Seconds between two requests to a host."""
    longest_wait: float = field(default=120, metadata={"ge": 0})
    """How many seconds of rest a host may ask for in all; links of one that wants more are left."""
    allow_private: bool = False
    """Ask hosts without a public address too; for intranets."""
    contact: str = ""
    """An address or a page where who runs a server can reach you."""
    skip: Texts = ()
    """Patterns of addresses that are not asked: `https://intra.example/*`."""


@dataclass(frozen=True)
class FetchSettings(Table):
    """How `add`, `fetch` and `upgrade` ask, and what they leave alone."""

    contact: str = ""
    """A mail address for services that answer whoever names one sooner; `[check] contact`, if empty."""
    cache: str = ""
    """The folder that keeps what services answered; the usual one of your system."""
    leave: Texts = ("abstract", "keyword")
    """The fields that are never proposed."""
    skip: Texts = ()
    """The sources that are not asked, by name: `openalex`."""


@dataclass(frozen=True)
class HostSettings(Table):
    """What is different for one host."""

    method: Literal["head", "get"] = "head"
    """`get` where HEAD says nothing."""
    timeout: float | None = field(default=None, metadata={"gt": 0})
    """Seconds after which its links are given up."""
    connections: int | None = field(default=None, metadata={"gt": 0})
    """How many connections it gets at once."""
    interval: float | None = field(default=None, metadata={"ge": 0})
    """Seconds between two requests."""
    accept: Annotated[tuple[int, ...], LISTED] = ()
    """Statuses that count as an answer, besides the usual ones."""
    headers: dict[str, str] = field(default_factory=dict)
    """Headers for this host alone; `${NAME}` stands for a variable of the environment."""


@dataclass(frozen=True)
class PageSettings(Table):
    """What the page, its feeds and `list.json` share; an export may say otherwise for itself."""

    url: str = ""
    """The address at which the page will be found."""
    license: str = ""
    """The licence of the list, as its SPDX name: `CC-BY-4.0`."""
    source: str = ""
    """An address at which readers can correct the list."""
    style: str = ""
    """The style of the page's citations; a line for running text, if none is named."""


@dataclass(frozen=True)
class ExportSettings(Table):
    """One file that `build` writes; every further key is an option of its format."""

    format: str
    """The format: `bibtex`, `biblatex`, `markdown`, …; see `readinglist export --help`."""
    query: str = ""
    """Which entries; all, if nothing is asked for."""
    edition: str | None = None
    """Which edition of the list; the present one, if none is named."""
    options: dict[str, Any] = field(default_factory=dict, metadata={"title": "any other key"})
    """An option of the format."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        own = super().__get_pydantic_core_schema__(source, handler)
        return core_schema.no_info_before_validator_function(_with_options, own)


def _with_options(stated: object) -> object:
    """Return what is stated of an export with all keys that are not ours together, as the options of its format."""
    if not isinstance(stated, dict):
        return stated
    own = {name: stated[name] for name in ("format", "query", "edition") if name in stated}
    return {**own, "options": {name: value for name, value in stated.items() if name not in own}}


@dataclass(frozen=True)
class Settings(Table):
    """Everything that readinglist.toml may say."""

    catalog: Texts = USUAL_CATALOGS
    """The catalog's files, in order; patterns such as `catalog/*.yaml` are allowed."""
    folder: str = "exports"
    """The folder that `build` writes into."""
    editions: str = "editions"
    """The folder that `freeze` writes each edition into."""
    lint: LintSettings = field(default_factory=LintSettings)
    """What `lint` looks for."""
    check: CheckSettings = field(default_factory=CheckSettings)
    """How `check` asks, and what it fails on."""
    fetch: FetchSettings = field(default_factory=FetchSettings)
    """How `add`, `fetch` and `upgrade` ask, and what they leave alone."""
    hosts: dict[str, HostSettings] = field(default_factory=dict)
    """What is different for a host, by its name."""
    page: PageSettings = field(default_factory=PageSettings)
    """What the page and its feeds share."""
    regions: Texts = ()
    """The files with regions, `<!-- readinglist:start -->`, that `build` fills; patterns are allowed."""
    templates: str = "templates"
    """The folder of your own templates, which go before ours."""
    exports: dict[str, ExportSettings] = field(default_factory=dict)
    """The files that `build` writes, by name."""
