"""The configuration of a list: found upward from the current folder."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.errors import CannotRead
from readinglist.settings import Settings
from readinglist.whereabouts import USUAL_CATALOGS, nearest_config, shown


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
        from readinglist.config_file import place_in

        return place_in(self.file, setting)

    def catalog_files(self) -> Iterator[Path]:
        """Yield the files that the settings name, each once, in their order; raise `CannotRead` if one is absent."""
        seen: set[Path] = set()
        for pattern in self.settings.catalog:
            names = sorted(glob.glob(pattern, root_dir=self.root, recursive=True))  # noqa: PTH207 — knows root_dir
            found = [self.root / name for name in names if (self.root / name).is_file()]
            if not found and not glob.has_magic(pattern) and self.settings.catalog is not USUAL_CATALOGS:
                absent = shown(str(self.root / pattern))
                advice = f"write it, or take it out of `catalog` in {self.file}"
                raise CannotRead(f"{absent}: there is no such file; {advice}")
            for file in found:
                if file not in seen:
                    seen.add(file)
                    yield file


def find_config(start: Path) -> Config:
    """Return the configuration nearest to a folder, upward; without one, the usual settings for that folder."""
    found = nearest_config(str(start))
    return read_config(Path(shown(found))) if found else Config(start.resolve())


def read_config(file: Path) -> Config:
    """Return the configuration in a file; raise `BadConfig` with the line of what is wrong."""
    from readinglist.config_file import settings_in  # it needs pydantic, which nobody waits for who has no such file

    return Config(file.resolve().parent, settings_in(file), file)
