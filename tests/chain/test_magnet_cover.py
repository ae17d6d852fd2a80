from __future__ import annotations

import pytest

from monazite.chain.magnet_cover import magnet_cover
from monazite.facts.rows import row


def test_a_destination_is_counted_by_its_year_or_else_by_its_months() -> None:
    found = magnet_cover(2025)
    assert found is not None
    assert found.whole_t == 57_392
    # Germany's months are June 764, July 1,116 and September 1,288; America's year is 5,933.
    assert found.known_t["DEU"] == 764 + 1116 + 1288
    assert found.known_t["USA"] == 5933
    assert found.share == pytest.approx(12_554 / 57_392)
    assert {row(one).fields["period"][:4] for one in found.rows} == {"2025"}


def test_joined_months_and_their_parts_are_counted_once() -> None:
    assert magnet_cover(2026) is None
    found = magnet_cover(2024)
    assert found is not None
    assert found.known_t == {"USA": 7444, "JPN": 213}
    assert found.rows == ("magnets/2024/WORLD", "magnets/2024-12/JP", "magnets/2024/US")
