"""From settings and the environment to a desk that asks as politely as they say."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from readinglist import __version__
from readinglist.config import Config
from readinglist.errors import UnknownName
from readinglist.metadata.cache import Cache
from readinglist.metadata.desk import Ask, Desk
from readinglist.metadata.gathering import all_sources
from readinglist.metadata.turns import Turns
from readinglist.settings import Settings
from readinglist.sources._source import Keys, Source
from readinglist.web.messages import Answer, Question, Silence


def desk_of(config: Config, *, offline: bool = False, tell: Callable[[str], None] | None = None) -> Desk:
    """Return a desk as the settings want it; nobody is connected to before the first question."""
    folder = cache_folder(config)
    sources = sources_of(config.settings)
    keys = keys_of(config.settings, sources, os.environ)
    ask = _Line(config.settings, sources, keys, tell)
    return Desk(ask, Cache(folder), Turns(folder / "turns"), keys, offline)


def sources_of(settings: Settings) -> tuple[Source, ...]:
    """Return the sources that are asked; raise `UnknownName` where one is left out that there is not."""
    sources = all_sources()
    names = [source.name for source in sources]
    for name in settings.fetch.skip:
        if name not in names:
            raise UnknownName("source", name, names)
    return tuple(source for source in sources if source.name not in settings.fetch.skip)


def keys_of(settings: Settings, sources: Sequence[Source], environment: Mapping[str, str]) -> Keys:
    """Return the contact and the keys; a key that is blank is none."""
    named = {source.name: environment.get(source.variable, "").strip() for source in sources if source.variable}
    contact = settings.fetch.contact or settings.check.contact
    contact = contact if "@" in contact else ""  # the page of a project is in the name under which we ask
    return Keys(contact, {name: key for name, key in named.items() if key.isprintable() and key})


def cache_folder(config: Config) -> Path:
    """Return where answers are kept: where the settings say, else where this system keeps such things."""
    if config.settings.fetch.cache:
        return config.root / Path(config.settings.fetch.cache).expanduser()
    usual = Path.home() / ".cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or usual) / "readinglist"


class _Line:
    """The one client, made when somebody is first asked."""

    def __init__(
        self, settings: Settings, sources: Sequence[Source], keys: Keys, tell: Callable[[str], None] | None
    ) -> None:
        self._settings, self._sources, self._keys, self._tell = settings, sources, keys, tell
        self._ask: Ask | None = None

    def __call__(self, question: Question) -> Answer | Silence:
        if self._ask is None:
            from readinglist.links.setup import client_of

            paces = {host: pace for source in self._sources for host, pace in source.paces.items()}
            tell = self._tell_without_keys if self._tell else None
            self._ask = client_of(self._settings, tell=tell, paces=paces, agent=agent_of(self._settings)).ask
        return self._ask(question)

    def _tell_without_keys(self, text: str) -> None:
        if self._tell:
            self._tell(self._keys.hidden(text))


def agent_of(settings: Settings) -> str:
    """Return who services are told that we are: `readinglist/1.2 (+https://example.org; mailto:me@example.org)`."""
    contacts = dict.fromkeys(
        re.sub(r"[^\x21-\x7e]|[();]", "", each.contact) for each in (settings.check, settings.fetch)
    )
    pages = [f"+{contact}" for contact in contacts if contact and "@" not in contact]
    mails = [f"mailto:{contact}" for contact in reversed(contacts) if "@" in contact]
    told = "; ".join([*pages[:1], *mails[:1]])
    return f"readinglist/{__version__}{f' ({told})' if told else ''}"
