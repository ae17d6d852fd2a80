from __future__ import annotations

from decimal import Decimal

import pytest

from monazite.errors import InputError
from monazite.trade.monthly.series import SERIES, WORLD, load
from monazite.trade.periods import parse


def test_every_series_loads_and_is_loaded_once() -> None:
    for name in SERIES:
        assert load(name).points
        assert load(name) is load(name)


def test_an_unknown_series_names_the_nearest() -> None:
    with pytest.raises(InputError) as caught:
        load("rare-earth")
    assert caught.value.field == "series"
    assert "'rare-earths'" in caught.value.accepted


def test_points_keep_what_their_row_says() -> None:
    (point,) = load("rare-earths").at(parse("2025-01/02"), WORLD)
    assert point.joined
    assert point.is_release
    assert point.figures["tonnes"].value == 8511
    assert point.figures["usd_million"].value == Decimal("81.6")
    assert point.figures["usd_million"].confidence == "derived"
    assert point.figures["usd_million"].interval is None


def test_the_print_to_use_comes_first() -> None:
    first, second = load("rare-earths").at(parse("2025-10"), WORLD)
    assert (first.row, second.row) == ("rare-earths/2025-10", "rare-earths/2025-10/other-print")


def test_a_figure_to_date_is_no_release() -> None:
    points = load("rare-earths").at(parse("2025-01..05"), WORLD)
    assert [point.is_release for point in points] == [False]


def test_kilograms_become_tonnes_exactly_with_their_rounding() -> None:
    (point,) = load("gallium").at(parse("2023-08"), WORLD)
    tonnes = point.figures["tonnes"]
    assert tonnes.value == 0
    assert tonnes.interval is not None
    assert (tonnes.interval.low, tonnes.interval.high) == (Decimal(0), Decimal("0.0005"))


def test_printed_changes_are_found_by_what_they_speak_of() -> None:
    series = load("rare-earths")
    found = series.change(parse("2025-05"), WORLD, "usd_million", "yoy")
    assert found is not None
    assert (found.value, found.sources) == (
        Decimal("-48.3"), ("change/rare-earths/2025-05/usd-yoy",),
    )  # fmt: skip
    assert series.change(parse("2025-05"), "US", "usd_million", "yoy") is None


def test_every_printed_change_speaks_of_a_known_series_and_period() -> None:
    assert sum(len(load(name).changes) for name in SERIES) == 51


def test_destinations_start_with_the_world() -> None:
    assert load("magnets").destinations() == ("WORLD", "DE", "IN", "JP", "KR", "US", "VN")
