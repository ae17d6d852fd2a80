from __future__ import annotations

from monazite.trade.monthly.gaps import coverage
from monazite.trade.monthly.series import load


def test_the_coverage_of_rare_earths() -> None:
    found = coverage(load("rare-earths"))
    assert found is not None
    assert (found.first, found.last) == ("2018-07", "2026-02")
    assert (found.months_known, len(found.joined), found.months_without) == (49, 7, 29)
    assert [gap.span_text for gap in found.gaps][-1] == "2022-04..05"


def test_a_destination_without_a_row_has_no_coverage() -> None:
    assert coverage(load("rare-earths"), "US") is None
