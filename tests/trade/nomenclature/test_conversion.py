from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.trade.nomenclature import conversion, harmonised
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine


def converted(engine: Engine, rows: list[dict[str, Any]], to: str, *names: str) -> list[Any]:
    cells = cell_table(engine, [{"source": "comtrade", **row} for row in rows])
    table = conversion(to, *[names] if names else [])
    found = engine.arrow(harmonised(cells, engine.table(table))).to_pylist()
    return sorted(
        (
            row["nomenclature"],
            row["code"],
            row["relation"],
            row["from_nomenclature"],
            row["mass_kg"],
        )
        for row in found
    )


def test_codes_that_were_split_later_are_summed(engine: Engine) -> None:
    rows = [
        {"nomenclature": "HS17", "code": code, "mass_kg": mass}
        for code, mass in (("811010", "1.5"), ("811020", "2.25"), ("811090", "0.25"))
    ]
    assert converted(engine, rows, "HS92") == [("HS92", "811000", "n:1", "HS17", Decimal(4))]


def test_a_code_that_only_changed_its_number_is_renamed(engine: Engine) -> None:
    rows = [{"nomenclature": "HS17", "code": "810730", "mass_kg": 7}]
    assert converted(engine, rows, "HS22") == [("HS22", "811261", "1:1", "HS17", Decimal(7))]


def test_what_cannot_be_told_apart_stays_where_it_was(engine: Engine) -> None:
    rows = [
        {"nomenclature": "HS07", "code": "811292", "mass_kg": 7},
        {"nomenclature": "HS07", "code": "811299", "mass_kg": 1},
        {"nomenclature": "HS02", "code": "811230", "mass_kg": 3},
    ]
    assert converted(engine, rows, "HS02") == [
        ("HS02", "811230", "same", "HS02", Decimal(3)),
        ("HS07", "811292", "mixed", "HS07", Decimal(7)),
        ("HS07", "811299", "mixed", "HS07", Decimal(1)),
    ]


def test_a_code_that_would_fill_half_of_another_is_not_passed_off_as_the_whole(
    engine: Engine,
) -> None:
    # 285310 of HS17 was all 285300 of HS12, but so was a part of 285390, which also held 284800.
    rows = [{"nomenclature": "HS17", "code": "285310", "mass_kg": 7}]
    assert converted(engine, rows, "HS12") == [("HS17", "285310", "mixed", "HS17", Decimal(7))]


def test_two_editions_of_one_trade_are_not_added(engine: Engine) -> None:
    rows = [
        {"nomenclature": "HS12", "code": "284690", "mass_kg": 5},
        {"nomenclature": "HS17", "code": "284690", "mass_kg": 5},
    ]
    found = converted(engine, rows, "HS92")
    assert [(row[3], row[4]) for row in found] == [("HS12", Decimal(5)), ("HS17", Decimal(5))]


def test_a_code_of_an_uncovered_heading_stays_and_says_so(engine: Engine) -> None:
    rows = [{"nomenclature": "HS17", "code": "010121", "mass_kg": 1}]
    assert converted(engine, rows, "HS92") == [
        ("HS17", "010121", "not_covered", "HS17", Decimal(1))
    ]


def test_a_national_nomenclature_is_read_by_its_edition(engine: Engine) -> None:
    rows = [{"nomenclature": "EU-CN2023", "code": "811241", "mass_kg": 2}]
    assert converted(engine, rows, "HS17", "EU-CN2023") == [
        ("HS17", "811292", "n:1", "EU-CN2023", Decimal(2))
    ]
    assert converted(engine, rows, "HS17") == [
        ("EU-CN2023", "811241", "not_covered", "EU-CN2023", Decimal(2))
    ]


def test_an_unknown_mass_stays_unknown_and_values_are_exact(engine: Engine) -> None:
    cells = cell_table(engine, [
        {"nomenclature": "HS17", "code": "811010", "value_usd": "0.1"},
        {"nomenclature": "HS17", "code": "811020", "value_usd": "0.2"},
    ])  # fmt: skip
    (row,) = engine.arrow(harmonised(cells, engine.table(conversion()))).to_pylist()
    assert row["mass_kg"] is None
    assert row["value_usd"] == Decimal("0.3")
    assert row["months"] == 12


def test_monthly_cells_keep_their_months(engine: Engine) -> None:
    rows = [
        {"nomenclature": "HS17", "code": "811010", "mass_kg": 1, "period": period}
        for period in ("2022-01", "2022-02")
    ]
    cells = cell_table(engine, rows, period=True).drop("months")
    found = engine.arrow(harmonised(cells, engine.table(conversion()))).to_pylist()
    assert sorted((row["period"], row["code"]) for row in found) == [
        ("2022-01", "811000"),
        ("2022-02", "811000"),
    ]
    assert all("months" not in row for row in found)


def test_a_nomenclature_that_is_no_edition_gives_no_rows() -> None:
    assert conversion("HS92", ["SITC4"]).num_rows == 0


def test_an_unknown_target_names_the_editions() -> None:
    with pytest.raises(InputError) as caught:
        conversion("HS88")
    assert caught.value.field == "to"
    assert "HS92" in caught.value.accepted
