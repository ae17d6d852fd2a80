from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.patterns.linking import Caps, linked
from monazite.watch.patterns.pieces import Together, leaves, stretches, together, ways
from monazite.watch.patterns.records import Shipment

FIRST = date(2026, 1, 1)
CAPS = Caps(5, 8, 2)


def piece(at: int, day: int, sender: str = "A", to: str = "X") -> Shipment:
    return Shipment(f"p{at}", FIRST + timedelta(day), sender, to, mass_kg=Decimal(1), consignee=to)


@given(st.lists(st.integers(0, 60), max_size=30), st.integers(1, 20), st.integers(1, 6))
def test_windows_hold_every_stretch_with_enough_and_no_more(
    days: list[int], window: int, enough: int
) -> None:
    pieces = [piece(at, day) for at, day in enumerate(days)]
    found = stretches(pieces, window, lambda each: len(each.pieces) >= enough)
    for each in found:
        span = each.pieces[-1].day - each.pieces[0].day
        assert span < timedelta(window)
        assert len(each.pieces) >= enough
    kept = {one.id for each in found for one in each.pieces}
    expected = {
        p.id
        for p in pieces
        for q in pieces
        if len(within := [r for r in pieces if timedelta(0) <= r.day - q.day < timedelta(window)])
        >= enough
        and p in within
    }
    assert kept == expected


def test_sums_are_of_what_is_stated() -> None:
    silent = Shipment("q", FIRST, "B", "X", value_usd=Decimal(5))
    found = together([piece(1, 0), silent])
    assert found == Together(found.pieces, Decimal(1), Decimal(5))
    assert found.senders == ("A", "B")


def test_what_leaves_under_a_licence_or_stays_at_home_is_none() -> None:
    assert leaves(Shipment("a", FIRST, "A", "X"))
    assert leaves(Shipment("a", FIRST, "A", "X", origin="CN", destination="US"))
    assert not leaves(Shipment("a", FIRST, "A", "X", origin="CN", destination="CN"))
    assert not leaves(Shipment("a", FIRST, "A", "X", licence="L1"))


def test_a_shop_is_looked_at_customer_by_customer_and_a_ring_as_one() -> None:
    pieces = [piece(at, at, to=f"X{at % 4}") for at in range(8)]
    who = linked(pieces, CAPS)
    assert sorted(map(len, ways(pieces, who, 4))) == [8]
    assert sorted(map(len, ways(pieces, who, 3))) == [2, 2, 2, 2]
