from __future__ import annotations

from itertools import pairwise, permutations

import pytest

from monazite.trade.flows.columns import HS_VINTAGES
from monazite.trade.flows.engine import engine as engine_of
from monazite.trade.mirror.readings import one_reading
from support.trade_tables import cell_table

OLDER_NEWER = [
    *((older, newer, 2022) for older, newer in pairwise(sorted(HS_VINTAGES, key=HS_VINTAGES.get))),  # type: ignore[arg-type]
    ("HS92", "HS22", 2023),
    ("HS96", "HS17", 2023),
    ("HS17", "EU-CN2023", 2023),
    ("HS92", "US-HTS2023", 2023),
    ("US-HTS2021", "HS22", 2021),
    ("EU-CN2011", "HS12", 2011),
    ("EU-CN2022", "EU-CN2023", 2022),
]
"""Two nomenclatures, the older first, and the year of which both speak."""


def read(nomenclatures: tuple[str, ...], year: int) -> list[tuple[str, str]]:
    engine = engine_of("duckdb")
    rows = [
        {"source": "comtrade", "side": "importer", "year": year, "nomenclature": name, "mass_kg": n}
        for n, name in enumerate(nomenclatures, start=1)
    ]
    found = engine.arrow(one_reading(cell_table(engine, rows))).to_pylist()
    return [(row["nomenclature"], row["edition"]) for row in found]


@pytest.mark.parametrize(("older", "newer", "year"), OLDER_NEWER)
def test_the_newest_edition_is_read_and_no_other(older: str, newer: str, year: int) -> None:
    for both in permutations((older, newer)):
        ((nomenclature, _),) = read(both, year)
        assert nomenclature == newer


@pytest.mark.parametrize(
    ("nomenclature", "year", "edition"),
    [("EU-CN2023", 2023, "HS22"), ("US-HTS2021", 2021, "HS17"), ("HS92", 2023, "HS92")],
)
def test_a_national_nomenclature_has_the_edition_of_its_year(
    nomenclature: str, year: int, edition: str
) -> None:
    assert read((nomenclature,), year) == [(nomenclature, edition)]
