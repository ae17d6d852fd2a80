from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.shock.runs.bands import bands
from support.shock_sweeps import COLUMNS, GRID, PATHS, kept, manifest, numbers

if TYPE_CHECKING:
    from pathlib import Path

    from monazite.shock.sweeps.sweep import Sweep


@pytest.fixture
def found(tmp_path: Path) -> Sweep:
    return kept(tmp_path)


def test_a_column_has_every_scenario_in_order(found: Sweep) -> None:
    assert found.manifest.plan.chunks == 6
    for name, column in zip(COLUMNS, numbers(manifest()), strict=True):
        assert np.array_equal(found.column(name), column, equal_nan=True)


def test_variations_are_cut_where_chunks_are_not(tmp_path: Path) -> None:
    found = kept(tmp_path, manifest(draws=150, chunk=64))
    rows = list(found.by_variation(["lost", "stopped"]))
    assert len(rows) == 6
    assert np.array_equal(np.concatenate([row["lost"] for row in rows]), found.column("lost"))
    assert {len(row["stopped"]) for row in rows} == {150}


def test_bands_are_over_the_draws_of_a_variation(found: Sweep) -> None:
    made = found.bands(["lost", "first_halt"])
    alone = bands(found.column("lost")[200:300])
    assert [float(each[2]) for each in made["lost"]] == [float(each) for each in alone]
    assert made["first_halt"].known.tolist() == [100] * 5 + [0]
    assert np.isnan(made["first_halt"].p50[-1])


def test_the_table_has_a_row_for_each_scenario(found: Sweep) -> None:
    table = found.table(["lost", "first_halt"])
    assert table.column_names == ["scenario", "variation", "draw", "lost", "first_halt"]
    assert table.slice(101, 1).to_pylist()[0] | {"lost": 0, "first_halt": 0} == {
        "scenario": 101, "variation": 1, "draw": 1, "lost": 0, "first_halt": 0,
    }  # fmt: skip
    assert table["first_halt"].null_count == 100
    assert found.table().num_columns == 3 + len(COLUMNS)


def test_labelled_arrays_say_what_varies(found: Sweep) -> None:
    made = found.dataset(["lost"])
    assert made["lost"].dims == ("variation", "draw")
    assert made["lost"].attrs == {"units": "million US$"}
    assert made[PATHS[0]].values.tolist() == [0.1, 0.1, 0.5, 0.5, 0.9, 0.9]
    assert made.attrs["assumed"] == "rerouting"
    assert float(made["lost"][1, 1]) == found.column("lost")[101]
    assert set(found.dataset().data_vars) == set(COLUMNS)


def test_what_varies_is_said_path_by_path(found: Sweep) -> None:
    assert found.variations[1] == dict(zip(PATHS, GRID[1], strict=True))
    assert found.missing == 0


def test_a_column_that_is_not_there_is_refused_with_those_that_are(found: Sweep) -> None:
    with pytest.raises(InputError, match="lost/DEU") as error:
        found.column("lost/FRA")
    assert error.value.field == "column"


def test_a_folder_with_a_gap_says_so(tmp_path: Path) -> None:
    found = kept(tmp_path, without=3)
    assert found.missing == 100
    with pytest.raises(InputError, match=r"000003\.parquet"):
        found.bands(["lost"])


def test_no_more_is_read_at_once_than_is_needed(found: Sweep) -> None:
    rows = found.by_variation(["lost"])
    next(rows)
    # Only the first chunk was needed: the others may be gone.
    for file in sorted((found.path / "chunks").iterdir())[1:]:
        file.unlink()
    with pytest.raises(InputError):
        next(rows)
