from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from monazite.watch.patterns.records import Records, Shipment
from monazite.watch.patterns.running import run

FIRST = date(2026, 3, 1)
PARCELS = tuple(
    Shipment(
        f"p{n}", FIRST + timedelta(10 * n), "S", f"R{n}", "Ga", mass_kg=Decimal("0.1"),
        channel="post", origin="CN", destination="US",
    )
    for n in range(5)
)  # fmt: skip


def codes(shipments: tuple[Shipment, ...], **settings: str) -> list[set[str]]:
    records = Records(date(2026, 6, 30), shipments=shipments)
    leads = run(records, ["C4"], settings={"C4": settings}).leads
    return [{each.code for each in lead.reasons} for lead in leads]


def test_more_than_the_quota_in_a_quarter_is_a_lead() -> None:
    assert codes(PARCELS) == [{"many"}]
    assert not codes(PARCELS[:3])
    assert not codes(PARCELS, quota_parcels="5")
    assert not codes(PARCELS, window_days="10")


def test_a_heavy_parcel_alone_is_not_many() -> None:
    heavy = replace(PARCELS[0], mass_kg=Decimal(3))
    assert not codes((heavy,))
    assert codes((heavy, PARCELS[1]))


@pytest.mark.parametrize(
    "change",
    [{"channel": "cargo"}, {"licence": "L"}, {"destination": "CN"}, {"material": "Nd"},
     {"day": date(2023, 7, 31)}],
)  # fmt: skip
def test_what_does_not_count(change: dict[str, str]) -> None:
    assert not codes(tuple(replace(one, **change) for one in PARCELS))  # type: ignore[arg-type]  # cells of several kinds


def test_a_sender_is_new_only_where_the_records_reach_back() -> None:
    old = Shipment("o", FIRST - timedelta(100), "H", "R", "Cu", channel="post")
    assert codes((old, *PARCELS)) == [{"many", "first_seen"}]
    known = replace(old, id="k", sender="S", day=FIRST - timedelta(90))
    assert codes((old, known, *PARCELS)) == [{"many"}]


def test_gifts_in_both_languages() -> None:
    for text in ("Gift: ornament", "样品 金属镓"):
        assert codes(tuple(replace(one, description=text) for one in PARCELS)) == [
            {"many", "as_gift"}
        ]


def test_parcels_that_say_nothing_are_said() -> None:
    silent = replace(PARCELS[0], material="", description="")
    (said,) = run(Records(FIRST, shipments=(silent,)), ["C4"]).not_computed
    assert (said.code, dict(said.figures)) == ("no_material", {"parcels": 1})
