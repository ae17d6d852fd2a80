"""Files of which the store holds every flow: what became of their other rows is still told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.flows.store import REJECTS, Store
from support.mapped import put

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "year,code,to,kg\n2022,284690,JPN,5\n2022,280530,JPN,x\n2022,28,JPN,1\n"


def test_the_same_file_again_tells_what_became_of_its_rows_the_first_time(tmp_path: Path) -> None:
    (first,) = put(tmp_path, TEXT).loads
    report = put(tmp_path, TEXT)
    (one,) = report.already
    assert (report.loads, one.files, one.load) == ((), ("in.csv",), first.id)
    assert (one.rejected, one.set_aside) == (1, 1)
    assert one.reasons == {"heading": 1, "not_a_number": 1}
    side = Store(tmp_path / "store").folder(first.id) / REJECTS
    assert report.side_files == (side,)
    assert report.document()["already"][0] == {
        "files": ["in.csv"], "load": first.id, "rejected": 1, "set_aside": 1,
        "reasons": {"heading": 1, "not_a_number": 1}, "notes": {"value_missing": 1}, "side_file": str(side),
    }  # fmt: skip


def test_a_file_without_odd_rows_has_no_side_file(tmp_path: Path) -> None:
    text = "year,code,to,kg\n2022,284690,JPN,5\n"
    put(tmp_path, text)
    report = put(tmp_path, text)
    assert (report.already[0].rejected, report.side_files) == (0, ())


def test_rows_that_are_held_tell_what_this_reading_rejected_and_where(tmp_path: Path) -> None:
    put(tmp_path, "year,code,to,kg\n2022,284690,JPN,5\n")
    report = put(tmp_path, TEXT)
    (one,) = report.already
    assert (report.loads, report.unchanged, one.load) == ((), ("in.csv",), None)
    assert (one.rejected, one.set_aside) == (1, 2)
    assert one.reasons == {"already_loaded": 1, "heading": 1, "not_a_number": 1}
    (side,) = report.side_files
    assert side.parent == tmp_path / "store" / "rejects"
    assert "not_a_number" in side.read_text("utf-8")
    assert len(Store(tmp_path / "store").loads()) == 1


def test_rows_that_are_held_and_nothing_else_leave_no_side_file(tmp_path: Path) -> None:
    put(tmp_path, "year,code,to,kg\n2022,284690,JPN,5\n")
    report = put(tmp_path, "year,code,to,kg\n2022,284690,JPN,5.0\n")
    assert (report.already[0].reasons, report.side_files) == ({"already_loaded": 1}, ())
    assert not (tmp_path / "store" / "rejects").exists()
