"""Every public question of trade, once, small enough to be asked of every engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from monazite.trade.flows.answer import Answer
    from monazite.trade.opening import Trade

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
    "mirror": lambda trade: trade.mirror("284690", years=2022),
    "mirror_of_months": lambda trade: trade.mirror("284690", years=2022, months=True),
    "harmonised": lambda trade: trade.harmonised("284690", to="HS22", years=2022),
    "origins": lambda trade: trade.origins("250410", importer="DEU", years=2022),
    "unit_values": lambda trade: trade.unit_values("284690", years=2022),
}
"""Name → the question, asked of a store."""
IN_PYTHON = frozenset({"unit_values", "origins"})
"""Questions whose answer is computed code by code in numpy: their SQL is only a table's name."""
