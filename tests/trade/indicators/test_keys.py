from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pyarrow as pa

from monazite.trade.indicators.keys import (
    by_commodity,
    production_by_code,
    production_by_commodity,
)
from support.indicator_tables import answer, one
from support.trade_tables import cell_table

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from monazite.trade.flows.engine import Engine

PAIRS = [
    ("Graphite", "250410"), ("Graphite", "250490"), ("Gallium", "811291"), ("Indium", "811291"),
]  # fmt: skip
MADE = [
    ("Graphite", "CHN", 1.5, "t"), ("Graphite", "CHN", 0.5, "t"), ("Graphite", "DEU", 1.0, "t"),
    ("Gallium", "CHN", 900.0, "kg"), ("Diamonds", "BWA", 5.0, "ct"),
]  # fmt: skip


def materials(engine: Engine) -> ir.Table:
    names, codes = zip(*PAIRS, strict=True)
    return engine.table(pa.table({"commodity": names, "code": codes}))


def made(engine: Engine) -> ir.Table:
    names, iso3, quantity, unit = zip(*MADE, strict=True)
    years = pa.array([2022] * len(MADE), pa.int32())
    return engine.table(
        pa.table(
            {"commodity": names, "iso3": iso3, "year": years, "quantity": quantity, "unit": unit}
        )
    )


def test_codes_of_one_commodity_are_added_up_partner_by_partner(engine: Engine) -> None:
    cells = cell_table(engine, [
        {"code": "250410", "mass_kg": 1, "value_usd": 10},
        {"code": "250490", "mass_kg": "0.000001", "value_usd": 5},
        {"code": "250490", "exporter": "MOZ", "mass_kg": None, "value_usd": 7},
        {"code": "284690", "mass_kg": 100, "value_usd": 1},
    ])  # fmt: skip
    found = answer(engine, by_commodity(cells, materials(engine)))
    assert {row["code"] for row in found} == {"Graphite"}
    china = one(found, exporter="CHN")
    assert (china["mass_kg"], china["value_usd"]) == (Decimal("1.000001"), Decimal(15))
    mozambique = one(found, exporter="MOZ")
    assert (mozambique["mass_kg"], mozambique["value_with_mass_usd"]) == (None, None)


def test_a_code_of_two_elements_counts_in_both(engine: Engine) -> None:
    cells = cell_table(engine, [{"code": "811291", "mass_kg": 3}])
    found = answer(engine, by_commodity(cells, materials(engine)))
    assert [(row["code"], row["mass_kg"]) for row in found] == [("Gallium", 3), ("Indium", 3)]


def test_production_is_in_kilograms_and_carats_are_none(engine: Engine) -> None:
    found = answer(engine, production_by_commodity(made(engine)))
    assert {(row["code"], row["iso3"]): row["mass_kg"] for row in found} == {
        ("Graphite", "CHN"): 2000.0, ("Graphite", "DEU"): 1000.0, ("Gallium", "CHN"): 900.0,
    }  # fmt: skip


def test_every_code_of_a_commodity_has_its_whole_production_but_a_mixed_code_has_none(
    engine: Engine,
) -> None:
    found = answer(engine, production_by_code(made(engine), materials(engine)))
    assert {(row["code"], row["iso3"]): row["mass_kg"] for row in found} == {
        ("250410", "CHN"): 2000.0, ("250410", "DEU"): 1000.0,
        ("250490", "CHN"): 2000.0, ("250490", "DEU"): 1000.0,
    }  # fmt: skip
