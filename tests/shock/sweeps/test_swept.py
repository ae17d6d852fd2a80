from __future__ import annotations

import io
from typing import TYPE_CHECKING

import jsonschema
import numpy as np
import openpyxl
import pytest
import xarray as xr

from monazite.facts.workbooks import workbook
from monazite.shock.results.documents import document, schema
from monazite.shock.sweeps.labelled import banded
from monazite.shock.sweeps.swept import Swept, swept
from monazite.shock.sweeps.table import columns, rows, sheets, table
from support.shock_sweeps import COLUMNS, GRID, PATHS, kept, manifest

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.sweeps.sweep import Sweep


@pytest.fixture
def run(tmp_path: Path) -> Sweep:
    return kept(tmp_path)


@pytest.fixture
def found(run: Sweep) -> Swept:
    return swept(run)


def test_every_variation_has_every_figure(found: Swept) -> None:
    assert [tuple(one.values.values()) for one in found.variations] == list(GRID)
    assert all(list(one.figures) == list(COLUMNS) for one in found.variations)
    middles = [one.figures["lost"].p50 for one in found.variations]
    assert middles == sorted(middles, key=float)  # type: ignore[arg-type]


def test_what_no_draw_has_is_null(found: Swept) -> None:
    figure = found.variations[-1].figures["first_halt"]
    assert (figure.p5, figure.p50, figure.p95, figure.draws) == (None, None, None, 0)


def test_the_document_keeps_its_schema(found: Swept) -> None:
    made = document(found)
    jsonschema.validate(made, schema("swept"))
    assert made["variations"][0]["values"] == dict(zip(PATHS, GRID[0], strict=True))
    assert made["assumed"][0]["parameter"] == "rerouting"
    assert made["sweep"] == manifest().sweep


def test_the_table_has_a_row_for_each_figure_of_each_variation(found: Swept) -> None:
    made = table(found)
    assert made.column_names == list(columns(found))
    assert made.num_rows == len(GRID) * len(COLUMNS)
    assert made["p50"].null_count == 1
    assert made.schema.metadata[b"sweep"] == found.sweep.encode()
    assert list(rows(found))[1]["figure"] == "lost/DEU"


def test_the_workbook_has_it_with_what_it_rests_on(found: Swept) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(sheets(found))))
    assert book.sheetnames == ["variations", "about", "assumed"]
    assert [cell.value for cell in book["variations"][1]] == list(columns(found))
    assert book["variations"].max_row == 1 + len(GRID) * len(COLUMNS)
    assert {row[0].value for row in book["about"].rows} >= {"sweep", "parameters_hash", "draws"}


def test_the_netcdf_has_percentiles_by_variation(run: Sweep, tmp_path: Path) -> None:
    banded(run, run.names).to_netcdf(tmp_path / "a.nc", engine="scipy")
    with xr.open_dataset(tmp_path / "a.nc", engine="scipy") as made:
        assert made["lost"].dims == ("variation", "percentile")
        assert made["percentile"].values.tolist() == [5, 50, 95]
        assert made["first_halt_known"].values.tolist() == [100] * 5 + [0]
        assert np.isnan(made["first_halt"].values[-1]).all()
        assert made["friction[0].throughput"].values.tolist() == [0.1, 0.1, 0.5, 0.5, 0.9, 0.9]
