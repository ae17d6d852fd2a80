"""What was delivered, brought to a year."""

from __future__ import annotations

from decimal import Decimal

from monazite.chain.usage.tally import LICENSED, RELEASED, tally
from monazite.chain.usage.ways import delivered
from support.usage import delivery

YEAR = 1460  # four years of 365 days


def test_a_year_is_counted_of_any_number_of_days() -> None:
    rows = tally([delivery(form="metal", contains=(("Ga", None),), released_kg=Decimal(500))])
    (released,) = delivered(rows.amounts, "Ga", RELEASED, YEAR)
    (licensed,) = delivered(rows.amounts, "Ga", LICENSED, YEAR)
    assert (released.amount, licensed.amount) == (0.5 / 4, 1 / 4)
    assert released.assumed
    assert released.rows == ("L1",)


def test_nothing_of_another_element_and_nothing_of_nothing() -> None:
    rows = tally([delivery(released_kg=Decimal(0))])
    assert delivered(rows.amounts, "Ga", LICENSED, YEAR) == ()
    assert delivered(rows.amounts, "Dy", RELEASED, YEAR) == ()


def test_what_goes_one_way_is_one_delivery_with_all_its_rows() -> None:
    rows = tally([delivery(row="L1"), delivery(row="L2", user="b"), delivery(country="DEU")])
    japan, germany = sorted(
        delivered(rows.amounts, "Dy", RELEASED, 365), key=lambda way: way.rows, reverse=True
    )
    assert (germany.rows, japan.rows) == (("L1",), ("L1", "L2"))
    assert (germany.amount, japan.amount) == (0.03, 0.06)
    assert not japan.assumed
