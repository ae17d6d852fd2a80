from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from monazite.catalogue.countries import countries
from monazite.trade.flows.columns import FLOW_COLUMNS
from monazite.trade.flows.engine import Engine, engine
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import Store
from monazite.trade.packaged import tables

SHARED = Path(__file__).parents[4] / "shared" / "data" / "trade_baci_hs92_minerals"
BACI = "baci_hs92_74codes_1995_2024.parquet"


@pytest.fixture(scope="module")
def duckdb() -> Engine:
    return engine("duckdb")


@pytest.fixture(scope="module")
def flows(duckdb: Engine) -> pa.Table:
    return duckdb.arrow(current(Store(tables.store_path())).table(duckdb))


def test_the_extract_is_a_store_of_ten_years_of_baci(flows: pa.Table) -> None:
    (load,) = Store(tables.store_path()).loads()
    assert (load.source, load.vintage, load.basis, load.nomenclatures) == (
        "baci",
        "2026",
        "reconciled",
        ("HS92",),
    )
    assert load.years == tuple(range(2015, 2025))
    assert (load.accepted, load.rejected, load.set_aside) == (len(flows), 0, 0)
    assert flows.schema.names == FLOW_COLUMNS.names


def test_it_is_small_and_nothing_in_it_is_a_workplace() -> None:
    files = [path for path in tables.DATA.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 4_000_000
    assert not [path for path in files if path.name.startswith(".")]


def test_its_codes_are_those_of_the_materials_that_the_wheel_has(flows: pa.Table) -> None:
    codes = set(flows["code"].unique().to_pylist())
    materials = tables.materials()
    assert codes <= set(materials["code"].to_pylist())
    used = materials.filter(pc.equal(materials["in_geopolrisk"], "yes"))["code"].to_pylist()
    assert set(used) <= codes
    assert {"811291", "850511", "811000", "284180"}.isdisjoint(codes)


def test_every_place_is_one_of_the_catalogue(flows: pa.Table) -> None:
    places = {*flows["reporter"].unique().to_pylist(), *flows["partner"].unique().to_pylist()}
    assert places <= {one.iso3 for one in countries().values()}


def test_chinas_rare_earths_of_2024_are_those_of_baci(flows: pa.Table) -> None:
    china = flows.filter(pc.and_(pc.equal(flows["year"], 2024), pc.equal(flows["reporter"], "CHN")))
    expected = {
        "284690": (Decimal(28291351), Decimal(381785750)),
        "284610": (Decimal(13323283), Decimal(28138471)),
        "280530": (Decimal(8829431), Decimal(110033523)),
    }
    for code, amounts in expected.items():
        rows = china.filter(pc.equal(china["code"], code))
        assert (pc.sum(rows["mass_kg"]).as_py(), pc.sum(rows["value_usd"]).as_py()) == amounts


def test_germanium_is_noise_that_ends_in_2016(flows: pa.Table) -> None:
    germanium = flows.filter(pc.equal(flows["code"], "811230"))
    assert germanium.num_rows == 9
    assert pc.max(germanium["year"]).as_py() == 2016


def test_what_baci_leaves_open_stays_open(flows: pa.Table) -> None:
    assert flows["mass_kg"].null_count == 17112
    assert flows["value_usd"].null_count == 0


@pytest.mark.shared
def test_nothing_was_lost_on_the_way_from_the_wheel(duckdb: Engine, flows: pa.Table) -> None:
    if not (SHARED / BACI).exists():
        pytest.skip("the trade beside the repository is missing")
    whole = pq.read_table(SHARED / BACI)
    codes = {int(code) for code in flows["code"].unique().to_pylist()}
    kept = whole.filter(
        pc.and_(
            pc.greater_equal(whole["year"], 2015),
            pc.is_in(whole["hs6"].cast("int64"), pa.array(codes)),
        )
    )
    assert kept.num_rows == flows.num_rows
    theirs = duckdb.table(
        kept.append_column("code", pc.utf8_lpad(kept["hs6"].cast("string"), 6, "0"))
    )
    ours = duckdb.table(flows)
    by = ["year", "code"]
    sums = {
        (row["year"], row["code"]): (row["mass"], row["value"])
        for row in duckdb.arrow(
            theirs.group_by(by).aggregate(
                mass=theirs.qty_tonnes.sum(), value=theirs.value_kusd.sum()
            )
        ).to_pylist()
    }
    found = duckdb.arrow(
        ours.group_by(by).aggregate(mass=ours.mass_kg.sum(), value=ours.value_usd.sum())
    )
    assert found.num_rows == len(sums)
    for row in found.to_pylist():
        mass, value = sums[row["year"], row["code"]]
        assert float(row["mass"] or 0) == pytest.approx(1000 * (mass or 0), rel=1e-9)
        assert float(row["value"]) == pytest.approx(1000 * value, rel=1e-9)
