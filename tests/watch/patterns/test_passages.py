from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from monazite.watch.patterns.passages import Limits, Passage, passages, ways
from monazite.watch.patterns.records import Party, Records, Shipment

AS_OF = date(2026, 6, 30)
FIRST = date(2026, 1, 1)
LIMITS = Limits(90, 0.15, 3, 50)
PLACES = {"A": "CN", "B": "VN", "C": "US", "D": "MY", "E": "DE"}


def records(*rows: tuple[str, str, int, float]) -> Records:
    parties = tuple(Party(name, name, country=place) for name, place in PLACES.items())
    shipments = tuple(
        Shipment(f"s{n}", FIRST + timedelta(day), sender, receiver, "Sb", mass_kg=Decimal(str(kg)))
        for n, (sender, receiver, day, kg) in enumerate(rows)
    )
    return Records(AS_OF, parties=parties, shipments=shipments)


def found(*rows: tuple[str, str, int, float], limits: Limits = LIMITS) -> list[Passage]:
    return [one for one in passages(records(*rows), limits) if isinstance(one, Passage)]


def test_a_passage_tells_what_was_kept_covered_and_how_long_it_stayed() -> None:
    (one,) = found(("A", "B", 0, 100), ("B", "C", 10, 50), ("B", "C", 30, 45))
    assert (one.party, one.material, one.country) == ("B", "Sb", "US")
    assert one.kept == pytest.approx(0.95)
    assert one.covered == pytest.approx(1.0)
    assert one.days == pytest.approx((50 * 10 + 45 * 30) / 95)


@pytest.mark.parametrize(
    ("kg", "there"), [(85, True), (84, False), (100, True), (117, True), (119, False)]
)
def test_masses_fit_within_the_tolerance_on_both_sides(kg: float, there: bool) -> None:
    assert bool(found(("A", "B", 0, 100), ("B", "C", 10, kg))) is there


@pytest.mark.parametrize(("day", "there"), [(90, True), (91, False)])
def test_a_stay_is_at_most_so_long(day: int, there: bool) -> None:
    assert bool(found(("A", "B", 0, 100), ("B", "C", day, 100))) is there


def test_what_goes_to_two_countries_is_no_passage_to_either() -> None:
    assert not found(("A", "B", 0, 100), ("B", "C", 10, 50), ("B", "E", 10, 50))


def test_a_party_without_a_country_is_told() -> None:
    shipments = (
        Shipment("s1", FIRST, "A", "Q", "Sb", mass_kg=Decimal(100)),
        Shipment("s2", FIRST, "Q", "C", "Sb", mass_kg=Decimal(100)),
    )
    assert list(passages(Records(AS_OF, shipments=shipments), LIMITS)) == ["Q"]


def test_passages_one_after_another_are_one_way() -> None:
    every = found(("A", "B", 0, 100), ("B", "D", 10, 98), ("D", "C", 30, 96))
    assert [one.party for one in every] == ["B", "D"]
    (way,) = ways(every, 4)
    assert [one.party for one in way] == ["B", "D"]
    assert [len(way) for way in ways(every, 1)] == [1, 1]


def test_a_circle_is_one_way_too() -> None:
    rounds = [("B", "D") if n % 2 == 0 else ("D", "B") for n in range(16)]
    every = found(*((a, b, 5 * n, 100.0) for n, (a, b) in enumerate(rounds)))
    assert {one.party for one in every} == {"B", "D"}
    assert len(list(ways(every, 4))) == 1
