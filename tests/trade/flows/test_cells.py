from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from monazite.trade.flows.cells import cells, left_out, monthly_cells
from support.trade_tables import flow_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine


def rows(engine: Engine, expression: Any) -> list[dict[str, Any]]:
    found = engine.arrow(expression).to_pylist()
    return sorted(
        found,
        key=lambda row: (row["side"], row["exporter"], row["importer"], row.get("period", "")),
    )


def test_an_import_stands_under_its_importer_and_an_export_under_its_exporter(
    engine: Engine,
) -> None:
    flows = flow_table(engine, [
        {"mass_kg": "1.5", "value_usd": 10},
        {"reporter": "JPN", "partner": "CHN", "direction": "import", "mass_kg": 2, "value_usd": 12},
    ])  # fmt: skip
    first, second = rows(engine, cells(flows))
    assert (first["side"], first["exporter"], first["importer"]) == ("exporter", "CHN", "JPN")
    assert (second["side"], second["exporter"], second["importer"]) == ("importer", "CHN", "JPN")
    assert (first["mass_kg"], second["mass_kg"]) == (Decimal("1.5"), Decimal(2))


def test_what_is_not_known_is_no_zero(engine: Engine) -> None:
    flows = flow_table(
        engine, [{"value_usd": 10}, {"partner": "KOR", "mass_kg": 0, "value_usd": 1}]
    )
    unknown, zero = rows(engine, cells(flows))
    assert unknown["mass_kg"] is None
    assert unknown["value_with_mass_usd"] is None
    assert zero["mass_kg"] == 0


def test_national_lines_are_summed_exactly_to_six_digits(engine: Engine) -> None:
    flows = flow_table(engine, [
        {"code": "28469040", "mass_kg": "0.000001"}, {"code": "28469060", "mass_kg": "0.000002"},
    ])  # fmt: skip
    assert [(row["code"], row["mass_kg"]) for row in rows(engine, cells(flows))] == [
        ("284690", Decimal("0.000003"))
    ]


def test_a_year_wins_over_its_months_and_months_say_how_many_they_are(engine: Engine) -> None:
    months = [
        {"frequency": "M", "period": f"2022-{month:02}", "mass_kg": 1, "partner": partner}
        for month in (3, 4)
        for partner in ("JPN", "KOR")
    ]
    year = {"mass_kg": 100, "partner": "JPN"}
    joined = {"frequency": "M", "period": "2022-01/02", "mass_kg": 5, "reporter": "VNM"}
    found = rows(engine, cells(flow_table(engine, [*months, year, joined])))
    assert [(row["exporter"], row["importer"], row["mass_kg"], row["months"]) for row in found] == [
        ("CHN", "JPN", 100, 12),
        ("VNM", "JPN", 5, 2),
    ]


def test_months_alone_add_up(engine: Engine) -> None:
    national = [
        {"frequency": "M", "period": f"2022-{month:02}", "code": code, "mass_kg": 1}
        for month in (3, 4)
        for code in ("28469040", "28469060")
    ]
    assert [
        (row["mass_kg"], row["months"]) for row in rows(engine, cells(flow_table(engine, national)))
    ] == [(4, 2)]


def test_whole_years_alone_give_the_same_cells_either_way(engine: Engine) -> None:
    flows = flow_table(engine, [{"mass_kg": 1, "value_usd": 3}, {"partner": "KOR", "value_usd": 4}])
    assert rows(engine, cells(flows, annual_only=True)) == rows(engine, cells(flows))


def test_only_the_codes_and_years_asked_for_are_kept(engine: Engine) -> None:
    flows = flow_table(
        engine, [{"mass_kg": 1}, {"code": "284610", "mass_kg": 2}, {"year": 2021, "mass_kg": 3}]
    )
    kept = rows(engine, cells(flows, codes=["284690"], years=range(2022, 2023)))
    assert [row["mass_kg"] for row in kept] == [1]


def test_monthly_cells_keep_each_month_apart_and_leave_years_out(engine: Engine) -> None:
    flows = flow_table(engine, [
        {"frequency": "M", "period": "2022-03", "mass_kg": 1},
        {"frequency": "M", "period": "2022-04", "mass_kg": 2},
        {"mass_kg": 99},
    ])  # fmt: skip
    assert [(row["period"], row["mass_kg"]) for row in rows(engine, monthly_cells(flows))] == [
        ("2022-03", 1), ("2022-04", 2),
    ]  # fmt: skip


def test_sources_and_sides_are_never_added(engine: Engine) -> None:
    flows = flow_table(engine, [
        {"mass_kg": 1}, {"source": "gacc", "mass_kg": 2}, {"direction": "re-export", "mass_kg": 4},
    ])  # fmt: skip
    assert sorted(row["mass_kg"] for row in rows(engine, cells(flows))) == [1, 2, 4]


def test_a_heading_keeps_every_code_that_begins_with_it(engine: Engine) -> None:
    flows = flow_table(
        engine, [{"mass_kg": 1}, {"code": "284610", "mass_kg": 2}, {"code": "250410", "mass_kg": 4}]
    )
    assert sorted(row["mass_kg"] for row in rows(engine, cells(flows, codes=["2846"]))) == [1, 2]
    assert sorted(
        row["mass_kg"] for row in rows(engine, cells(flows, codes=["2846", "250410"]))
    ) == [1, 2, 4]


def test_a_national_line_is_answered_as_a_national_line(engine: Engine) -> None:
    flows = flow_table(
        engine,
        [
            {"code": "28469030", "mass_kg": 1500},
            {"code": "28469040", "mass_kg": 909},
            {"code": "2846904010", "partner": "KOR", "mass_kg": 3},
            {"code": "284690", "mass_kg": 7},
        ],
    )
    found = rows(engine, cells(flows, codes=["28469040"]))
    assert [(row["code"], row["importer"], row["mass_kg"]) for row in found] == [
        ("28469040", "JPN", 909),
        ("28469040", "KOR", 3),
    ]


def test_months_of_a_partner_that_the_year_does_not_name_are_told(engine: Engine) -> None:
    flows = flow_table(
        engine,
        [
            {"mass_kg": 100},
            {"frequency": "M", "period": "2022-03", "partner": "VNM", "mass_kg": 40},
            {"frequency": "M", "period": "2022-03", "mass_kg": 9},
            {"frequency": "M", "period": "2022-03", "reporter": "AUS", "mass_kg": 7},
        ],
    )
    found = engine.arrow(left_out(flows)).to_pylist()
    assert [(row["exporter"], row["importer"]) for row in found] == [("CHN", "VNM")]
