from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from monazite.watch.patterns.nearness import Mark, nearness, shared, way
from monazite.watch.patterns.records import Holding, Party, Records

AS_OF = date(2026, 6, 30)


def records(*parties: Party, holdings: tuple[Holding, ...] = ()) -> Records:
    return Records(AS_OF, parties=parties, holdings=holdings)


def test_a_mark_is_what_two_parties_or_more_share_in_any_spelling() -> None:
    found = shared(
        records(
            Party("A", "A", phone="+86 13912345678", address="12 Harbour Road, Port"),
            Party("B", "B", phone="139-1234-5678", address="Harbour Rd 12, Port"),
            Party("C", "C", phone="13900000000"),
        ),
        8,
    )
    assert {mark.kind for mark in found.users} == {"phone", "address"}
    assert set(found.marks) == {"A", "B"}


def test_what_more_than_so_many_share_is_left_out() -> None:
    parties = [Party(f"P{n}", "P", officers=("Wang Wei",)) for n in range(9)]
    assert not shared(records(*parties), 8).users
    assert len(shared(records(*parties[:8]), 8).users) == 1


def test_half_of_a_party_joins_it_to_its_owner_and_less_does_not() -> None:
    holdings = (
        Holding("A", "B", Decimal("0.5")), Holding("A", "C", Decimal("0.49")),
        Holding("A", "D", None),
    )  # fmt: skip
    found = shared(records(holdings=holdings), 8)
    assert set(found.users) == {Mark("shares", "A>B")}


def test_nearness_is_less_the_farther_and_the_more_who_share() -> None:
    chain = records(
        Party("X", "X", phone="13911111111"),
        Party("A", "A", phone="13911111111", email="a@example.org"),
        Party("B", "B", email="a@example.org"),
    )
    found = nearness(shared(chain, 8), {"X"})
    assert found["X"] == 1
    assert 0.8 > found["A"] > found["B"] > 0
    crowd = [Party(f"P{n}", "P", phone="13911111111") for n in range(6)]
    few = nearness(shared(records(*crowd[:2]), 8), {"P0"})["P1"]
    many = nearness(shared(records(*crowd), 8), {"P0"})["P1"]
    assert few == pytest.approx(0.8)
    assert many < 0.6 * few


def test_a_name_alone_is_less_near_than_a_telephone() -> None:
    by_name = records(Party("X", "X", officers=("Ama B",)), Party("A", "A", officers=("Ama B",)))
    assert nearness(shared(by_name, 8), {"X"})["A"] == pytest.approx(0.8 * 0.4)


def test_nobody_is_near_where_nobody_is_bad() -> None:
    two = records(Party("A", "A", phone="13911111111"), Party("B", "B", phone="13911111111"))
    assert set(nearness(shared(two, 8), ()).values()) == {0.0}


def test_the_shortest_way_names_what_is_shared_at_each_step() -> None:
    found = shared(
        records(
            Party("X", "X", phone="13911111111"),
            Party("A", "A", phone="13911111111", email="a@example.org"),
            Party("B", "B", email="a@example.org"),
            Party("C", "C"),
        ),
        8,
    )
    hops = way(found, "B", {"X"})
    assert [(hop.party, hop.kind, hop.other) for hop in hops] == [
        ("B", "email", "A"), ("A", "phone", "X"),
    ]  # fmt: skip
    assert way(found, "C", {"X"}) == ()
    assert way(found, "B", ()) == ()
