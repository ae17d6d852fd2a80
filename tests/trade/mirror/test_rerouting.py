from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.trade.mirror.rerouting import Reports, rerouting
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

SAID = {"source": "comtrade", "nomenclature": "HS22", "code": "282580", "value_usd": 1000}


def sends(
    exporter: str, importer: str, kg: float | None, period: str, **more: Any
) -> dict[str, Any]:
    """What an exporter reports of a month."""
    return (
        SAID
        | {
            "side": "exporter",
            "exporter": exporter,
            "importer": importer,
            "mass_kg": kg,
            "period": period,
            "year": int(period[:4]),
        }
        | more
    )


def gets(
    importer: str, exporter: str, kg: float | None, period: str, **more: Any
) -> dict[str, Any]:
    """What an importer reports of a month."""
    return sends(exporter, importer, kg, period) | {"side": "importer"} | more


def answer(
    engine: Engine, rows: list[dict[str, Any]], reports: Reports = "ends", *, monthly: bool = True
) -> list[dict[str, Any]]:
    table = cell_table(engine, rows, period=True)
    table = table if monthly else table.drop("period")
    found: list[dict[str, Any]] = engine.arrow(rerouting(table, "CHN", "USA", reports)).to_pylist()
    return found


def test_the_lesser_leg_of_a_quarter_could_have_passed(engine: Engine) -> None:
    (found,) = answer(engine, [
        sends("CHN", "THA", 400, "2025-01"), sends("CHN", "THA", 300, "2025-03"),
        gets("USA", "THA", 500, "2025-02"), gets("USA", "VNM", 500, "2025-02"),
        sends("CHN", "USA", 90, "2025-01"), gets("USA", "CHN", 90, "2025-01"),
    ])  # fmt: skip
    assert (found["third"], found["quarter"], found["level"]) == (
        "THA",
        "2025-Q1",
        "country_code_quarter",
    )
    assert (found["mass_in_kg"], found["mass_out_kg"], found["rerouted_kg"]) == (700, 500, 500)
    assert (found["rerouted_usd"], found["share_of_mass_out"], found["reports"]) == (
        1000,
        1.0,
        "ends",
    )


def test_goods_of_one_quarter_do_not_meet_those_of_the_next(engine: Engine) -> None:
    assert (
        answer(engine, [sends("CHN", "THA", 400, "2025-03"), gets("USA", "THA", 400, "2025-04")])
        == []
    )


def test_yearly_cells_are_met_by_the_year_and_say_so(engine: Engine) -> None:
    (found,) = answer(
        engine,
        [sends("CHN", "THA", 400, "2025-03"), gets("USA", "THA", 300, "2025-04")],
        monthly=False,
    )
    assert (found["rerouted_kg"], found["level"]) == (300, "country_code_year")
    assert found["share_of_mass_out"] == pytest.approx(1.0)
    assert "quarter" not in found


def test_the_third_countrys_own_reports_can_be_asked_instead(engine: Engine) -> None:
    rows = [
        sends("CHN", "THA", 400, "2025-01"), gets("USA", "THA", 500, "2025-02"),
        gets("THA", "CHN", 40, "2025-01"), sends("THA", "USA", 50, "2025-02"),
    ]  # fmt: skip
    assert [row["rerouted_kg"] for row in answer(engine, rows, "third")] == [40]
    assert [row["rerouted_kg"] for row in answer(engine, rows, "ends")] == [400]


def test_what_is_not_wholly_known_is_unknown(engine: Engine) -> None:
    (found,) = answer(engine, [
        sends("CHN", "THA", 400, "2025-01"), sends("CHN", "THA", None, "2025-02"), gets("USA", "THA", 500, "2025-02"),
    ])  # fmt: skip
    assert (found["mass_in_kg"], found["rerouted_kg"], found["share_of_mass_out"]) == (
        None,
        None,
        None,
    )
    assert found["rerouted_usd"] == Decimal(1000)


def test_months_that_were_joined_over_two_quarters_leave_both_unknown(engine: Engine) -> None:
    found = answer(engine, [
        sends("CHN", "THA", 400, "2024-09/10"), sends("CHN", "THA", 400, "2024-11"), sends("CHN", "THA", 100, "2024-04/05"),
        *(gets("USA", "THA", 500, f"2024-{month:02}") for month in (4, 9, 11)),
    ])  # fmt: skip
    assert [(row["quarter"], row["rerouted_kg"]) for row in found] == [
        ("2024-Q2", 100),
        ("2024-Q3", None),
        ("2024-Q4", None),
    ]


def test_re_exports_are_not_among_them(engine: Engine) -> None:
    rows = [
        sends("CHN", "THA", 400, "2025-01", direction_re=True),
        gets("USA", "THA", 500, "2025-02"),
    ]
    assert answer(engine, rows) == []
