from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from monazite.watch.patterns.records import Licence, Records, Shipment
from monazite.watch.patterns.running import run

if TYPE_CHECKING:
    from monazite.watch.patterns.found import Found

TODAY = date(2026, 6, 30)
LICENCE = Licence("L1", "H", "U", "Sb", Decimal(1_000), date(2025, 6, 1), destination="TH")
ARRIVED = Shipment("s0", date(2026, 1, 1), "H", "U", licence="L1", delivered=date(2026, 1, 30))


def found(*shipments: Shipment, days: str = "90") -> Found:
    records = Records(TODAY, shipments=(ARRIVED, *shipments), licences=(LICENCE,))
    return run(records, ["C9"], settings={"C9": {"confirm_days": days}})


@pytest.mark.parametrize(("ago", "leads"), [(89, 0), (90, 0), (91, 1)])
def test_arrival_is_due_on_the_last_day_and_not_after(ago: int, leads: int) -> None:
    left = replace(ARRIVED, id="s1", day=TODAY - timedelta(ago), delivered=None)
    assert len(found(left).leads) == leads


def test_a_shipment_under_a_licence_that_nobody_knows_is_said() -> None:
    lost = replace(ARRIVED, id="s1", licence="L9")
    (one,) = found(lost, replace(lost, id="s2")).not_computed
    assert (one.code, one.subject, one.figures) == ("licence_unknown", ("L9",), {"shipments": 2})


def test_what_has_not_left_yet_is_not_looked_at() -> None:
    planned = replace(ARRIVED, id="s1", day=TODAY + timedelta(5), destination="SG")
    assert found(planned).leads == ()


def test_signs_of_one_shipment_add_up_and_those_of_two_do_not() -> None:
    port = replace(ARRIVED, id="s1", receiver="F", destination="SG")
    together = found(replace(port, delivered=None)).leads[0].score
    apart = found(port, replace(ARRIVED, id="s2", delivered=None)).leads[0].score
    assert together > apart
