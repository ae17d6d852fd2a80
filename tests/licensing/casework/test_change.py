"""What a holder may have changed by amendment, and what is a new application (R art. 18)."""

from __future__ import annotations

import pytest

from monazite.licensing.casework.change import AMENDMENT, NEW_APPLICATION, NOTHING, change
from support.forms import changed, good_form


@pytest.mark.parametrize(
    ("fields", "kind", "paths"),
    [
        ({}, NOTHING, ()),
        ({"transport[0].port_of_exit": "Qingdao"}, AMENDMENT, ("transport[0].port_of_exit",)),
        ({"lines[0].quantity": "1700"}, AMENDMENT, ("lines[0].quantity",)),
        ({"application.destination": "DE"}, NEW_APPLICATION, ("application.destination",)),
        ({"end_use.use": "Another use in other words"}, NEW_APPLICATION, ("end_use.use",)),
        (
            {"lines[0].quantity": "1700", "parties[2].name": "Another Works"},
            NEW_APPLICATION,
            ("parties[2].name", "lines[0].quantity"),
        ),
    ],
)
def test_a_key_element_makes_a_new_application(
    fields: dict[str, str], kind: str, paths: tuple[str, ...]
) -> None:
    found = change(good_form(), changed(good_form(), fields), "CN")
    assert (found.kind, found.paths) == (kind, paths)
    assert found.law == "CN-DECREE-792 art. 18"


def test_an_amendment_has_twenty_working_days_and_nothing_else_has() -> None:
    minor = changed(good_form(), {"lines[0].quantity": "1700"})
    found = change(good_form(), minor, "CN")
    assert found.clock is not None
    assert (found.clock.days, found.clock.unit) == (20, "working_day")
    key = changed(good_form(), {"application.destination": "DE"})
    assert change(good_form(), key, "CN").clock is None
    assert change(good_form(), good_form(), "CN").clock is None


def test_a_regime_without_clocks_gives_none() -> None:
    old = changed(good_form(), {"application.regime": "generic"})
    found = change(old, changed(old, {"lines[0].quantity": "1700"}), "generic")
    assert (found.kind, found.clock, found.law) == (AMENDMENT, None, "")
