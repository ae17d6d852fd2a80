"""An outcome as a table: a number a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from monazite.shock.results.of_run import outcome
from monazite.shock.results.table import COLUMNS, KEYS, UNITS, rows, table, write_parquet
from support.shock_cases import case, known, seen, short_of_stocks

if TYPE_CHECKING:
    from pathlib import Path


def _nobody(_: int) -> None:
    """Nobody is told."""


FOUND = {
    name: seen(outcome(case(name), short_of_stocks(), 3, 1, _nobody), "2025-03", 88.0)
    for name in ("stop", "licences", "ways round")
}


def test_every_quantity_is_there_with_its_unit() -> None:
    seen = {(row["quantity"], row["unit"]) for each in FOUND.values() for row in rows(each)}
    assert seen == set(UNITS.items())


def test_every_number_is_told_apart_by_its_keys() -> None:
    for found in FOUND.values():
        keys = [(row["quantity"], *(row[key] for key in KEYS)) for row in rows(found)]
        assert len(keys) == len(set(keys))


def test_a_row_has_a_band_or_a_value() -> None:
    for row in rows(FOUND["stop"]):
        assert tuple(row) == COLUMNS
        banded = [row[name] is not None for name in ("p5", "p50", "p95")]
        assert all(banded) != (row["value"] is not None), row
        assert any(banded) == all(banded)


def test_sums_of_losses_are_named() -> None:
    lost = {
        (row["sector"], row["country"]): row["p50"]
        for row in rows(FOUND["stop"])
        if row["quantity"] == "lost"
    }
    assert lost["all", "all"] == known(FOUND["stop"].losses[-1].lost_musd).p50
    assert ("all", "C01") in lost
    assert ("wind", "all") in lost


def test_parquet_keeps_the_rows_and_says_of_which_run(tmp_path: Path) -> None:
    found = FOUND["stop"]
    write_parquet(found, tmp_path / "stop.parquet")
    read = pq.read_table(tmp_path / "stop.parquet")
    assert read.equals(table(found))
    assert read.to_pylist() == list(rows(found))
    about = {name.decode(): value.decode() for name, value in read.schema.metadata.items()}
    assert about["parameters_hash"] == found.parameters_hash
    assert (about["scenario"], about["draws"], about["seed"]) == ("stop", "3", "1")
    assert "triage" in about["assumed"]
