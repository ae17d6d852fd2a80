"""The model of each case: the world as it traded in the weeks before the measure.

Where the chain has the year, its network stands for the ways, brought to the level of China's
exports that customs printed before the measure; else what is printed of the trade of one good.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from monazite.chain.packaged.world import world
from monazite.chain.stages import INTERMEDIATE, MAGNET, METAL, REFINING
from monazite.errors import InputError
from monazite.shock.cases.facts import value, values
from monazite.shock.cases.printed import of_flows, printed
from monazite.shock.model.levels import at_level, exports
from monazite.shock.model.model import Good
from monazite.shock.model.of_world import model

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from monazite.shock.model.model import Model

_QUARTER_DAYS, _EIGHT_MONTHS_DAYS = 90, 244
_YEAR = 365.25


def magnets_2025() -> Model:
    """Magnets and their rare earths, at China's exports of January to March."""
    before = model(world(2024), ("magnets",))
    printed_t = sum(values("2025", "exports-").values()) * 7 / _QUARTER_DAYS
    factor = printed_t / exports(before, MAGNET)
    return at_level(before, {good.material: factor for good in before.goods})


def gallium_germanium_2023() -> Model:
    """Gallium and germanium at the exports of the months before July 2023 that are printed."""
    before = model(world(2022), ("Ga", "Ge"))
    return at_level(before, {name: _monthly(name) / _sent(before, name) for name in ("Ga", "Ge")})


def japan_2010() -> Model:
    """Rare earths, gross: Japan as it bought from January to August, the others as in the year."""
    flows = dict(printed("japan-2010"))
    others = sum(amount for (_, buyer), amount in flows.items() if buyer == "JPN")
    flows = {
        pair: amount * value("2010", "japan-from-others") / others if pair[1] == "JPN" else amount
        for pair, amount in flows.items()
    }
    flows["CHN", "JPN"] = value("2010", "japan-from-china") * 12 / 8
    own = {"CHN": value("2010", "china-own-use")}
    return of_flows(Good("REE", REFINING), "other", flows, own, 2010)


def antimony_2024() -> Model:
    """Oxide of antimony, gross, at China's exports of January to August 2024."""
    year = "2024"
    sent = value(year, "oxide-exports-2024-01..08") * _YEAR / _EIGHT_MONTHS_DAYS
    bought = values(year, "us-oxide-imports-")
    american = sum(bought.values()) / len(bought)
    flows = {
        (place, "USA"): american * part / 100
        for place, part in values(year, "us-oxide-share-").items()
    }
    flows |= {(place, "USA"): amount for place, amount in values(year, "us-from-").items()}
    flows |= printed("antimony-2024")
    known = sum(amount for (seller, _), amount in flows.items() if seller == "CHN")
    flows["CHN", "ROW"] = sent - known
    flows["ROW", "USA"] = american - sum(a for (_, buyer), a in flows.items() if buyer == "USA")
    own = {"CHN": value(year, "china-own-use")}
    return of_flows(Good("Sb", INTERMEDIATE), "flame_retardants", flows, own, 2024)


CASES: Mapping[str, Callable[[], Model]] = MappingProxyType({
    "magnets-2025": magnets_2025,
    "gallium-germanium-2023": gallium_germanium_2023,
    "japan-2010": japan_2010,
    "antimony-2024": antimony_2024,
})  # fmt: skip
"""By name what makes the model of a case."""
YEARS: Mapping[str, int] = MappingProxyType({
    "magnets-2025": 2024,
    "gallium-germanium-2023": 2022,
    "japan-2010": 2010,
    "antimony-2024": 2024,
})  # fmt: skip
"""The year whose flows between countries the model of a case has."""


def of_case(name: str) -> Model:
    """The model of a case; InputError field "case"."""
    if name not in CASES:
        raise InputError("case", name, ", ".join(CASES))
    return CASES[name]()


def _monthly(element: str) -> float:
    """The mean of the printed months, t a week."""
    months = values("2023", f"exports-{element}-")
    return sum(months.values()) / len(months) / 1000 * 12 * 7 / _YEAR


def _sent(before: Model, element: str) -> float:
    return sum(exports(before, stage, element) for stage in (REFINING, METAL))
