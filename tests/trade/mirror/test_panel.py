from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from monazite.trade.mirror.panel import Panel, panel
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine
    from monazite.trade.mirror.rerouting import Reports

SAID = {"source": "comtrade", "nomenclature": "HS22", "code": "282580", "value_usd": 1000}


def said(side: str, exporter: str, importer: str, kg: float | None, period: str) -> dict[str, Any]:
    return SAID | {
        "side": side,
        "exporter": exporter,
        "importer": importer,
        "mass_kg": kg,
        "period": period,
        "year": int(period[:4]),
    }


def made(engine: Engine, rows: list[dict[str, Any]], reports: Reports = "ends") -> Panel | None:
    return panel(engine, cell_table(engine, rows, period=True), "282580", "CHN", "USA", reports)


def test_legs_are_put_in_months_and_silence_between_reports_is_zero(engine: Engine) -> None:
    found = made(engine, [
        said("exporter", "CHN", "THA", 5, "2024-11"), said("exporter", "CHN", "JPN", 7, "2025-02"),
        said("importer", "THA", "USA", 4, "2024-12"), said("importer", "CHN", "USA", 9, "2025-02"),
        said("exporter", "CHN", "USA", 8, "2024-11"),
    ])  # fmt: skip
    assert found is not None
    assert found.thirds == ("JPN", "THA")
    assert found.months.tolist() == [24_298, 24_299, 24_300, 24_301]
    assert found.inward.tolist() == [[0, 0, 0, 7], [5, 0, 0, 0]]
    assert np.array_equal(found.outward, [[np.nan, 0, 0, 0], [np.nan, 4, 0, 0]], equal_nan=True)
    assert found.direct.tolist() == [8, 0, 0, 0]


def test_a_year_of_which_a_reporter_says_nothing_is_unknown(engine: Engine) -> None:
    found = made(engine, [
        said("exporter", "CHN", "THA", 5, "2022-12"), said("exporter", "CHN", "THA", 5, "2024-01"),
        said("importer", "THA", "USA", 4, "2023-01"),
    ])  # fmt: skip
    assert found is not None
    assert np.isfinite(found.inward[0]).sum() == 2


def test_joined_months_and_unknown_masses_are_unknown(engine: Engine) -> None:
    found = made(engine, [
        said("exporter", "CHN", "JPN", 5, "2025-01/02"), said("exporter", "CHN", "THA", 6, "2025-03"),
        said("exporter", "CHN", "THA", None, "2025-04"), said("importer", "THA", "USA", 4, "2025-03"),
    ])  # fmt: skip
    assert found is not None
    assert np.array_equal(found.inward[1], [np.nan, np.nan, 6, np.nan], equal_nan=True)
    assert found.months.tolist()[0] == 24_300


def test_the_targets_report_of_the_direct_flow_stands_in_for_the_origins(engine: Engine) -> None:
    found = made(engine, [
        said("importer", "THA", "CHN", 5, "2025-01"), said("exporter", "THA", "USA", 5, "2025-01"), said("importer", "CHN", "USA", 9, "2025-01"),
    ], "third")  # fmt: skip
    assert found is not None
    assert found.direct.tolist() == [9]


def test_third_countries_can_speak_for_themselves(engine: Engine) -> None:
    found = made(engine, [
        said("importer", "CHN", "THA", 5, "2025-01"), said("exporter", "THA", "USA", 4, "2025-02"), said("exporter", "CHN", "THA", 99, "2025-01"),
        said("exporter", "MEX", "USA", 3, "2025-02"),
    ], "third")  # fmt: skip
    assert found is not None
    assert found.thirds == ("MEX", "THA")
    assert np.array_equal(found.inward, [[np.nan, np.nan], [5, np.nan]], equal_nan=True)
    assert np.array_equal(found.outward, [[np.nan, 3], [np.nan, 4]], equal_nan=True)


def test_without_rows_or_third_countries_there_is_no_panel(engine: Engine) -> None:
    assert made(engine, [said("exporter", "VNM", "JPN", 5, "2025-01")]) is None
    assert made(engine, [said("exporter", "CHN", "USA", 5, "2025-01")]) is None
