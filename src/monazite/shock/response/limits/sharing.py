"""Sharing: what markets hand out goes to all of the planner's users in proportion to their needs.

So it does in the simulation (`handing`): without it a programme would give what is scarce to the
dearest uses first, which nobody does unless a plan says so. What the plan brings may go to anyone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import owners
from monazite.shock.response.setting import WEEKS
from monazite.shock.response.summing import summed

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.policies.plants import Capacity
    from monazite.shock.response.policies.stockpile import Stockpile
    from monazite.shock.response.policies.substitution import Substitution
    from monazite.shock.response.setting import Setting


class _Inputs(NamedTuple):
    """Rows of users' inputs that share a market of the planner with others.

    row, user: of each; market: among those that are shared; markets: which these are.
    """

    row: Ints
    user: Ints
    market: Ints
    markets: Ints


def sharing(
    draft: Draft,
    setting: Setting,
    network: Network,
    stores: Stockpile,
    plants: Capacity,
    programmes: Substitution,
) -> None:
    """Add rows: taken - directed <= part of need x handed out; no rows where nothing is shared.

    handed out, by market: all that is taken and not directed; directed: at most what the plan
    brings there. t, by future and month.
    """
    if not setting.shared:
        return
    inputs = _inputs(setting)
    wide = (len(setting.futures), setting.horizon.months)
    handed = draft.columns("handed", (*wide, len(inputs.markets)))
    directed = draft.columns("directed", (*wide, len(inputs.row)))
    whole = draft.rows("handed", handed.shape, lower=0.0, upper=0.0)
    each = draft.rows("sharing", directed.shape, upper=0.0)
    draft.add(whole, handed, 1.0)
    draft.add(each, handed[:, :, inputs.market], -_parts(setting, inputs))
    for rows, sign in ((each, 1.0), (whole[:, :, inputs.market], -1.0)):
        _taken(draft, setting, network, inputs, rows, sign)
        draft.add(rows, directed, -sign)
    brought = draft.rows("directed", handed.shape, upper=0.0)
    draft.add(brought[:, :, inputs.market], directed, 1.0)
    _brought(draft, setting, inputs, brought, stores, plants, programmes)


def _inputs(setting: Setting) -> _Inputs:
    model = setting.world.model
    market, of = model.users.inputs.market, owners(model.users.inputs)
    mine = np.isin(model.users.country[of], setting.world.planner)
    several = np.bincount(market[mine], minlength=model.markets) > 1
    row = np.flatnonzero(mine & several[market])
    markets, place = np.unique(market[row], return_inverse=True)
    return _Inputs(row, of[row], place.ravel(), markets)


def _parts(setting: Setting, inputs: _Inputs) -> Floats:
    """The part of each input in the needs of its market, (S, T, rows): less what gives way."""
    base = setting.world.model.users.inputs.base[inputs.row] * WEEKS
    wanted = np.stack([future.wanted for future in setting.futures])[:, :, inputs.user]
    need = np.maximum(wanted * base - setting.world.replaced[:, inputs.row], 0.0)
    total = summed(need, inputs.market, len(inputs.markets))[:, :, inputs.market]
    return np.divide(need, total, out=np.zeros_like(need), where=total > 0)


def _taken(
    draft: Draft, setting: Setting, network: Network, inputs: _Inputs, rows: Ints, sign: float
) -> None:
    """What users take of their markets: what they use less what gives way to another grade."""
    base = setting.world.model.users.inputs.base[inputs.row] * WEEKS
    draft.add(rows, network.use[:, :, inputs.user], sign * base)
    known = np.isin(inputs.row, network.replaceable)
    at = np.searchsorted(network.replaceable, inputs.row[known])
    draft.add(rows[:, :, known], network.replaced[:, :, at], -sign)


def _brought(
    draft: Draft,
    setting: Setting,
    inputs: _Inputs,
    rows: Ints,
    stores: Stockpile,
    plants: Capacity,
    programmes: Substitution,
) -> None:
    """What the plan brings to the markets: out of stores, of plants, freed by programmes."""
    place = {market: at for at, market in enumerate(inputs.markets.tolist())}
    for at, market in enumerate(setting.stores.market.tolist()):
        if market in place:
            draft.add(rows[:, :, place[market]], stores.release[:, :, at], -1.0)
    for plant, main in enumerate(setting.plants.market.tolist()):
        for market, amount in ((main, 1.0), *setting.plants.besides[plant]):
            if market in place:
                draft.add(rows[:, :, place[market]], plants.output[:, :, plant], -amount)
    terms = setting.world.model.users.inputs
    for number, freed in enumerate(setting.programmes.input):
        for row in freed.tolist():
            if (market := int(terms.market[row])) in place:
                amount = setting.programmes.share[number] * terms.base[row] * WEEKS
                draft.add(rows[:, :, place[market]], programmes.done[:, number], -amount)
