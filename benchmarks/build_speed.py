"""How long all exports of a list of 10,000 entries take, beside pybtex's writer on the same entries.

Run it as `python benchmarks/build_speed.py [entries]`. Start-up, reading and linting are not counted.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from bibtex_speed import catalog_of, seconds

from readinglist.building import export
from readinglist.config import find_config
from readinglist.exporters._bib.view import pybtex_data
from readinglist.exporters.bibtex import BibtexOptions, records


def main() -> None:
    """Print the time of each export, of all of them, and of the peer."""
    from pybtex.database.output.bibtex import Writer

    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    catalog = catalog_of(count)
    total = 0.0
    config = find_config(Path(__file__).parent)
    for name, wanted in config.settings.exports.items():
        taken = seconds(lambda wanted=wanted: export(config, catalog, wanted.model_copy(update={"edition": None})), 3)
        total += taken
        print(f"{name:28} {taken:6.3f} s")
    print(f"{'all':28} {total:6.3f} s")
    data = pybtex_data(records(catalog, BibtexOptions()))
    peer = seconds(lambda: Writer().write_stream(data, io.StringIO()), 1)
    print(f"{'pybtex writer (one .bib)':28} {peer:6.3f} s, {peer / total:.1f} times as long as all of them")


if __name__ == "__main__":
    main()
