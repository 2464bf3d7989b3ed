"""What a source says about one field of a work, where in its answer, and how far that is to be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Claim:
    """One field as one source states it; `value` is plain catalog data, as YAML would hold it."""

    field: str
    """The name that the catalog uses: `title`, `author`, `issued`, `DOI`, `container-title`."""
    value: Any
    source: str
    """The name of the source: `crossref`, `page`."""
    locator: str
    """Where in the answer it stands: `message.title[0]`, `meta[citation_title]`."""
    confidence: float = 0.95

    @property
    def is_firm(self) -> bool:
        """Whether it is more than a hint: a hint gives way to what any other source says."""
        return self.confidence >= 0.6
