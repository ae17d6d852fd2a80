from __future__ import annotations

import numpy as np
import pytest

from monazite.trade.mirror.freight import fit
from support.mirror_panels import FINE, ORE, freight_panel


def words(*each: str) -> np.ndarray:
    return np.asarray(each, dtype=np.str_)


def years(*each: int) -> np.ndarray:
    return np.asarray(each, dtype=np.int64)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_medians_of_fine_goods_and_ores_come_back(seed: int) -> None:
    panel, _ = freight_panel(seed)
    found = np.log1p(
        fit(panel).predict(panel.exporter, panel.importer, panel.code, panel.year).rate
    )
    assert np.median(found[np.isin(panel.code, FINE)]) == pytest.approx(0.05, abs=0.01)
    assert np.median(found[np.isin(panel.code, ORE)]) == pytest.approx(0.22, abs=0.02)


def test_freight_is_never_one_constant() -> None:
    panel, truth = freight_panel(4)
    found = np.log1p(
        fit(panel).predict(panel.exporter, panel.importer, panel.code, panel.year).rate
    )
    assert np.corrcoef(found, truth)[0, 1] > 0.95
    assert np.mean(np.abs(found - truth)) < 0.015
    assert np.mean(np.abs(found - truth)) < 0.2 * np.mean(np.abs(np.median(truth) - truth))


def test_ores_over_a_long_way_cost_more_than_fine_goods_over_a_border() -> None:
    panel, _ = freight_panel(5)
    found = fit(panel).predict(
        words("AUS", "DEU"), words("GBR", "FRA"), words("260400", "281820"), years(2020, 2020)
    )
    assert (found.rate[0] > 0.15, found.rate[1] < 0.05) == (True, True)
    assert found.basis.tolist() == ["model", "model"]
    assert (found.low <= found.rate).all() and (found.rate <= found.high).all()  # noqa: PT018 - one interval


@pytest.mark.slow
def test_misreports_do_not_move_the_estimate() -> None:
    clean, _ = freight_panel(6, misreported=0.0)
    dirty, _ = freight_panel(6, misreported=0.2)
    one, two = (
        np.median(fit(panel).predict(clean.exporter, clean.importer, clean.code, clean.year).rate)
        for panel in (clean, dirty)
    )
    assert one == pytest.approx(two, abs=0.01)


def test_with_few_pairs_the_median_of_the_chapter_stands_in_and_says_why() -> None:
    panel, _ = freight_panel(7, rows=50)
    found = fit(panel).predict(
        words("AUS", "AUS"), words("GBR", "GBR"), words("260400", "850511"), years(2020, 2020)
    )
    assert found.basis.tolist() == ["median", "median"]
    assert found.reason.tolist() == ["too_few_pairs", "too_few_pairs"]
    assert found.rate[0] > found.rate[1] > 0


def test_with_almost_no_pairs_nothing_is_said() -> None:
    panel, _ = freight_panel(8, rows=7)
    found = fit(panel).predict(words("AUS"), words("GBR"), words("260400"), years(2020))
    assert np.isnan([found.rate[0], found.low[0], found.high[0]]).all()
    assert (found.basis[0], found.reason[0]) == ("none", "too_few_pairs")


@pytest.mark.parametrize(
    ("exporter", "code", "year", "reason"),
    [
        ("ATA", "260400", 2020, "distance_unknown"),
        ("AUS", "850511", 2020, "not_seen"),
        ("AUS", "260400", 2015, "not_seen"),
        ("AUS", "261690", 2020, "unit_value_unknown"),
    ],
)
def test_a_flow_outside_the_model_has_a_median_and_the_reason(
    exporter: str, code: str, year: int, reason: str
) -> None:
    panel, _ = freight_panel(9)
    found = fit(panel).predict(words(exporter), words("GBR"), words(code), years(year))
    assert (found.basis[0], found.reason[0]) == ("median", reason)
    assert found.rate[0] > 0


def test_freight_is_not_negative() -> None:
    panel, _ = freight_panel(10)
    found = fit(panel).predict(panel.exporter, panel.importer, panel.code, panel.year)
    assert (found.low >= 0).all()


def test_no_flow_has_no_freight() -> None:
    panel, _ = freight_panel(11)
    nothing = panel.where(np.zeros(len(panel), dtype=bool))
    found = fit(nothing).predict(nothing.exporter, nothing.importer, nothing.code, nothing.year)
    assert found.rate.shape == (0,)
