"""Stockpile: goods bought in quiet months, held, and released where they are short."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.response.costing import TONNE, costs

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints
    from monazite.shock.programme.draft import Draft
    from monazite.shock.response.costing import Costs
    from monazite.shock.response.network.network import Network
    from monazite.shock.response.setting import Setting


class Stockpile(NamedTuple):
    """Columns: t bought (T, P), the same in all futures; t in store, t released (S, T, P)."""

    buy: Ints
    store: Ints
    release: Ints
    costs: Costs


def stockpile(draft: Draft, setting: Setting, network: Network) -> Stockpile:
    """Add the store: store_t = store_t-1 + buy_t - release_t, at most what it holds.

    What is bought leaves the planner's own market in every future, so that nobody buys round a
    shock; what lies in store at the end is worth nothing.
    """
    stores, futures, months = setting.stores, len(setting.futures), setting.horizon.months
    wide = (futures, months, len(stores.market))
    buy = draft.columns("buy", wide[1:], upper=stores.month_t)
    store = draft.columns("store", wide, upper=stores.most_t)
    release = draft.columns("release", wide)
    kept = draft.rows("store", wide, lower=0.0, upper=0.0)
    draft.add(kept, store, 1.0)
    draft.add(kept[:, 1:], store[:, :-1], -1.0)
    draft.add(kept, buy, -1.0)
    draft.add(kept, release, 1.0)
    balance = network.balance[:, :, stores.market]
    draft.add(balance, buy, 1.0)
    draft.add(balance, release, -1.0)
    worth = np.outer(network.discount, stores.price * TONNE)
    return Stockpile(
        buy,
        store,
        release,
        costs(futures, first=[(buy, worth)], later=[(store, worth * stores.holding / 12, True)]),
    )
