"""A table of real months, compiled from UN Comtrade by someone else, through a user's mapping."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from monazite.trade.reading.load import load
from support.publishers.loading import flows

TABLE = (
    Path(__file__).parents[4] / "shared/data/trade_china_monthly_comtrade/deep_dive_hs6_monthly.csv"
)
MAPPING = """\
kind: deep-dive
title: {en: "China's exports by month, partner and subheading", zh: 中国按月按伙伴按子目出口}
url: https://github.com/qennis/ChinaCriticalMineralComtrade
container: {format: csv}
source: qennis
vintage: {given: true}
reporter: CHN
partner: {column: partner_name, codes: name}
direction: export
nomenclature: hs
period: {column: period_dt, formats: [YYYY-MM-01]}
code: {column: hs6, digits: [6]}
mass_kg: {column: qty, zero_is_missing: true}
value: {column: val, currency: USD}
valuation: FOB
"""
ISO3 = {
    "Australia": "AUS", "Austria": "AUT", "Belgium": "BEL", "Brazil": "BRA", "Canada": "CAN",
    "Czech Republic": "CZE", "Egypt": "EGY", "France": "FRA", "Germany": "DEU",
    "Hong Kong": "HKG", "Hungary": "HUN", "India": "IND", "Indonesia": "IDN", "Iran": "IRN",
    "Italy": "ITA", "Japan": "JPN", "Kazakhstan": "KAZ", "Malaysia": "MYS", "Mexico": "MEX",
    "Mozambique": "MOZ", "Netherlands": "NLD", "New Zealand": "NZL", "Philippines": "PHL",
    "Poland": "POL", "Russia": "RUS", "Singapore": "SGP", "Slovakia": "SVK",
    "South Africa": "ZAF", "South Korea": "KOR", "Spain": "ESP", "Sweden": "SWE",
    "Taiwan": "TWN", "Tanzania": "TZA", "Thailand": "THA", "Turkey": "TUR", "UAE": "ARE",
    "USA": "USA", "United Kingdom": "GBR", "Vietnam": "VNM",
}  # fmt: skip


@pytest.fixture
def rows() -> list[dict[str, str]]:
    if not TABLE.exists():
        pytest.skip(f"{TABLE} is not here")
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def expected(number: int, row: dict[str, str]) -> dict[str, Any]:
    """The flow that a row of the table is."""
    mass = Decimal(row["qty"])
    year = int(row["period_dt"][:4])
    return {
        "row": number, "file": TABLE.name, "frequency": "M", "period": row["period_dt"][:7],
        "reporter": "CHN", "partner": ISO3[row["partner_name"]], "direction": "export",
        "nomenclature": "HS22" if year >= 2022 else "HS17", "code": row["hs6"],
        "mass_kg": mass or None, "value_usd": Decimal(row["val"]), "valuation": "FOB",
        "source": "qennis", "vintage": "44040f4",
    }  # fmt: skip


@pytest.mark.shared
def test_a_compiled_table_comes_back_whole(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    """All 6,442 rows are flows, none is rejected, and every cell is as it was written."""
    mapping = tmp_path / "mine.yaml"
    mapping.write_text(MAPPING, encoding="utf-8")
    report = load(TABLE, tmp_path / "store", mapping=mapping, vintage="44040f4")
    assert (report.accepted, report.rejected, report.set_aside) == (6442, 0, 0)
    found = sorted(flows(tmp_path / "store"), key=lambda flow: flow["row"])
    wanted = [expected(number, row) for number, row in enumerate(rows, 1)]
    for flow, one in zip(found, wanted, strict=True):
        assert {name: flow[name] for name in one} == one
    assert sum(flow["mass_kg"] is None for flow in found) == 146
    again = load(TABLE, tmp_path / "store", mapping=mapping, vintage="44040f4")
    assert (again.loads, again.unchanged) == ((), (TABLE.name,))
