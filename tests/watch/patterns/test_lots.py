from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from monazite.watch.patterns.lots import by_party, drawn, mass
from monazite.watch.patterns.records import Shipment

FIRST = date(2026, 1, 1)


def shipment(number: str, day: int, kg: float, sender: str = "A", receiver: str = "B") -> Shipment:
    return Shipment(
        number, FIRST + timedelta(day), sender, receiver, "Sb", mass_kg=Decimal(str(kg))
    )


def test_the_oldest_receipt_is_taken_first() -> None:
    received = [shipment("r2", 10, 50), shipment("r1", 0, 100)]
    (one, two) = drawn(received, [shipment("s1", 12, 120), shipment("s2", 20, 40)], 90)
    assert [(lot.id, part) for lot, part in one.taken] == [("r1", 100.0), ("r2", 20.0)]
    assert [(lot.id, part) for lot, part in two.taken] == [("r2", 30.0)]


def test_what_has_not_come_yet_or_came_too_long_ago_is_not_taken() -> None:
    received = [shipment("old", 0, 100), shipment("late", 200, 100)]
    (one,) = drawn(received, [shipment("s", 120, 80)], 90)
    assert one.taken == []


def test_what_comes_and_goes_on_one_day_comes_first() -> None:
    (one,) = drawn([shipment("r", 5, 10)], [shipment("s", 5, 10)], 0)
    assert [lot.id for lot, _ in one.taken] == ["r"]


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 50)), max_size=9),
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 50)), max_size=9),
)
def test_no_more_is_taken_than_came_or_went(
    came: list[tuple[int, int]], went: list[tuple[int, int]]
) -> None:
    received = [shipment(f"r{n}", day, kg) for n, (day, kg) in enumerate(came)]
    sent = [shipment(f"s{n}", day, kg) for n, (day, kg) in enumerate(went)]
    found = drawn(received, sent, 30)
    left = {one.id: mass(one) for one in received}
    for each in found:
        assert sum(part for _, part in each.taken) <= mass(each.shipment)
        for lot, part in each.taken:
            left[lot.id] -= part
            assert 0 <= (each.shipment.day - lot.day).days <= 30
    assert all(value >= 0 for value in left.values())
    assert [one.shipment.id for one in found] == [
        one.id for one in sorted(sent, key=lambda x: (x.day, x.id))
    ]


def test_records_without_a_mass_or_to_oneself_are_left_out() -> None:
    rows = [
        shipment("s1", 0, 10), shipment("s2", 0, 10, "B", "B"),
        Shipment("s3", FIRST, "A", "B", "Sb"), Shipment("s4", FIRST, "A", "B", mass_kg=Decimal(1)),
    ]  # fmt: skip
    found = by_party(rows)
    assert set(found) == {("A", "Sb"), ("B", "Sb")}
    assert [one.id for one in found["B", "Sb"][0]] == ["s1"]
