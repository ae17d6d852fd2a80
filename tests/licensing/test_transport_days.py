"""When a shipment lies before a decision: working days by the table, weekdays where there is none."""

from __future__ import annotations

from datetime import date

import pytest

from monazite.licensing.precheck import precheck
from support.forms import changed, good_form


@pytest.mark.parametrize(
    ("today", "first_on", "likely"),
    [
        # Mid-Autumn, the National Day week and two worked weekend days lie between.
        (date(2026, 8, 31), "2026-11-05", "2026-11-06"),
        (date(2026, 8, 31), "2026-11-06", None),
        # Into a year that is not published: no earlier than if none of its weekdays were off.
        (date(2026, 11, 23), "2027-01-22", "2027-01-25"),
        (date(2026, 11, 23), "2027-01-25", None),
    ],
)
def test_a_decision_takes_the_working_days_of_the_table(
    today: date, first_on: str, likely: str | None
) -> None:
    form = changed(good_form(today), {"transport[0].first_on": first_on})
    found = [
        f for f in precheck(form, today=today).findings if f.code == "transport.before_decision"
    ]
    assert [f.values["likely"] for f in found] == ([likely] if likely else [])
