"""Every public question of trade, once, small enough to be asked of every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from monazite.trade.reading.load import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from monazite.trade.flows.answer import Answer
    from monazite.trade.questions import Trade

QUESTIONS: dict[str, Callable[[Trade], Answer]] = {
    "codes": lambda trade: trade.codes("2846"),
    "rows": lambda trade: trade.rows("284690", importer="DEU", years=2022),
    "supply_to": lambda trade: trade.supply("2846", importer="DEU", years=[2021, 2022]),
    "supply_from": lambda trade: trade.supply("284690", exporter="CHN", years=2022),
    "supply_added": lambda trade: trade.supply(
        "284610,284690", importer="JPN", years=2022, add_codes=True
    ),
    "concentration_of_suppliers": lambda trade: trade.concentration("284690", years=2022),
    "concentration_of_customers": lambda trade: trade.concentration(
        "284690", by="exporter", years=2022
    ),
    "concentration_of_the_world": lambda trade: trade.concentration("284690", by="world"),
    "geopolrisk": lambda trade: trade.indicator("geopolrisk", material="graphite", years=2022),
    "reliance": lambda trade: trade.indicator("reliance", "261100", years=2022),
    "indicators": lambda trade: trade.indicators("284690", country="DEU", years=2022),
    "indicators_of_a_material": lambda trade: trade.indicators(material="W", years=2022),
    "harmonised": lambda trade: trade.harmonised("284690", to="HS22", years=2022),
    "origins": lambda trade: trade.origins("250410", importer="DEU", years=2022),
    "unit_values": lambda trade: trade.unit_values("284690", years=2022),
}
"""Name → the question, asked of a store."""
IN_PYTHON = frozenset({"unit_values", "origins", "reconciled"})
"""Questions whose answer is computed code by code in numpy: their SQL is only a table's name."""
PARTS = frozenset({"geopolrisk", "reliance", "concentration_of_customers"})
"""Questions whose SQL is that of another with fewer columns, or with the two ends changed."""

OF_BOTH_SIDES: dict[str, Callable[[Trade], Answer]] = {
    "mirror": lambda trade: trade.mirror("260400", years=2022),
    "mirror_of_months": lambda trade: trade.mirror("260400", years=2022, months=True),
    "rerouting": lambda trade: trade.rerouting("260400", origin="PHL", target="JPN", years=2022),
    "reconciled": lambda trade: trade.reconciled("260400", years=2022),
}
"""Questions to a store that holds what exporters and importers say themselves."""
_SAID = """\
2022,PHL,X,JPN,4900000,280000000
2022,JPN,M,PHL,5000000,300000000
2022,PHL,X,CHN,34000000,860000000
2022,CHN,M,PHL,35000000,900000000
2022,CHN,M,IDN,23000000,700000000
2022,IDN,X,JPN,10000,200000
2022,CHN,X,JPN,50000,900000
2022,JPN,M,CHN,,950000
202203,PHL,X,JPN,400000,23000000
202203,JPN,M,PHL,410000,25000000
202204,CHN,M,IDN,2000000,60000000
"""


def two_sided(folder: Path) -> Path:
    """A small store of UN Comtrade: matched flows, an orphan, a ghost, months, an unknown mass."""
    header = "freqCode,period,reporterISO,flowCode,partnerISO,classificationCode,cmdCode"
    lines = [f"{header},netWgt,primaryValue"]
    for row in _SAID.splitlines():
        period, reporter, flow, partner, mass, value = row.split(",")
        frequency = "A" if len(period) == len("2022") else "M"
        said = (frequency, period, reporter, flow, partner, "H6", "260400", mass, value)
        lines.append(",".join(said))
    file = folder / "comtrade.csv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    load(file, folder / "store", kind="comtrade", vintage="2024-01-01")
    return folder / "store"
