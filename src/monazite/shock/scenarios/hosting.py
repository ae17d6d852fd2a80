"""By-products: gallium of alumina, germanium of zinc and coal ash, won as far as their hosts run.

What a plant wins falls with its host, and rises with it only as far as the plant can win it; what
is built beyond that finds its end where the host gives no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.packaged.byproducts import ceilings
from monazite.shock.engine.sums import owners
from monazite.shock.model.worth import WEEKS
from monazite.shock.tables import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.shock.model.model import Floats, Ints, Model
    from monazite.shock.scenarios.schema import Host

_YEAR = 2024
"""The year of the chain that knows the hosts of every country."""
_PER_CENT = 100.0


class Won(NamedTuple):
    """What makers win of a by-product out of one host; country: where, ISO3.

    part: of what they make; most: what the host could give, over what they make, infinite where
    nobody knows.
    """

    host: str
    country: str
    makers: Ints
    part: float
    most: Floats


def hosted(model: Model, won: Sequence[Won], hosts: Sequence[Host], built: Floats) -> Floats:
    """Times the capacity of each maker; built: of its plants alone; hosts: as they run on a day."""
    found = built.copy()
    for one in won:
        times = float(np.prod([host.times for host in hosts if feeds(host, one)]))
        plant = built[one.makers]
        runs = np.zeros(len(plant))
        if times:
            # A plant that stands is surer than an estimate of what its host could give.
            ceiling = np.maximum(1.0, one.most / model.makers.capacity[one.makers]) * times
            runs = np.minimum(plant * min(1.0, times), ceiling)
        found[one.makers] += one.part * (runs - plant)
    return found


def feeds(host: Host, one: Won) -> bool:
    """Whether a by-product comes out of this host."""
    return host.host == one.host and one.country in (host.countries or (one.country,))


def won(model: Model) -> tuple[Won, ...]:
    """What is known of the hosts of the model's by-products."""
    every = (_won(model, row.fields) for row in table("shock-hosts"))
    return tuple(one for one in every if len(one.makers))


def _won(model: Model, row: Mapping[str, str]) -> Won:
    outputs, makers, count = model.makers.outputs, model.makers, len(model.countries)
    goods = np.array([good == (row["material"], row["stage"]) for good in model.goods])
    here = np.array(model.countries) == row["country"]
    mines = (np.diff(makers.inputs.start) == 0) & ~makers.fixed
    rows = goods[outputs.market // count] & here[outputs.market % count] & mines[owners(outputs)]
    part = float(row["part_pct"]) / _PER_CENT
    made = outputs.base[rows] * WEEKS * part
    could = (
        ceilings(row["material"], _YEAR)[row["country"]].ceiling.value if row["ceiling"] else np.inf
    )
    return Won(row["host"], row["country"], owners(outputs)[rows], part, could / made)
