"""All that is found of one user's use of an element or of an alloy, before it is put into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.chain.exposures.places import held
from monazite.chain.exposures.plain import Plain, plain
from monazite.chain.exposures.sheet import Sheet, sheet
from monazite.chain.exposures.upstream import upstream
from monazite.chain.exposures.users import start_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from monazite.chain.exposures.grounds import Ground
    from monazite.chain.exposures.labels import Label
    from monazite.chain.network.network import Floats
    from monazite.chain.worlds import World


class Asker(NamedTuple):
    """Who asks: stage of its market or `sector`; sector and alloy empty for all."""

    country: str
    stage: str
    sector: str
    alloy: str


class Raw(NamedTuple):
    """Shares of a use of so many t, with bands (`sheet`) and without (`plain`)."""

    use: float
    sheet: Sheet
    plain: Plain


NOTHING = Raw(0.0, Sheet((), np.zeros(0), np.zeros((0, 0))), Plain({}, ()))
"""Of a user of whom no use is known."""


def raw(world: World, element: str, asker: Asker, draws: int) -> Raw:
    """What is found of a user in the network of one element."""
    network = world.networks[element]
    weight = start_of(network, held(network, network.edges.amount), *asker)
    if not weight.any():
        return NOTHING
    part = upstream(network, weight)
    start = (weight[part.nodes] > 0).astype(np.float64)
    found = sheet(network, part, start, world.owners, draws)
    return Raw(float(weight.sum()), found, plain(part.network, start, asker.country))


def mixed(parts: Sequence[Raw], weights: Sequence[float]) -> Raw:
    """Several elements as one, weighted; what one of them does not know counts as 0 there."""
    whole = sum(weights)
    shares = [weight / whole for weight in weights]
    return Raw(
        use=sum(part.use for part in parts),
        sheet=_sheets([part.sheet for part in parts], shares),
        plain=Plain(
            _sums([part.plain.shares for part in parts], shares),
            _grounds([part.plain.grounds for part in parts], shares),
        ),
    )


def _sheets(parts: Sequence[Sheet], shares: Sequence[float]) -> Sheet:
    names = tuple(sorted({label for part in parts for label in part.labels}))
    at = {label: place for place, label in enumerate(names)}
    value = np.zeros(len(names))
    draws: Floats = np.zeros((len(parts[0].draws), len(names)))
    for part, share in zip(parts, shares, strict=True):
        places = [at[label] for label in part.labels]
        value[places] += share * part.value
        draws[:, places] += share * part.draws
    return Sheet(names, value, draws)


def _sums(parts: Sequence[Mapping[Label, float]], shares: Sequence[float]) -> dict[Label, float]:
    found: dict[Label, float] = {}
    for part, share in zip(parts, shares, strict=True):
        for label, value in part.items():
            found[label] = found.get(label, 0.0) + share * value
    return found


def _grounds(parts: Sequence[Sequence[Ground]], shares: Sequence[float]) -> tuple[Ground, ...]:
    found: dict[str, Ground] = {}
    for part, share in zip(parts, shares, strict=True):
        for one in part:
            known = found[one.row].share if one.row in found else 0.0
            found[one.row] = one._replace(share=known + share * one.share)
    return tuple(sorted(found.values(), key=lambda one: (-one.share, one.row)))
