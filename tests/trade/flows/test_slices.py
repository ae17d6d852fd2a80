from __future__ import annotations

import os
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from monazite.errors import InputError
from monazite.trade.flows.columns import FLOW_COLUMNS
from monazite.trade.flows.engine import engine as opened
from monazite.trade.flows.slices import SUPERSEDED, current
from monazite.trade.flows.store import Store
from monazite.trade.reading.load import load
from support.publishers import baci

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.trade.flows.engine import Engine

MAPPING = """\
source: customs
basis: {column: basis, default: reported}
optional: [basis, nomenclature]
nomenclature: {column: nomenclature, default: HS17}
reporter: {column: reporter}
partner: {column: partner}
direction: {column: direction}
period: period
code: code
mass_kg: kg
"""
HEADER = "reporter,partner,direction,period,code,kg"


def put(folder: Path, vintage: str, *rows: str, header: str = HEADER) -> str:
    """Load rows as a release; the id of the load."""
    (folder / "mapping.yaml").write_text(MAPPING)
    (folder / "in.csv").write_text("\n".join([header, *rows, ""]))
    report = load(
        folder / "in.csv", folder / "store", mapping=folder / "mapping.yaml", vintage=vintage
    )
    return report.loads[0].id if report.loads else ""


def rows(folder: Path, as_of: str | None = None) -> list[tuple[Any, ...]]:
    """The current rows, short."""
    duck = opened("duckdb")
    selected = current(Store(folder / "store"), as_of)
    table = duck.arrow(selected.table(duck)).to_pylist()
    return sorted((row["period"], row["partner"], row["code"], int(row["mass_kg"]), row["vintage"])
                  for row in table)  # fmt: skip


def test_the_table_has_the_columns_of_the_flow_table(tmp_path: Path) -> None:
    put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5")
    duck = opened("duckdb")
    found = current(Store(tmp_path / "store"))
    assert found.frequencies == {"A"}
    table = duck.arrow(found.table(duck))
    assert table.schema.names == FLOW_COLUMNS.names
    assert [field.type for field in table.schema] == [field.type for field in FLOW_COLUMNS]
    assert table["mass_kg"].to_pylist() == [Decimal(5)]


def test_a_newer_release_replaces_a_slice_as_a_whole_and_leaves_the_others(tmp_path: Path) -> None:
    old = put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5", "CHN,DEU,export,2022,284690,6",
              "CHN,JPN,export,2022,280530,7", "CHN,JPN,export,2021,284690,8")  # fmt: skip
    put(tmp_path, "2024-02", "CHN,JPN,export,2022,284690,50")
    assert rows(tmp_path) == [
        ("2021", "JPN", "284690", 8, "2024-01"), ("2022", "JPN", "280530", 7, "2024-01"),
        ("2022", "JPN", "284690", 50, "2024-02"),
    ]  # fmt: skip
    found = current(Store(tmp_path / "store"))
    assert found.superseded.schema.equals(SUPERSEDED)
    assert found.superseded.to_pylist() == [{
        "load": old, "source": "customs", "nomenclature": "HS17", "frequency": "A",
        "period": "2022", "reporter": "CHN", "direction": "export", "code": "284690", "partner": None,
    }]  # fmt: skip


def test_the_order_of_releases_counts_not_the_order_of_loading(tmp_path: Path) -> None:
    put(tmp_path, "2024-02", "CHN,JPN,export,2022,284690,50")
    put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5")
    assert rows(tmp_path) == [("2022", "JPN", "284690", 50, "2024-02")]


def test_a_year_that_is_replaced_whole_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5", "CHN,JPN,export,2021,284690,8")
    put(tmp_path, "2024-02", "CHN,JPN,export,2022,284690,50")
    found = current(Store(tmp_path / "store"))
    assert sorted(path.parent.name for path in found.files) == ["year=2021", "year=2022"]
    assert len(found.superseded) == 0


def test_a_load_that_is_replaced_whole_is_gone(tmp_path: Path) -> None:
    old = put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5")
    new = put(tmp_path, "2024-02", "CHN,JPN,export,2022,284690,50")
    assert [one.id for one in current(Store(tmp_path / "store")).loads] == [new]
    assert {one.id for one in Store(tmp_path / "store").loads()} == {old, new}


