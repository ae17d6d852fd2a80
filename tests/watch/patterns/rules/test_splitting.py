from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from monazite.watch.patterns import addresses
from monazite.watch.patterns.records import Records, Shipment
from monazite.watch.patterns.running import run

FIRST = date(2026, 3, 1)
RING = tuple(
    Shipment(
        f"p{n}", FIRST + timedelta(n), f"S{n % 3}", "R", value_usd=Decimal(500),
        mass_kg=Decimal(2), phone="13800000001", consignee="Oakford", origin="CN", destination="US",
    )
    for n in range(9)
)  # fmt: skip


def found(shipments: tuple[Shipment, ...], **settings: str) -> list[frozenset[str]]:
    records = Records(FIRST + timedelta(90), shipments=shipments)
    return [
        frozenset(lead.evidence) for lead in run(records, ["C3"], settings={"C3": settings}).leads
    ]


def test_a_ring_is_one_lead_with_its_parcels_and_senders() -> None:
    (evidence,) = found(RING)
    assert evidence == {f"shipment:p{n}" for n in range(9)} | {f"party:S{n}" for n in range(3)}


@pytest.mark.parametrize(
    "settings",
    [{"pieces": "10"}, {"together_usd": "4500", "together_kg": "18"}, {"senders": "2"},
     {"piece_usd": "499"}, {"window_days": "3"}],
)  # fmt: skip
def test_what_the_parameters_say_holds(settings: dict[str, str]) -> None:
    assert not found(RING, **settings)


def test_days_far_apart_are_not_together() -> None:
    slow = tuple(replace(one, day=FIRST + timedelta(20 * n)) for n, one in enumerate(RING))
    assert not found(slow)


def test_senders_with_a_trade_of_their_own_are_no_hands() -> None:
    own = tuple(
        replace(one, id=f"q{n}-{each}", consignee=f"Buyer {n}-{each}", value_usd=Decimal(30))
        for n, one in enumerate(RING) for each in range(3)
    )  # fmt: skip
    assert found(RING + own, hand_share="0")
    assert not found(RING + own, consignees="3")
    assert found(RING + own[:3], consignees="3")


def test_what_has_no_size_is_counted_and_said() -> None:
    silent = tuple(replace(one, value_usd=None, mass_kg=None) for one in RING[:4])
    records = Records(FIRST, shipments=silent)
    (said,) = run(records, ["C3"]).not_computed
    assert (said.code, dict(said.figures)) == ("no_size", {"shipments": 4})


def test_mass_stands_in_where_no_value_is_said() -> None:
    weighed = tuple(replace(one, value_usd=None, mass_kg=Decimal(5)) for one in RING)
    assert len(found(weighed)) == 1
    assert not found(tuple(replace(one, mass_kg=Decimal(11)) for one in weighed))


def test_without_the_extra_addresses_are_compared_as_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(addresses, "spelling", lambda: False)
    slips = ("12 Haiyun Road", "12 Haiyun Raod", "12 Haiyun Road")
    placed = tuple(
        replace(one, phone="", address=slips[n % 3], consignee_address="5 Elm Street")
        for n, one in enumerate(RING)
    )
    run_ = run(Records(FIRST, shipments=placed), ["C3"])
    assert [each.code for each in run_.not_computed] == ["addresses_as_written"]
    (lead,) = run_.leads
    assert "party:S1" not in lead.evidence
