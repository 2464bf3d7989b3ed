import pytest

from readinglist.catalog_file.write import edited
from tests.rules.pages import Example, pairs_of_flagged_and_fixed


@pytest.mark.parametrize(
    ("flagged", "fixed"),
    [pytest.param(flagged, fixed, id=fixed.name) for flagged, fixed in pairs_of_flagged_and_fixed()],
)
def test_the_fix_of_a_flagged_example_makes_the_fixed_one(flagged: Example, fixed: Example) -> None:
    (written,) = flagged.catalog().written.values()
    edits = [edit for found in flagged.findings() if found.fix for edit in found.fix.edits]
    assert edited(written, edits) == fixed.whole
