from __future__ import annotations

import pytest

from monazite.errors import InputError
from monazite.trade.indicators.shares import printed_share
from monazite.trade.indicators.values import Span


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("93.8%", 0.938, 0.938),
        (" 4 % ", 0.04, 0.04),
        ("<0.1%", 0.0, 0.001),
        ("< 0.1%", 0.0, 0.001),
        (">95%", 0.95, 1.0),
        (">0%", 0.0, 1.0),
        ("100%", 1.0, 1.0),
    ],
)
def test_a_printed_share_is_a_fraction_or_an_interval(text: str, low: float, high: float) -> None:
    found = printed_share(text)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert isinstance(found, Span)


@pytest.mark.parametrize("text", ["", "W", "%", "-1%", "101%", "nan%", "5 6%", "<>"])
def test_what_is_no_share_is_refused_by_name(text: str) -> None:
    with pytest.raises(InputError, match="share: "):
        printed_share(text)
