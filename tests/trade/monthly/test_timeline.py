from __future__ import annotations

from itertools import pairwise

from monazite.trade.monthly.series import SERIES, load
from monazite.trade.monthly.timeline import main_measure, releases
from monazite.trade.periods import Period, parse


def texts(name: str, to: str, span: str) -> list[str]:
    found = releases(load(name), to, "tonnes", parse(span))
    return [period.text for period, _ in found]


def test_a_release_that_touches_the_span_is_whole() -> None:
    assert texts("rare-earths", "WORLD", "2024-10..11") == ["2024-09/10", "2024-11"]


def test_single_months_win_where_all_of_them_are_known() -> None:
    assert texts("magnets", "WORLD", "2026") == ["2026-01", "2026-02", "2026-03"]


def test_a_release_wins_where_one_of_its_months_is_not() -> None:
    assert texts("magnets", "US", "2026") == ["2026-01/02", "2026-03"]


def test_the_print_to_use_is_the_one_drawn() -> None:
    ((_, figure),) = releases(load("rare-earths"), "WORLD", "tonnes", parse("2025-10"))
    assert figure.sources == ("rare-earths/2025-10",)


def test_nothing_overlaps_in_any_series() -> None:
    for name in SERIES:
        series = load(name)
        for to in series.destinations():
            span = Period(parse("2017-01").first, parse("2026-12").last)
            found = [period for period, _ in releases(series, to, main_measure(series), span)]
            assert all(one.last < other.first for one, other in pairwise(found))


def test_the_main_measure() -> None:
    assert main_measure(load("magnets")) == "tonnes"
    assert main_measure(load("comtrade-850511")) == "usd_million"
