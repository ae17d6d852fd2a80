from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import pytest

from monazite.trade.flows.columns import FLOW_COLUMNS
from monazite.trade.indicators.economic_importance import material_economic_importance
from monazite.trade.indicators.geopolrisk import geopolrisk
from monazite.trade.indicators.governance import side_table
from monazite.trade.indicators.keys import by_commodity, production_by_code
from monazite.trade.indicators.n_minus_one import world_n_minus_one
from monazite.trade.indicators.partners import concentration, world_concentration
from monazite.trade.indicators.production import production_concentration
from monazite.trade.indicators.reliance import reliance
from monazite.trade.indicators.supply_risk import material_supply_risk, stage_supply_risk
from monazite.trade.indicators.table import indicator_table
from monazite.trade.indicators.unit_values import unit_value_rows
from monazite.trade.indicators.usgs import world_disruption_potential

if TYPE_CHECKING:
    from collections.abc import Callable

    import ibis.expr.types as ir

pytestmark = pytest.mark.slow

CELLS = ibis.table({
    "source": "string", "nomenclature": "string", "side": "string", "year": "int32",
    "exporter": "string", "importer": "string", "code": "string", "direction_re": "boolean",
    "mass_kg": "decimal(38, 6)", "value_usd": "decimal(38, 6)",
    "value_with_mass_usd": "decimal(38, 6)", "months": "int64",
}, name="cells")  # fmt: skip
RAW = ibis.table(
    {
        "commodity": "string",
        "iso3": "string",
        "year": "int32",
        "quantity": "float64",
        "unit": "string",
    },
    name="raw_production",
)
MATERIALS = ibis.table({"commodity": "string", "code": "string"}, name="materials")
MADE = ibis.table(
    {"code": "string", "iso3": "string", "year": "int32", "mass_kg": "float64"}, name="production"
)
SCORES = ibis.table(
    {"iso3": "string", "year": "int32", "indicator": "string", "estimate": "float64"}, name="wgi"
)
ATTITUDES = ibis.table({
    "iso3": "string", "year": "int32", "policy_perception": "float64", "trade_ties": "float64",
    "shared_values": "float64",
}, name="attitudes")  # fmt: skip
SHARES = ibis.table({
    "material": "string", "stage": "string", "scope": "string", "iso3": "string",
    "share_low": "float64", "share_high": "float64", "trade_factor": "float64",
}, name="shares")  # fmt: skip
PARAMETERS = ibis.table({
    "material": "string", "stage": "string", "import_reliance": "float64", "recycling": "float64",
    "substitution": "float64",
}, name="parameters")  # fmt: skip
USES = ibis.table({
    "material": "string", "share_low": "float64", "share_high": "float64",
    "value_added": "float64",
}, name="uses")  # fmt: skip
MEANS = ibis.table({"iso3": "string", "wgi": "float64"}, name="means")
FLOWS = ibis.table(ibis.Schema.from_pyarrow(FLOW_COLUMNS), name="flows")

EXPRESSIONS: dict[str, Callable[[], ir.Table]] = {
    "suppliers": lambda: concentration(CELLS),
    "customers": lambda: concentration(CELLS, "exporter"),
    "world": lambda: world_concentration(CELLS),
    "production": lambda: production_concentration(production_by_code(RAW, MATERIALS)),
    "reliance": lambda: reliance(by_commodity(CELLS, MATERIALS), MADE),
    "geopolrisk": lambda: geopolrisk(CELLS, MADE, side_table(SCORES, SCORES), MADE),
    "table": lambda: indicator_table(CELLS, MADE, side_table(SCORES)),
    "disruption": lambda: world_disruption_potential(MADE, ATTITUDES),
    "n-1": lambda: world_n_minus_one(MADE, MADE.view()),
    "eu risk": lambda: material_supply_risk(stage_supply_risk(SHARES, MEANS, PARAMETERS)),
    "eu importance": lambda: material_economic_importance(USES, PARAMETERS),
    "unit values": lambda: unit_value_rows(FLOWS),
}


@pytest.mark.parametrize("dialect", ["duckdb", "clickhouse", "trino", "postgres"])
@pytest.mark.parametrize("name", EXPRESSIONS)
def test_every_expression_is_sql_of_every_engine(name: str, dialect: str) -> None:
    sql = str(ibis.to_sql(EXPRESSIONS[name](), dialect=dialect))
    assert sql.lstrip().startswith(("SELECT", "WITH"))
    assert "UNSUPPORTED" not in sql.upper()
