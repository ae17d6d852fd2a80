"""What a load says that it has replaced."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from monazite.trade.flows.engine import engine
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import Store
from monazite.trade.reading.load import load
from support.mapped import MAPPING, put
from support.publishers import baci, comtrade

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg\n"


def test_a_load_tells_how_many_flows_of_which_loads_it_replaced(tmp_path: Path) -> None:
    text = HEADER + "2022,284690,JPN,5\n2022,284690,DEU,6\n2022,280530,JPN,7\n2021,284690,JPN,8\n"
    (old,) = put(tmp_path, text).loads
    report = put(tmp_path, HEADER + "2022,284690,JPN,50\n", vintage="2")
    assert (report.replaced, report.replaced_rows) == (((old.id, 2),), 2)
    assert report.document()["replaced_rows"] == 2
    assert report.document()["replaced"] == [{"load": old.id, "rows": 2}]


def test_a_load_that_is_replaced_whole_counts_all_of_its_rows_once(tmp_path: Path) -> None:
    (old,) = put(tmp_path, HEADER + "2022,284690,JPN,5\n2022,284690,DEU,6\n").loads
    assert put(tmp_path, HEADER + "2022,284690,JPN,50\n", vintage="2").replaced == ((old.id, 2),)
    (second,) = put(tmp_path, HEADER + "2022,284690,JPN,51\n", vintage="3").replaced
    assert second[1] == 1


def test_a_first_load_an_older_one_and_other_slices_replace_nothing(tmp_path: Path) -> None:
    assert put(tmp_path, HEADER + "2022,284690,JPN,5\n", vintage="2").replaced == ()
    assert put(tmp_path, HEADER + "2022,284690,JPN,4\n").replaced == ()
    assert put(tmp_path, HEADER + "2022,280530,JPN,4\n", vintage="3").replaced == ()


def test_a_query_for_one_partner_leaves_the_partners_of_a_wider_one(tmp_path: Path) -> None:
    wide = [
        comtrade.record(partnerCode=partner, flowCode="X", netWgt=mass)
        for partner, mass in ((392, 5.0), (704, 6.0), (36, 7.0))
    ]
    for number, rows in enumerate((wide, [{**wide[2], "netWgt": 70.0}])):
        file = tmp_path / f"TradeData_{number}.csv"
        file.write_bytes(comtrade.as_csv(rows))
        day = 1_700_000_000 + number * 86_400
        os.utime(file, (day, day))
        report = load(file, tmp_path / "store")
    assert (report.loads[0].release_from, report.replaced_rows) == ("file_day", 1)
    duck = engine("duckdb")
    rows = duck.arrow(current(Store(tmp_path / "store")).table(duck)).to_pylist()
    assert sorted((row["partner"], int(row["mass_kg"])) for row in rows) == [
        ("AUS", 70), ("JPN", 5), ("VNM", 6),
    ]  # fmt: skip


def test_a_record_tells_who_names_its_release(tmp_path: Path) -> None:
    folder = baci.write(tmp_path / "baci")
    assert load(folder, tmp_path / "a").loads[0].release_from == "publisher"
    assert load(folder, tmp_path / "b", vintage="2").loads[0].release_from == "caller"
    (tmp_path / "mine.yaml").write_text(MAPPING.replace("{given: true}", "2024-05"))
    (tmp_path / "in.csv").write_text(HEADER + "2022,284690,JPN,5\n")
    (one,) = load(tmp_path / "in.csv", tmp_path / "c", mapping=tmp_path / "mine.yaml").loads
    assert (one.vintage, one.release_from) == ("2024-05", "caller")
