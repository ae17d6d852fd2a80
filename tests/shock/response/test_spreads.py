"""The value of a licence of April 2025 beside two prices: that of the simulation, that of print."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from monazite import shock
from monazite.shock.response.ask import Ask
from monazite.shock.scenarios.reading import packaged

if TYPE_CHECKING:
    from monazite.shock.response.results import Licence, Response

pytestmark = pytest.mark.slow


@cache
def april(country: str) -> Response:
    event = packaged("seven-rare-earths-2025-04")
    return shock.respond(Ask((country,), ((event, 1.0),), 0.0, draws=0, months=24))


def licences(country: str, good: str) -> dict[str, Licence]:
    return {
        one.month: one
        for one in april(country).licences
        if one.good == good and one.origin == "CHN" and one.country == country
    }


@pytest.mark.parametrize("country", ["EU", "JPN"])
def test_a_licence_for_dysprosium_is_worth_something_beside_what_was_printed(country: str) -> None:
    found = licences(country, "Dy/refining")
    may = found["2025-05"]
    assert may.value_usd_kg > 0
    assert may.observed_usd_kg == pytest.approx((3.04 - 1) * 298.39758)
    assert may.spread_usd_kg is not None
    assert may.observed_usd_kg is not None
    assert 0.5 < may.spread_usd_kg / may.observed_usd_kg < 2  # the simulation, at the medians
    assert found["2025-06"].observed_usd_kg is None  # nothing printed


def test_japan_that_makes_magnets_of_it_values_a_licence_more_than_europe_does() -> None:
    one, two = (licences(country, "Dy/refining")["2025-05"] for country in ("JPN", "EU"))
    assert one.value_usd_kg > two.value_usd_kg


@pytest.mark.parametrize("country", ["EU", "JPN"])
def test_magnets_have_a_value_too_and_no_spread_is_printed_of_them(country: str) -> None:
    found = licences(country, "NdFeB-heavy/magnet")
    assert found["2025-05"].value_usd_kg > 0
    assert all(one.observed_usd_kg is None for one in found.values())


def test_the_notes_say_of_what_the_printed_spread_is_made() -> None:
    text = " ".join(note["en"] for note in april("EU").notes)
    assert "3.04 times on 2025-05-06" in text
