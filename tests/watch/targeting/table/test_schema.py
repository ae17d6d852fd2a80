from __future__ import annotations

import numpy as np
import pytest

from monazite.errors import InputError
from monazite.watch.targeting.table.outcomes import ANY, outcomes
from monazite.watch.targeting.table.reading import read
from monazite.watch.targeting.table.schema import schema
from support.watch_declarations import declarations

TABLE = read(declarations(400, 1))


def why(name: str, **more: object) -> str:
    columns = declarations(400, 1) | {key: list(value) for key, value in more.items()}  # type: ignore[call-overload]
    table = read(columns)
    found = outcomes(table, "Outcome").found[ANY]
    made = schema(table, "Outcome", "Date", found=found)
    return next(one.why or one.kind for one in made.columns if one.name == name)


def test_columns_are_categories_numbers_or_left_out() -> None:
    made = schema(TABLE, "Outcome", "Date", ["Office"])
    assert made.of_kind("category") == ["Exporter", "HS Code", "Destination"]
    assert made.of_kind("number") == ["Net Mass", "Item Price"]
    assert {one.name: one.why for one in made.columns if one.why} == {
        "Declaration ID": "identifier", "Office": "asked",
    }  # fmt: skip
    assert made.with_role("mass") == "Net Mass"
    assert made.with_role("importer") is None


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([f"case {n}" for n in range(400)], "identifier"),
        ([10_000 + n for n in range(400)], "identifier"),
        ([n + 0.5 for n in range(400)], "number"),
        ([n % 7 for n in range(400)], "category"),
        ([n % 90 for n in range(400)], "number"),
        (["x"] * 400, "one_value"),
        ([None] * 400, "empty"),
    ],
)
def test_a_column_without_a_role_is_told_by_what_it_holds(values: list[object], kind: str) -> None:
    assert why("Other", Other=values) == kind


def test_a_column_that_gives_the_outcome_away_is_left_out() -> None:
    labels = declarations(400, 1)["Outcome"]
    assert why("Fine", Fine=[100 if one else 0 for one in labels]) == "tells_outcome"
    assert why("Paid", Paid=[900.5 + n if one else n * 0.1 for n, one in enumerate(labels)]) == (
        "tells_outcome"
    )
    assert why("Seizure", Seizure=[1] * 400) == "outcome"
    noise = np.random.default_rng(1).integers(0, 2, 400).tolist()
    assert why("Flag", Flag=noise) == "category"


def test_a_column_that_is_asked_for_and_not_there_is_refused() -> None:
    for field, words in (
        ("label", ("Result", "Date", [])), ("time", ("Outcome", "Day", [])),
        ("ignore", ("Outcome", "Date", ["Colour"])),
    ):  # fmt: skip
        with pytest.raises(InputError) as caught:
            schema(TABLE, *words)
        assert caught.value.field == field


def test_a_table_without_anything_to_learn_from_is_refused() -> None:
    names = [name for name in TABLE.columns if name not in ("Outcome", "Date")]
    with pytest.raises(InputError, match="learn from"):
        schema(TABLE, "Outcome", "Date", names)


def test_a_table_of_another_schema_is_refused_by_the_names_it_lacks() -> None:
    made = schema(TABLE, "Outcome", "Date")
    with pytest.raises(InputError, match="without Exporter, Net Mass"):
        made.check(read({k: list(v) for k, v in declarations(5, 1).items()
                         if k not in ("Exporter", "Net Mass")}))  # fmt: skip
