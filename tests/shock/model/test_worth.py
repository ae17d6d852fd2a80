"""Value added: what the table lists, and the rest of the world by use."""

from __future__ import annotations

import pytest

from monazite.shock.model.worth import WEEKS, leak, value_added


def test_a_listed_country_has_its_own_number() -> None:
    found = value_added({("traction", "DEU"): 3.0})
    assert found["traction", "DEU"] == pytest.approx(150_000 / WEEKS)


def test_others_share_the_rest_of_the_world_by_what_they_use() -> None:
    found = value_added(
        {("traction", "CHN"): 9.0, ("traction", "ROW"): 3.0, ("traction", "CHL"): 1.0}
    )
    assert found["traction", "ROW"] == pytest.approx(3 * found["traction", "CHL"])
    assert sum(found.values()) == pytest.approx(1_000_000 / WEEKS)


def test_what_is_left_is_worth_nothing() -> None:
    assert value_added({("left", "CHN"): 2.0}) == {("left", "CHN"): 0.0}
    assert leak("left") == 0


def test_no_arms_are_bought_of_who_withholds() -> None:
    assert leak("defence") == 0 < leak("solar") <= 1
