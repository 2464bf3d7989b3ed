"""Real files that nobody here wrote, where READINGLIST_CORPUS names them."""

import os
from pathlib import Path

import pytest

CORPUS = Path(os.environ.get("READINGLIST_CORPUS", "/nowhere"))

corpus = pytest.mark.skipif(
    "READINGLIST_CORPUS" not in os.environ, reason="real data: set READINGLIST_CORPUS to the folder that holds it"
)
