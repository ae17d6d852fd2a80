from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.trade.mirror.freight import Freight
from monazite.trade.mirror.pairs import pairs
from monazite.trade.mirror.reconcile import reconcile, reconciled, reliability
from support.mirror_panels import reporter_panel
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

NOISE = {"CHN": 0.02, "JPN": 0.02, "DEU": 0.05, "KAZ": 0.3, "VNM": 0.4, "BOL": 0.6}


def freight(rows: int, rate: float = 0.08) -> Freight:
    rates = np.full(rows, rate)
    words = np.full(rows, "")
    return Freight(rates, rates, rates, words, words)


def error(found: np.ndarray, truth: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.log(found / truth) ** 2)))


def test_who_errs_more_is_found_on_both_sides() -> None:
    panel, _ = reporter_panel(1, NOISE)
    found = reliability(panel, panel.mass_gap)
    for side in (found.exporter, found.importer):
        assert set(sorted(side, key=side.__getitem__)[:3]) == {"CHN", "DEU", "JPN"}
        assert max(side, key=side.__getitem__) == "BOL"


def test_the_better_reporter_weighs_more() -> None:
    panel, _ = reporter_panel(2, NOISE)
    weight = reliability(panel, panel.mass_gap).weight(
        np.asarray(["CHN", "BOL"]), np.asarray(["BOL", "CHN"])
    )
    assert weight[0] > 0.9
    assert weight[1] < 0.1


@pytest.mark.parametrize("seed", [3, 4, 5])
def test_the_reconciled_mass_is_nearer_the_truth_than_either_side_or_their_mean(seed: int) -> None:
    panel, truth = reporter_panel(seed, NOISE)
    found = error(reconcile(panel, freight(len(panel))).mass_kg, truth)
    one, other = panel.mass_exporter_kg, panel.mass_importer_kg
    assert found < 0.9 * min(
        error(one, truth), error(other, truth), error((one + other) / 2, truth)
    )


def test_values_are_compared_at_the_exporters_border() -> None:
    panel, _ = reporter_panel(6, NOISE)
    found = reconcile(panel, freight(len(panel)))
    assert np.allclose(found.gap_unit_value, 0.0)
    assert np.allclose(found.gap_value, panel.value_gap - np.log(1.08))


def test_a_side_that_is_alone_is_taken_as_it_is() -> None:
    panel, _ = reporter_panel(7, NOISE)
    mass = panel.mass_exporter_kg.copy()
    mass[0] = np.nan
    other = panel.mass_importer_kg.copy()
    other[1] = np.nan
    mass[2] = other[2] = np.nan
    found = reconcile(
        replace(panel, mass_exporter_kg=mass, mass_importer_kg=other), freight(len(panel))
    )
    assert (found.mass_kg[0], found.weight_mass[0]) == (other[0], 0.0)
    assert (found.mass_kg[1], found.weight_mass[1]) == (mass[1], 1.0)
    assert np.isnan([found.mass_kg[2], found.weight_mass[2], found.gap_mass[2]]).all()


def test_values_without_freight_are_those_of_the_exporter() -> None:
    panel, _ = reporter_panel(8, NOISE)
    found = reconcile(panel, freight(len(panel), np.nan))
    assert np.array_equal(found.value_fob_usd, panel.value_exporter_usd)


def test_with_few_pairs_both_sides_weigh_the_same() -> None:
    panel, _ = reporter_panel(9, NOISE, rows=20)
    found = reliability(panel, panel.mass_gap)
    assert found.pairs == 20
    assert found.weight(panel.exporter, panel.importer).tolist() == [0.5] * 20
    nothing = reliability(panel, np.full(20, np.nan))
    assert (nothing.pairs, nothing.mean) == (0, 0.0)
    assert nothing.weight(panel.exporter, panel.importer).tolist() == [0.5] * 20


def test_a_store_is_reconciled_pair_by_pair(engine: Engine) -> None:
    base = {
        "source": "comtrade",
        "nomenclature": "HS17",
        "exporter": "CHN",
        "importer": "JPN",
        "code": "284610",
    }
    rows = [
        base | {"side": "exporter", "mass_kg": 5_000, "value_usd": 10_000},
        base | {"side": "importer", "mass_kg": 5_200, "value_usd": 11_000},
        base | {"side": "importer", "importer": "KOR", "mass_kg": 7_000, "value_usd": 21_000},
        base | {"side": "exporter", "importer": "USA", "value_usd": 4_000},
    ]  # fmt: skip
    table = reconciled(engine, pairs(cell_table(engine, rows)))
    found = {row["importer"]: row for row in table.to_pylist()}
    assert found["JPN"]["mass_kg"] == pytest.approx(5_100)
    assert found["JPN"]["gap_mass"] == pytest.approx(np.log(1.04))
    assert (found["KOR"]["mass_kg"], found["KOR"]["weight_mass"], found["KOR"]["gap_mass"]) == (
        7_000,
        0,
        None,
    )
    assert (found["USA"]["mass_kg"], found["USA"]["value_fob_usd"]) == (None, 4_000)
    assert (
        found["KOR"]["freight"],
        found["KOR"]["freight_basis"],
        found["KOR"]["freight_reason"],
    ) == (None, "none", "too_few_pairs")
    assert found["KOR"]["value_fob_usd"] is None
