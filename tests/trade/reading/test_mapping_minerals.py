"""The BACI extract beside the repository through the mapping that docs/how-to/load-files.md shows."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from monazite.trade.flows.engine import engine
from monazite.trade.flows.slices import current
from monazite.trade.flows.store import Store
from monazite.trade.reading.load import load

pytestmark = [pytest.mark.shared, pytest.mark.slow]
ROOT = Path(__file__).parents[3]
TABLE = ROOT.parent / "shared/data/trade_baci_hs92_minerals/baci_hs92_74codes_1995_2024.parquet"
PAGE = ROOT / "docs/how-to/load-files.md"


def mapping() -> str:
    """The mapping that the page shows for this table."""
    blocks = PAGE.read_text("utf-8").split("```yaml\n")[1:]
    (found,) = [block.split("```")[0] for block in blocks if "exporter_m49" in block]
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the extract."""
    if not TABLE.exists():
        pytest.skip(f"the extract is not beside the repository: {TABLE}")
    folder = tmp_path_factory.mktemp("minerals")
    (folder / "minerals.yaml").write_text(mapping(), encoding="utf-8")
    report = load(TABLE, folder / "store", mapping=folder / "minerals.yaml")
    assert (report.accepted, report.rejected, report.set_aside) == (1_264_888, 0, 0)
    assert report.loads[0].notes["mass_missing"] == 61_682
    return folder / "store"


def test_the_sums_of_chinas_rare_earths_are_those_of_the_source(store: Path) -> None:
    duck = engine("duckdb")
    flows = current(Store(store)).table(duck)
    wanted = flows.filter(
        flows.reporter == "CHN", flows.year == 2024, flows.code.isin(["284690", "284610", "280530"])
    )
    found = wanted.group_by("code").aggregate(t=wanted.mass_kg.sum(), usd=wanted.value_usd.sum())
    sums = {row["code"]: (row["t"], row["usd"]) for row in duck.arrow(found).to_pylist()}
    tonnes = {code: round(mass / 1000) for code, (mass, _) in sums.items()}
    millions = {code: round(usd / 10**6, 1) for code, (_, usd) in sums.items()}
    assert tonnes == {"284690": 28_291, "284610": 13_323, "280530": 8_829}
    assert millions == {
        "284690": Decimal("381.8"),
        "284610": Decimal("28.1"),
        "280530": Decimal("110.0"),
    }


def exact(column: str) -> list[Decimal]:
    """A thousand times the known cells of the table's column, as the digits that they stand for."""
    cells = pq.read_table(TABLE, columns=[column])[column].drop_null().to_pylist()
    return [Decimal(str(cell)).scaleb(3).quantize(Decimal("0.000001")) for cell in cells]


def test_the_sums_of_all_rows_are_the_tables_own_to_the_last_digit(store: Path) -> None:
    duck = engine("duckdb")
    flows = current(Store(store)).table(duck)
    ours = flows.aggregate(
        usd=flows.value_usd.sum(), kg=flows.mass_kg.sum(), known=flows.mass_kg.count()
    )
    (mine,) = duck.arrow(ours).to_pylist()
    usd, kg = exact("value_kusd"), exact("qty_tonnes")
    assert (mine["usd"], mine["kg"], mine["known"]) == (sum(usd), sum(kg), len(kg))
