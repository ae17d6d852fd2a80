from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.watch.ownership.shares import PARTS, fraction, parts, share


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.5", "0.5"), ("50%", "0.5"), (" 50 % ", "0.5"), ("５０％", "0.5"), ("1", "1"), ("0", "0"),
     ("100%", "1"), ("33.3%", "0.333"), ("1%", "0.01")],
)  # fmt: skip
def test_a_share_is_read_as_people_write_it(text: str, value: str) -> None:
    assert share(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "50", "101%", "-0.1", "nan", "1,5%", "half", "0.5 %%", "1e-1"]
)
def test_what_is_no_share_or_could_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"share|whole"):
        share(text)


def test_parts_add_up_where_floats_do_not() -> None:
    tenths = [Decimal("0.1")] * 10
    assert sum(map(parts, tenths)) == PARTS
    assert sum(float(one) for one in tenths) != 1
    assert fraction(parts(Decimal("0.4999999999"))) == Decimal("0.4999999999")
    assert parts(Decimal("0.4999999999")) < PARTS // 2
