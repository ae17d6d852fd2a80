from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import yaml

from monazite.trade.flows.cells import cells, monthly_cells
from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.mirror.caveats import CODES, listed
from monazite.trade.mirror.pairs import pairs
from support.trade_tables import cell_table, flow_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

FOLDER = Path(__file__).parents[2] / "cases" / "trade" / "mirror"
NAMES = {"reports": "direction", "kg": "mass_kg", "usd": "value_usd"}
APART = 10
"""Years between cases, so that one query answers all of them and none sees another."""


def load(name: str) -> list[dict[str, Any]]:
    text = (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


YEARS, MONTHS = load("pairs"), load("months")


def flow(row: dict[str, Any], shift: int = 0) -> dict[str, Any]:
    """A row of a case as a row of the flow table."""
    found: dict[str, Any] = {"code": "284610", "year": 2022}
    found |= {NAMES.get(key, key): value for key, value in row.items()}
    if "period" in found:
        found |= {"year": int(found["period"][:4]), "frequency": "M"}
        found["period"] = found["period"].replace(str(found["year"]), str(found["year"] + shift))
    return found | {"year": found["year"] + shift}


def tidy(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row | {"caveats": listed(row["caveats"])} for row in found]


@pytest.fixture(scope="module")
def answers(engine: Engine) -> list[dict[str, Any]]:
    """The pairs of all yearly cases."""
    rows = [flow(row, APART * n) for n, case in enumerate(YEARS) for row in case["rows"]]
    return tidy(engine.arrow(pairs(cells(flow_table(engine, rows)))).to_pylist())


def agrees(row: dict[str, Any], expected: dict[str, Any]) -> bool:
    keys = ("exporter", "importer", "year", "period", "code")
    return all(row[key] == expected[key] for key in keys if key in expected)


def check(found: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    for one in expected:
        (row,) = [row for row in found if agrees(row, one)]
        assert {key: row[key] for key in one} == one


@pytest.mark.parametrize("number", range(len(YEARS)), ids=[case["name"] for case in YEARS])
def test_the_case_of_years_holds(answers: list[dict[str, Any]], number: int) -> None:
    shift, expected = APART * number, YEARS[number]["expect"]
    found = [row | {"year": row["year"] - shift} for row in answers]
    found = [row for row in found if 2019 <= row["year"] <= 2022]
    assert bool(found) is bool(expected)
    check(found, expected)


@pytest.mark.parametrize("case", MONTHS, ids=[case["name"] for case in MONTHS])
def test_the_case_of_months_holds(case: dict[str, Any]) -> None:
    engine = engine_of("duckdb")
    flows = flow_table(engine, [flow(row) for row in case["rows"]])
    check(tidy(engine.arrow(pairs(monthly_cells(flows))).to_pylist()), case["expect"])


def test_the_cases_show_every_kind_and_every_caveat() -> None:
    expected = [one for case in (*YEARS, *MONTHS) for one in case["expect"]]
    assert {one["kind"] for one in expected if "kind" in one} == {
        "matched",
        "orphan",
        "ghost",
        "not_reported",
    }
    assert {code for one in expected for code in one.get("caveats", ())} == set(CODES)


def test_amounts_are_exact_to_the_last_digit(engine: Engine) -> None:
    row = {"source": "comtrade", "nomenclature": "HS17", "value_usd": 1}
    table = cell_table(engine, [
        row | {"side": "exporter", "mass_kg": "100000000.000001"},
        row | {"side": "importer", "mass_kg": "100000000.000003"},
    ])  # fmt: skip
    (found,) = engine.arrow(pairs(table)).to_pylist()
    assert found["gap_kg"] == Decimal("0.000002")


def random_cells(seed: int, *, monthly: bool) -> list[dict[str, Any]]:
    """A table in which every kind and most caveats occur."""
    rng = np.random.default_rng(seed)
    places = ["CHN", "JPN", "DEU", "KAZ", "HKG", "XNS"]
    rows = {}
    for _ in range(150):
        exporter, importer = rng.choice(places, 2)
        year = int(rng.integers(2020, 2023))
        row = {
            "source": str(rng.choice(["comtrade", "gacc"])),
            "nomenclature": str(rng.choice(["HS17", "HS22"])),
            "side": str(rng.choice(["exporter", "importer"])),
            "year": year,
            "period": str(rng.choice([f"{year}-01", f"{year}-02", f"{year}-01/02"])) if monthly else "",
            "exporter": str(exporter), "importer": str(importer),
            "code": str(rng.choice(["284610", "260400", "811292"])),
            "direction_re": bool(rng.random() < 0.1),
        }  # fmt: skip
        amounts = {
            "mass_kg": None if rng.random() < 0.2 else str(rng.integers(0, 20_000)),
            "value_usd": str(rng.integers(0, 90_000)),
            "months": int(rng.choice([12, 12, 7])),
        }
        rows[tuple(row.values())] = row | amounts
    if monthly:
        return list(rows.values())
    return [{key: value for key, value in row.items() if key != "period"} for row in rows.values()]


@pytest.mark.slow
@pytest.mark.parametrize("monthly", [False, True])
def test_every_engine_gives_the_same_pairs(engine: Engine, monthly: bool) -> None:
    rows = random_cells(7, monthly=monthly)
    first = engine_of("duckdb")
    expected = first.arrow(pairs(cell_table(first, rows, period=monthly))).to_pylist()
    found = engine.arrow(pairs(cell_table(engine, rows, period=monthly))).to_pylist()
    assert found == expected
    assert len(found) > 60


@pytest.mark.parametrize("monthly", [False, True])
def test_a_flow_is_one_row_and_no_amount_is_made_up(monthly: bool) -> None:
    engine = engine_of("duckdb")
    rows = random_cells(11, monthly=monthly)
    given = {
        (row["exporter"], row["importer"], row["code"], row.get("period", row["year"]))
        for row in rows
        if row["exporter"] != row["importer"]
    }
    found = engine.arrow(pairs(cell_table(engine, rows, period=monthly))).to_pylist()
    keys = [
        (row["exporter"], row["importer"], row["code"], row.get("period", row["year"]))
        for row in found
    ]
    assert len(keys) == len(set(keys))
    assert set(keys) <= given
    said = {Decimal(row["mass_kg"]) for row in rows if row["mass_kg"] is not None}
    for row in found:
        assert {row["mass_exporter_kg"], row["mass_importer_kg"]} - {None} <= said
        unknown = row["mass_exporter_kg"] is None or row["mass_importer_kg"] is None
        assert (row["gap_kg"] is None) is unknown
        assert (row["kind"] == "matched") is (row["silent_side"] is None)
