"""Files of one release that are loaded one after the other and overlap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from monazite.errors import InputError
from monazite.trade.flows.store import Store
from monazite.trade.reading.load import load
from support.mapped import put
from support.publishers import comtrade
from support.publishers.loading import flows

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "year,code,to,kg\n"


def test_rows_that_the_store_holds_are_set_aside_and_new_ones_are_taken(tmp_path: Path) -> None:
    first = put(tmp_path, HEADER + "2022,284690,JPN,5\n2021,284690,JPN,4\n").loads[0]
    report = put(tmp_path, HEADER + "2022,284690,JPN,5.000\n2022,284690,DEU,6\n")
    (one,) = report.loads
    assert (one.accepted, one.set_aside, one.rejected) == (1, 1, 0)
    assert one.reasons == {"already_loaded": 1}
    side = (Store(tmp_path / "store").folder(one.id) / "rejects.csv").read_text("utf-8")
    assert first.id in side
    assert {(row["period"], row["partner"]) for row in flows(tmp_path / "store")} == {
        ("2021", "JPN"), ("2022", "JPN"), ("2022", "DEU"),
    }  # fmt: skip
    assert len(flows(tmp_path / "store")) == 3


def test_a_row_that_contradicts_the_same_release_is_rejected(tmp_path: Path) -> None:
    put(tmp_path, HEADER + "2022,284690,JPN,5\n")
    (one,) = put(tmp_path, HEADER + "2022,284690,JPN,7\n2022,284690,DEU,6\n").loads
    assert (one.accepted, one.rejected, one.reasons) == (1, 1, {"conflicts_with_loaded": 1})


def test_a_missing_mass_is_not_the_same_as_a_known_one(tmp_path: Path) -> None:
    usd, header = "value: usd\n", "year,code,to,kg,usd\n"
    put(tmp_path, header + "2022,284690,JPN,,7\n2022,280530,JPN,,8\n", usd)
    (one,) = put(
        tmp_path, header + "2022,284690,JPN,5,7\n2022,280530,JPN,,8\n2022,811292,JPN,1,1\n", usd
    ).loads
    assert one.reasons == {"conflicts_with_loaded": 1, "already_loaded": 1}


def test_another_release_may_say_something_else(tmp_path: Path) -> None:
    put(tmp_path, HEADER + "2022,284690,JPN,5\n")
    (one,) = put(tmp_path, HEADER + "2022,284690,JPN,7\n", vintage="2").loads
    assert (one.accepted, one.reasons) == (1, {})


def test_where_nothing_is_new_nothing_is_stored(tmp_path: Path) -> None:
    put(tmp_path, HEADER + "2022,284690,JPN,5\n")
    report = put(tmp_path, HEADER + "2022,284690,JPN,5.0\n")
    assert (report.loads, report.unchanged) == ((), ("in.csv",))
    assert len(Store(tmp_path / "store").loads()) == 1


def test_where_all_contradicts_nothing_is_stored_and_it_is_an_error(tmp_path: Path) -> None:
    put(tmp_path, HEADER + "2022,284690,JPN,5\n")
    with pytest.raises(InputError, match="conflicts_with_loaded in 1"):
        put(tmp_path, HEADER + "2022,284690,JPN,6\n")


def test_rows_that_parts_tell_apart_are_compared_as_sums(tmp_path: Path) -> None:
    header, parts = "year,code,to,kg,mode\n", "parts: [mode]\n"
    put(
        tmp_path,
        header + "2022,284690,JPN,5,sea\n2022,284690,JPN,2,air\n2022,280530,JPN,1,air\n",
        parts,
    )
    (one,) = put(
        tmp_path,
        header
        + "2022,284690,JPN,3,sea\n2022,284690,JPN,4,air\n2022,280530,JPN,9,air\n2022,811292,JPN,1,air\n",
        parts,
    ).loads
    assert one.reasons == {"already_loaded": 2, "conflicts_with_loaded": 1}
    assert one.accepted == 1


def test_two_layouts_of_one_call_are_compared_too(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    rows = [
        comtrade.record(partnerCode=392, flowCode="X", netWgt=5.0, primaryValue=7.0, fobvalue=7.0)
    ]
    (folder / "a.json").write_bytes(comtrade.as_json(rows))
    (folder / "b.csv").write_bytes(comtrade.as_csv(rows))
    report = load(folder, tmp_path / "store", vintage="2024-06")
    assert (report.accepted, report.unchanged) == (1, ("b.csv",))
