"""The manual's page about sources: its example works."""

from tests.docs.blocks import ROOT, blocks


def test_the_source_of_the_manual_reads_its_answer() -> None:
    (code,) = blocks("python", pages=iter([ROOT / "docs" / "sources.md"]))

    exec(compile(code.text, code.where, "exec"), {})  # it asserts what was claimed
