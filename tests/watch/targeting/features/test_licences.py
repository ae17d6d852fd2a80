from __future__ import annotations

import numpy as np
import pytest

from monazite.watch.targeting.features.licences import mismatches
from monazite.watch.targeting.table.cells import days
from monazite.watch.targeting.table.reading import read
from monazite.watch.targeting.table.schema import schema

GOOD: dict[str, object] = {
    "Date": "2025-04-04", "Outcome": 0, "Exporter": "A", "Destination": "JP", "HS Code": "850511",
    "Net Mass": 10, "Licence": "L1", "Licence Balance": 20, "Licence Holder": "a",
    "Licence Destination": "JP", "Licence Code": "85051190", "Licence End": "2025-12-31",
}  # fmt: skip


def found(**changed: object) -> dict[str, float]:
    row = {**GOOD, **{name.replace("_", " "): value for name, value in changed.items()}}
    table, usual = (read({name: [value] for name, value in one.items()}) for one in (row, GOOD))
    made = mismatches(table, schema(usual, "Outcome", "Date"), days(table, "Date"))
    return {name: float(values[0]) for name, values in made.items()}


def test_a_licence_that_covers_the_goods_has_nothing_wrong() -> None:
    assert found() == {
        "no_licence": 0.0, "overdrawn": 0.5, "other_holder": 0.0, "other_place": 0.0,
        "other_goods": 0.0, "ended": 0.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value", "wrong", "figure"),
    [
        ("Licence", None, "no_licence", 1.0),
        ("Licence_Balance", 5, "overdrawn", 2.0),
        ("Licence_Holder", "B", "other_holder", 1.0),
        ("Licence_Destination", "KR", "other_place", 1.0),
        ("Licence_Code", "284690", "other_goods", 1.0),
        ("Licence_End", "2025-04-03", "ended", 1.0),
    ],
)
def test_each_thing_that_is_wrong_is_told(
    column: str, value: object, wrong: str, figure: float
) -> None:
    assert found(**{column: value})[wrong] == figure


@pytest.mark.parametrize("column", ["Licence_Balance", "Licence_Holder", "Licence_End"])
def test_what_the_row_does_not_say_is_not_wrong(column: str) -> None:
    wrong = {"Licence_Balance": "overdrawn", "Licence_Holder": "other_holder",
             "Licence_End": "ended"}[column]  # fmt: skip
    assert np.isnan(found(**{column: None})[wrong])
