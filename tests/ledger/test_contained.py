"""A mass of what goods contain, counted as the goods: by the shares that a line states."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from monazite.errors import InputError
from monazite.ledger.contained import to_goods
from monazite.ledger.units import Said

ON = date(2026, 3, 2)
MAGNET = {"Nd": Decimal("0.27"), "Dy": Decimal("0.03"), "Fe": None}


@pytest.mark.parametrize(
    ("quantity", "said", "counted", "expected", "factor"),
    [
        # by hand: 1 kg Dy is in 1 / 0.03 kg of goods
        ("1", Said("kg", "Dy"), "kg", "33.333333", "33.333333"),
        # 1 kg Dy2O3 holds 1 / 1.147683 kg Dy
        ("1", Said("kg", "Dy2O3"), "kg", "29.044024", "29.044024"),
        # 0.27 x 1.166414 + 0.03 x 1.147683 = 0.349362 kg REO in a kilogram
        ("1", Said("t REO"), "kg", "2862.36", "2.86236"),
        ("1", Said("kg"), "kg REO", "0.349362", "0.349362"),
        ("2000", Said("g"), "kg", "2", None),
        ("2", Said("t REO"), "kg REO", "2000", None),
    ],
)
def test_it_is_counted_by_the_stated_share(
    quantity: str, said: Said, counted: str, expected: str, factor: str | None
) -> None:
    found = to_goods(Decimal(quantity), said, counted, MAGNET, ON)
    assert found.quantity == pytest.approx(Decimal(expected), rel=Decimal("0.0001"))
    if factor is None:
        assert found.factor is None
    else:
        assert found.factor == pytest.approx(Decimal(factor), rel=Decimal("0.0001"))
    assert (found.given, found.exact) == (Decimal(quantity), factor is None)


@pytest.mark.parametrize("substance", ["Tb", "Fe", "Tb4O7"])
def test_what_the_line_does_not_state_is_refused_with_what_it_states(substance: str) -> None:
    with pytest.raises(InputError, match=r"the line states Nd=0\.27, Dy=0\.03"):
        to_goods(Decimal(1), Said("kg", substance), "kg", MAGNET, ON)


def test_rare_earth_oxide_needs_every_share() -> None:
    with pytest.raises(InputError, match="the line states Nd"):
        to_goods(Decimal(1), Said("kg REO"), "kg", {"Nd": Decimal("0.27"), "Dy": None}, ON)
    with pytest.raises(InputError, match="no shares"):
        to_goods(Decimal(1), Said("kg REO"), "kg", {}, ON)


def test_pieces_have_no_mass() -> None:
    with pytest.raises(InputError):
        to_goods(Decimal(1), Said("kg", "Dy"), "pieces", MAGNET, ON)
