from __future__ import annotations

from typing import Any

import pyarrow as pa

from monazite.trade import notes
from monazite.trade.flows.answer import Answer
from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.holdings import holdings

ENGINE = engine_of("duckdb")


def read(**columns: Any) -> dict[str, dict[str, str]]:
    return {note.code: dict(note.values) for note in notes.of(pa.table(columns))}


def test_one_reading_is_named_and_several_are_warned_of() -> None:
    one = {"source": ["baci"], "nomenclature": ["HS92"], "side": ["reconciled"]}
    two = {
        "source": ["baci", "comtrade"],
        "nomenclature": ["HS92", "HS17"],
        "side": ["reconciled", "importer"],
    }
    assert read(**one) == {"one_reading": {"readings": "baci HS92 (reconciled)"}}
    assert read(**two) == {
        "several_readings": {"readings": "baci HS92 (reconciled), comtrade HS17 (importer)"},
        "one_sided_readings": {},
    }


def test_parts_of_years_and_unknown_masses_are_counted() -> None:
    assert read(months=[12, 5, 2], mass_kg=[1, None, None], value_usd=[1, 2, 3]) == {
        "part_years": {"rows": "2"},
        "mass_unknown": {"rows": "2", "of": "3"},
    }


def test_a_whole_answer_has_nothing_to_say() -> None:
    assert read(months=[12], mass_kg=[1], value_usd=[1]) == {}
    assert notes.of(pa.table({"months": pa.array([], pa.int64())})) == ()


def test_an_empty_answer_says_whether_the_code_or_the_question_is_missing() -> None:
    nothing = pa.table({"code": pa.array([], pa.string())})
    schema = {"source": ["baci"], "nomenclature": ["HS92"], "code": ["284690"], "year": [2020]}
    flows = ENGINE.table(pa.table({**schema, "value_usd": [1], "mass_kg": [1]}))
    held = Answer("", holdings(flows), ENGINE)
    none = Answer("", holdings(flows.filter(flows.code == "850511")), ENGINE)
    assert notes.empty(nothing, none, ("850511",))[0].code == "code_absent"
    (narrow,) = notes.empty(nothing, held, ("284690",))
    assert (narrow.code, dict(narrow.values)["years"]) == ("nothing_for_that", "2020")
    assert notes.empty(pa.table({"code": ["284690"]}), held, ("284690",)) == ()


def test_months_that_are_not_counted_are_said() -> None:
    assert notes.left_out(pa.table({"code": pa.array([], pa.string())})) == ()
    (note,) = notes.left_out(pa.table({"code": ["284690"]}))
    assert note.say("en").startswith("Flows left out: 1.")