def test_an_old_release_can_be_asked_as_of_its_day_or_by_its_id(tmp_path: Path) -> None:
    old = put(tmp_path, "2024-01-10", "CHN,JPN,export,2022,284690,5")
    put(tmp_path, "2024-02", "CHN,JPN,export,2022,284690,50")
    before = [("2022", "JPN", "284690", 5, "2024-01-10")]
    assert (
        rows(tmp_path, old) == rows(tmp_path, "2024-01") == rows(tmp_path, "2024-01-31") == before
    )
    assert rows(tmp_path, "2024") == rows(tmp_path)
    with pytest.raises(InputError, match="2024-01-10, 2024-02") as refused:
        rows(tmp_path, "2023")
    assert refused.value.field == "as_of"


def test_other_sides_frequencies_nomenclatures_and_reporters_replace_nothing(
    tmp_path: Path,
) -> None:
    header = f"{HEADER},nomenclature"
    put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5,HS17", header=header)
    put(tmp_path, "2024-02", "CHN,JPN,import,2022,284690,1,HS17", "DEU,JPN,export,2022,284690,2,HS17",
        "CHN,JPN,export,2022-05,284690,3,HS17", "CHN,JPN,export,2022,284690,4,HS12", header=header)  # fmt: skip
    assert [mass for *_, mass, _ in rows(tmp_path)] == [1, 2, 4, 5, 3]


def test_files_of_one_release_add_up(tmp_path: Path) -> None:
    put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5")
    put(tmp_path, "2024-01", "CHN,DEU,export,2022,284690,6")
    assert [(partner, mass) for _, partner, _, mass, _ in rows(tmp_path)] == [
        ("DEU", 6),
        ("JPN", 5),
    ]


def test_of_three_releases_each_slice_has_its_newest(tmp_path: Path) -> None:
    put(tmp_path, "1", "CHN,JPN,export,2022,284690,1", "CHN,JPN,export,2022,280530,1",
        "CHN,JPN,export,2022,810411,1")  # fmt: skip
    put(tmp_path, "2", "CHN,JPN,export,2022,284690,2", "CHN,JPN,export,2022,280530,2")
    put(tmp_path, "3", "CHN,JPN,export,2022,284690,3")
    assert [(code, mass) for _, _, code, mass, _ in rows(tmp_path)] == [
        ("280530", 2), ("284690", 3), ("810411", 1),
    ]  # fmt: skip


def test_a_reconciled_release_replaces_a_year_of_its_nomenclature_as_a_whole(
    tmp_path: Path,
) -> None:
    load(baci.write(tmp_path / "a", years=(2022, 2023)), tmp_path / "store")
    newer = baci.write(tmp_path / "b", years=(), release="V202501")
    (newer / "BACI_HS92_Y2023_V202501.csv").write_bytes(baci.text(["2023,156,392,284690,9,9"]))
    load(newer, tmp_path / "store")
    found = current(Store(tmp_path / "store"))
    assert [(one.vintage, one.years) for one in found.loads] == [
        ("202401b", (2022, 2023)), ("202501", (2023,)),
    ]  # fmt: skip
    read = [path.relative_to(found.root).parts for path in found.files]
    assert [(load.rpartition("-")[0], year) for load, year, _ in read] == [
        ("load=baci-HS92-202401b", "year=2022"), ("load=baci-HS92-202501", "year=2023"),
    ]  # fmt: skip
    assert len(found.superseded) == 0


def test_a_reconciled_release_of_several_nomenclatures_replaces_each_by_itself(
    tmp_path: Path,
) -> None:
    header = f"{HEADER},nomenclature,basis"
    put(tmp_path, "2024-01", "CHN,JPN,export,2022,284690,5,HS12,reconciled",
        "CHN,DEU,export,2022,284690,6,HS17,reconciled", header=header)  # fmt: skip
    put(tmp_path, "2024-02", "CHN,FRA,export,2022,280530,7,HS17,reconciled", header=header)
    assert [(partner, mass) for _, partner, _, mass, _ in rows(tmp_path)] == [
        ("FRA", 7),
        ("JPN", 5),
    ]


def day(folder: Path, number: int, *rows: str, header: str = HEADER) -> str:
    """Load rows of a file that says no release, made on a day; the id of the load."""
    (folder / "mapping.yaml").write_text(MAPPING)
    file = folder / "in.csv"
    file.write_text("\n".join([header, *rows, ""]))
    stamp = 1_700_000_000 + number * 86_400
    os.utime(file, (stamp, stamp))
    (one,) = load(file, folder / "store", mapping=folder / "mapping.yaml").loads
    assert one.release_from == "file_day"
    return one.id


