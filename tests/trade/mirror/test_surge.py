from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from monazite.trade.mirror.surge import surges
from support.trade_tables import cell_table

if TYPE_CHECKING:
    from monazite.trade.flows.engine import Engine

EU = ("DEU", "FRA")


def imports(year: int, kg: float | None, usd: float, **more: Any) -> dict[str, Any]:
    return {
        "source": "comext", "nomenclature": "HS22", "side": "importer", "exporter": "CHN", "importer": "DEU", "code": "850511",
        "year": year, "mass_kg": kg, "value_usd": usd,
    } | more  # fmt: skip


def answer(
    engine: Engine, rows: list[dict[str, Any]], produced: dict[str, bool] | None = None
) -> list[dict[str, Any]]:
    known = {"850511": True} if produced is None else produced
    found = surges(cell_table(engine, rows), EU, 2024, 2025, usd_per_eur=1.1, produced=known)
    answered: list[dict[str, Any]] = engine.arrow(found).to_pylist()
    return answered


BASE = imports(2024, 1_000_000, 30_000_000)


@pytest.mark.parametrize(
    ("kg", "usd", "surge"),
    [
        (1_060_000, 30_000_000, True),  # +6 % at -5.7 %
        (1_060_000, 31_000_000, False),  # -2.5 % in price
        (1_040_000, 25_000_000, False),  # +4 % in volume
    ],
)
def test_more_volume_at_a_lower_price(engine: Engine, kg: float, usd: float, surge: bool) -> None:
    (found,) = answer(engine, [BASE, imports(2025, kg, usd)])
    assert found["surge"] is surge
    assert found["volume_change"] == pytest.approx(kg / 1_000_000 - 1)
    assert found["price_change"] == pytest.approx(usd / kg / 30 - 1)
    assert found["weekly_eur"] == pytest.approx(usd / 1.1 / 52)


def test_a_small_trade_is_no_surge(engine: Engine) -> None:
    (found,) = answer(engine, [imports(2024, 10_000, 300_000), imports(2025, 20_000, 400_000)])
    assert (found["weekly_eur"] < 200_000, found["surge"]) == (True, False)


def test_the_group_is_one_importer_and_its_inner_trade_is_left_out(engine: Engine) -> None:
    rows = [
        BASE,
        imports(2024, 1_000_000, 30_000_000, importer="FRA"),
        imports(2025, 2_200_000, 60_000_000),
        imports(2025, 9, 9, exporter="FRA"),
    ]
    (found,) = answer(engine, rows)
    assert (found["exporter"], found["mass_base_kg"], found["surge"]) == ("CHN", 2_000_000, True)


@pytest.mark.parametrize(
    ("produced", "surge"), [({}, None), ({"850511": False}, False), ({"850511": True}, True)]
)
def test_production_at_home_may_be_unknown(
    engine: Engine, produced: dict[str, bool], surge: bool | None
) -> None:
    (found,) = answer(engine, [BASE, imports(2025, 1_060_000, 30_000_000)], produced)
    assert found["surge"] is surge


def test_a_mass_that_is_partly_unknown_leaves_the_volume_unknown(engine: Engine) -> None:
    rows = [
        BASE,
        imports(2025, 1_060_000, 30_000_000),
        imports(2025, None, 500_000, importer="FRA"),
    ]
    (found,) = answer(engine, rows)
    assert (found["volume_change"], found["surge"]) == (None, None)
    assert found["price_usd_kg"] == pytest.approx(30_000_000 / 1_060_000)


def test_years_of_different_length_are_not_compared(engine: Engine) -> None:
    assert answer(engine, [BASE, imports(2025, 1_060_000, 30_000_000, months=6)]) == []
