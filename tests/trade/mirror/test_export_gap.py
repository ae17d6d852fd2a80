from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pytest

from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.mirror.controls import Control
from monazite.trade.mirror.export_gap import LARGEST, ExportGap, export_gaps
from monazite.trade.mirror.freight import FreightModel, fit
from monazite.trade.mirror.pairs import pairs
from support.mirror_panels import freight_panel
from support.trade_tables import cell_table

pytestmark = pytest.mark.slow

BAN = Control("a ban", ("282580",), "CHN", "USA", date(2024, 12, 3))
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)]
BEFORE, AFTER = MONTHS[:11], MONTHS[12:]


@pytest.fixture(scope="module")
def freight() -> FreightModel:
    return fit(freight_panel(1)[0])


def said(
    side: str, period: str, kg: float | None, usd: float | None = None, importer: str = "USA"
) -> dict[str, Any]:
    price = 11.0 if side == "importer" else 10.0
    value = usd if usd is not None or kg is None else price * kg
    return {
        "source": "comtrade", "nomenclature": "HS22", "code": "282580", "side": side, "exporter": "CHN", "importer": importer,
        "period": period, "year": int(period[:4]), "mass_kg": kg, "value_usd": value,
    }  # fmt: skip


def both(period: str, exported: float | None, imported: float | None) -> list[dict[str, Any]]:
    rows = [
        said(side, period, kg)
        for side, kg in (("exporter", exported), ("importer", imported))
        if kg is not None
    ]
    return [*rows, said("exporter", period, 70.0, importer="JPN")]  # China speaks of the code


def gaps(
    rows: list[dict[str, Any]],
    freight: FreightModel,
    control: Control = BAN,
    *,
    monthly: bool = True,
) -> tuple[ExportGap, ...]:
    engine = engine_of("duckdb")
    table = cell_table(engine, rows, period=True)
    found = engine.arrow(pairs(table if monthly else table.drop("period")))
    return export_gaps(found, control, freight)


def test_a_gap_that_rises_after_a_ban_and_stays(freight: FreightModel) -> None:
    rows = [row for month in BEFORE for row in both(month, 5_000, 5_000)]
    rows += [row for month in AFTER for row in both(month, None, 3_000)]
    (found,) = gaps(rows, freight)
    assert (found.importer, found.periods_before, found.periods_after) == ("USA", 11, 12)
    assert found.gap_before == 0
    assert found.gap_after == pytest.approx(LARGEST)
    assert (found.persistence, found.surplus_kg) == (1, 36_000)
    assert found.consistent
    assert found.surplus_usd == pytest.approx(36_000 * 11 / 1.05, rel=0.05)  # net of freight


def test_a_gap_that_was_there_before_is_no_news(freight: FreightModel) -> None:
    rows = [row for month in (*BEFORE, *AFTER) for row in both(month, 2_000, 5_000)]
    (found,) = gaps(rows, freight)
    assert found.gap_before == found.gap_after == pytest.approx(np.log(2.5))
    assert found.persistence == 0
    assert not found.consistent


def test_goods_under_way_even_out_in_the_sum(freight: FreightModel) -> None:
    rows = [row for month in BEFORE for row in both(month, 5_000, 5_000)]
    for n, month in enumerate(AFTER):
        rows += both(month, *((4_000, 2_000) if n % 2 else (2_000, 4_000)))
    (found,) = gaps(rows, freight)
    assert (found.surplus_kg, found.persistence) == (0, 0.5)
    assert not found.consistent


def test_values_speak_net_of_freight_where_a_mass_is_missing(freight: FreightModel) -> None:
    rows = [row for month in BEFORE for row in both(month, 5_000, 5_000)]
    for month in AFTER:
        rows += [said("exporter", month, None, 50_000), said("importer", month, 5_000, 53_000)]
    (found,) = gaps(rows, freight)
    assert found.gap_after == pytest.approx(0.0, abs=0.03)
    assert (found.surplus_kg, found.surplus_usd) == (None, None)


def test_more_exported_than_imported_is_a_gap_the_other_way(freight: FreightModel) -> None:
    rows = [row for month in BEFORE for row in both(month, 5_000, 5_000)]
    rows += [said("importer", month, 70.0) | {"exporter": "VNM"} for month in AFTER]
    rows += [row for month in AFTER for row in both(month, 5_000, None)]
    (found,) = gaps(rows, freight)
    assert found.gap_after == pytest.approx(-LARGEST)
    assert (found.surplus_kg, found.persistence) == (-60_000, 0)


def test_a_control_without_a_target_looks_at_every_importer(freight: FreightModel) -> None:
    rows = [row for month in (*BEFORE, *AFTER) for row in both(month, 5_000, 5_000)]
    general = Control("a licence", ("282580",), "CHN", None, date(2024, 12, 3))
    assert [(one.importer, one.reason) for one in gaps(rows, freight, general)] == [
        ("JPN", "too_few_before"),
        ("USA", ""),
    ]


@pytest.mark.parametrize(
    ("months", "reason"), [(MONTHS[9:], "too_few_before"), (MONTHS[:13], "too_few_after")]
)
def test_too_few_periods_give_no_number_but_a_reason(
    freight: FreightModel, months: list[str], reason: str
) -> None:
    (found,) = gaps([row for month in months for row in both(month, 5_000, 5_000)], freight)
    assert (found.reason, found.gap_after, found.persistence, found.consistent) == (
        reason,
        None,
        None,
        False,
    )


def test_joined_months_are_on_neither_side(freight: FreightModel) -> None:
    rows = [row for month in (*BEFORE, *AFTER[2:]) for row in both(month, 5_000, 5_000)]
    rows += [row for month in AFTER[:2] for row in both(month, 5_000, None)]
    rows += [said("importer", "2025-01/02", 9_000)]
    (found,) = gaps(rows, freight)
    assert (found.periods_before, found.periods_after, found.surplus_kg) == (11, 10, 0)


def test_years_serve_where_there_are_no_months(freight: FreightModel) -> None:
    rows = [row for year in range(2019, 2024) for row in both(f"{year}-01", 5_000, 5_000)]
    rows += [row for year in (2025, 2026) for row in both(f"{year}-01", 500, 5_000)]
    (found,) = gaps(rows, freight, monthly=False)
    assert (found.periods_before, found.periods_after, found.surplus_kg) == (5, 2, 9_000)
    assert found.consistent


def test_parts_of_years_and_flows_of_low_value_say_nothing(freight: FreightModel) -> None:
    rows = [row for year in range(2019, 2024) for row in both(f"{year}-01", 5_000, 5_000)]
    rows += [row for year in (2025, 2026) for row in both(f"{year}-01", 500, 5_000)]
    partial = [
        row | {"months": 7 if row["year"] > 2024 and row["side"] == "exporter" else 12}
        for row in rows
    ]
    (found,) = gaps(partial, freight, monthly=False)
    assert (found.periods_before, found.periods_after, found.reason) == (5, 0, "too_few_after")
    small = [row for month in BEFORE for row in both(month, 5_000, 5_000)]
    small += [row for month in AFTER for row in both(month, None, 500)]
    (found,) = gaps(small, freight)
    assert (found.periods_before, found.periods_after, found.reason) == (11, 0, "too_few_after")