def masses(folder: Path, engine: Engine) -> list[tuple[str, int]]:
    """The current partners with their masses, on an engine; one of DuckDB is of one store."""
    here = opened("duckdb") if engine.name == "duckdb" else engine
    selected = current(Store(folder / "store"))
    rows = here.arrow(selected.table(here)).to_pylist()
    return sorted((row["partner"], int(row["mass_kg"])) for row in rows)


def to(partner: str, mass: int) -> str:
    """A row: so much to a partner."""
    return f"CHN,{partner},export,2022,284690,{mass}"


JPN, VNM, AUS = to("JPN", 1), to("VNM", 2), to("AUS", 3)


def test_a_narrower_download_without_a_release_replaces_only_the_partners_that_it_names(
    tmp_path: Path, engine: Engine
) -> None:
    wide = day(tmp_path, 1, JPN, VNM, AUS)
    day(tmp_path, 2, to("AUS", 30))
    assert masses(tmp_path, engine) == [("AUS", 30), ("JPN", 1), ("VNM", 2)]
    (row,) = current(Store(tmp_path / "store")).superseded.to_pylist()
    assert (row["load"], row["partner"]) == (wide, "AUS")


def test_a_release_that_is_stated_replaces_whole_slices_also_those_of_a_day(
    tmp_path: Path, engine: Engine
) -> None:
    day(tmp_path, 1, JPN, VNM, JPN.replace("284690", "280530"))
    put(tmp_path, "2030", AUS)
    assert masses(tmp_path, engine) == [("AUS", 3), ("JPN", 1)]


def test_a_day_replaces_partners_of_a_release_that_was_stated(
    tmp_path: Path, engine: Engine
) -> None:
    put(tmp_path, "2001", JPN, VNM, "CHN,JPN,export,2021,284690,9")
    day(tmp_path, 2, AUS, to("VNM", 20), "CHN,JPN,export,2020,284690,8")
    assert masses(tmp_path, engine) == [("AUS", 3), ("JPN", 1), ("JPN", 8), ("JPN", 9), ("VNM", 20)]


def test_three_downloads_and_a_release_between_them(tmp_path: Path, engine: Engine) -> None:
    day(tmp_path, 1, JPN, VNM, AUS)
    put(tmp_path, "2023-11-16", to("JPN", 10), to("AUS", 30))
    day(tmp_path, 3, to("AUS", 31), to("VNM", 20))
    assert masses(tmp_path, engine) == [("AUS", 31), ("JPN", 10), ("VNM", 20)]


def test_a_year_of_which_every_row_is_replaced_partner_by_partner_is_not_read(
    tmp_path: Path,
) -> None:
    day(tmp_path, 1, JPN, VNM)
    new = day(tmp_path, 2, to("JPN", 10), to("VNM", 20), AUS)
    found = current(Store(tmp_path / "store"))
    assert ([one.id for one in found.loads], len(found.superseded)) == ([new], 0)


def test_a_part_of_a_reconciled_table_without_a_release_leaves_the_rest(
    tmp_path: Path, engine: Engine
) -> None:
    header = f"{HEADER},basis"
    put(tmp_path, "2001", *(f"{row},reconciled" for row in (JPN, VNM, AUS)), header=header)
    day(tmp_path, 2, to("AUS", 30) + ",reconciled", header=header)
    assert masses(tmp_path, engine) == [("AUS", 30), ("JPN", 1), ("VNM", 2)]
    put(tmp_path, "2030", f"{JPN},reconciled", header=header)
    assert masses(tmp_path, engine) == [("JPN", 1)]


def test_a_month_of_a_reconciled_table_replaces_that_month_alone(
    tmp_path: Path, engine: Engine
) -> None:
    header = f"{HEADER},basis"
    months = [f"CHN,JPN,export,2022-0{n},284690,{n},reconciled" for n in (1, 2)]
    put(tmp_path, "1", *months, header=header)
    put(tmp_path, "2", "CHN,DEU,export,2022-02,284690,20,reconciled", header=header)
    assert masses(tmp_path, engine) == [("DEU", 20), ("JPN", 1)]
