from __future__ import annotations

import numpy as np

from monazite.watch.targeting.features.cells import Cells
from monazite.watch.targeting.features.features import Feature, learned
from monazite.watch.targeting.settings import Settings
from monazite.watch.targeting.table.outcomes import outcomes
from monazite.watch.targeting.table.reading import read
from monazite.watch.targeting.table.schema import schema
from support.watch_declarations import Columns, declarations, rows_of

COLUMNS = declarations(600, 2)


def cells(columns: Columns) -> Cells:
    table = read(columns)
    return Cells(table, schema(read(COLUMNS), "Outcome", "Date"))


def found(columns: Columns) -> np.ndarray:
    return outcomes(read(columns), "Outcome").found["any"]


def test_a_row_is_the_same_whatever_stands_beside_it() -> None:
    features, _ = learned(cells(COLUMNS), found(COLUMNS), Settings())
    other = declarations(300, 3)
    whole, _ = features.of(cells(other))
    some = np.array([5, 250, 17])
    part, _ = features.of(cells(rows_of(other, some)))
    np.testing.assert_array_equal(part, whole[some])


def test_the_rows_of_the_past_do_not_know_what_came_later() -> None:
    _, whole = learned(cells(COLUMNS), found(COLUMNS), Settings())
    changed = dict(COLUMNS)
    changed["Outcome"] = [*COLUMNS["Outcome"][:400], *(1 for _ in range(200))]
    features, other = learned(cells(changed), found(changed), Settings())
    seen = [n for n, one in enumerate(features.names) if one.kind == "seen"]
    day = cells(COLUMNS).days
    early = day < day[400]
    np.testing.assert_array_equal(whole[early][:, seen], other[early][:, seen])
    at = features.names.index(Feature("Exporter", "risk"))
    rate, after = found(COLUMNS).mean(), found(changed).mean()
    n = np.expm1(whole[early, features.names.index(Feature("Exporter", "seen"))].astype(float))
    # Only the rate of all differs, which every row shares.
    moved = (other - whole)[early, at]
    np.testing.assert_allclose(moved, 10 * (after - rate) / (n + 10), atol=1e-5)


def test_what_a_table_allows_is_what_is_told() -> None:
    features, rows = learned(cells(COLUMNS), found(COLUMNS), Settings())
    assert rows.shape == (600, len(features.names))
    names = {one.what for one in features.names}
    assert {"HS Code × Destination", "HS Code:first2", "unit value", "Exporter × Destination",
            "declared name", "HS Code × Item Price:size"} <= names  # fmt: skip
    assert "Declaration ID" not in names
    assert "density" not in names


def test_without_a_code_categories_are_paired_with_each_other() -> None:
    columns = {name: values for name, values in COLUMNS.items() if name != "HS Code"}
    made = Cells(read(columns), schema(read(columns), "Outcome", "Date"))
    features, _ = learned(made, found(COLUMNS), Settings())
    names = {one.what for one in features.names}
    assert {"Exporter × Destination", "Exporter × Office", "Destination × Office"} <= names
    assert "unit value" in names


def test_density_is_told_where_there_is_a_volume() -> None:
    chance = np.random.default_rng(1)
    mass = np.array(COLUMNS["Net Mass"], dtype=float)
    columns = COLUMNS | {"Volume": (mass / 7 * chance.lognormal(0, 0.1, 600)).tolist()}
    columns["Volume"][3] = float(mass[3])
    made = Cells(read(columns), schema(read(columns), "Outcome", "Date"))
    features, rows = learned(made, found(columns), Settings())
    z = rows[:, features.names.index(Feature("density", "usual"))]
    assert np.argmax(-z) == 3
