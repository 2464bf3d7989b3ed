"""What somebody asks about, once it is clear what kind of name it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "doi", "arxiv", "isbn", "pmid", "pmcid", "github", "openreview", "acl", "youtube", "huggingface", "swhid",
    "dblp", "url", "words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """A work, named by one identifier in its canonical form."""

    kind: Kind
    value: str
    """`10.1145/3360307`, `2211.05102v2`, `9780262035613`, `owner/name`, an address.

    DOIs are in small letters, ISBNs have thirteen digits, a Hugging Face name begins with `spaces/` or `datasets/`
    where it is one. `words` are a title and the first author's family, for a source that can search: its answer is
    `Known` without claims, and names in `see` what it found, the best first.
    """
