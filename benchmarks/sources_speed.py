"""How many answers of registries are read in a second, beside the bare parse of the same bytes in the same run.

    python benchmarks/sources_speed.py CORPUS

CORPUS is a folder with `metadata/manifest.jsonl` and the recorded answers that it names. The limit: a
thousand answers in a second of the processor's time.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from measure import in_turn, print_table

from readinglist.metadata.outcome import Known
from readinglist.sources import _documents
from readinglist.web.messages import Answer

WANTED = 1000


def answers(corpus: Path) -> list[Answer]:
    """Return the recorded answers in JSON and XML that are about works."""
    found = []
    for line in (corpus / "metadata" / "manifest.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        if record["kind"].endswith(("-json", "-xml", "-atom")):
            found.append(
                Answer("https://service.example/", 200, body=(corpus / "metadata" / record["file"]).read_bytes())
            )
    return [each for each in found if isinstance(_documents.read(each, "benchmark"), Known)]


def parse(answer: Answer) -> None:
    """Parse an answer and read nothing in it."""
    if answer.body.lstrip().startswith(b"<"):
        etree.fromstring(answer.body, etree.XMLParser(recover=True))
    else:
        json.loads(answer.body)


def main() -> int:
    """Measure, tell, and return 1 where the limit is passed."""
    known = answers(Path(sys.argv[1]))

    def all_with(read: Callable[[Answer], object]) -> Callable[[], None]:
        return lambda: [read(each) for each in known] and None

    took = in_turn(
        {"bare parse": all_with(parse), "readinglist": all_with(lambda each: _documents.read(each, "benchmark"))}, 5
    )
    print_table(f"{len(known)} answers, {sum(len(each.body) for each in known) // 1024} KiB", took)
    rate = len(known) / min(took["readinglist"])
    print(f"\n{rate:.0f} answers in a second; the limit is {WANTED}")
    return rate < WANTED


if __name__ == "__main__":
    sys.exit(main())
