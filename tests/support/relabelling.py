"""A setting with its countries in another order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from monazite.shock.model.model import Ints, Terms
    from monazite.shock.response.setting import Setting


def relabelled(setting: Setting, order: Ints) -> Setting:
    """Country c of the setting becomes country order[c]; rows of trade are turned round too."""
    world = setting.world
    model, count = world.model, len(order)
    market = (
        np.arange(len(model.goods))[:, None] * count + order
    ).ravel()  # the new place of each market
    trade, turned = model.trade, np.arange(len(model.trade.base))[::-1]
    stock = np.empty_like(world.stock)
    stock[market] = world.stock
    names = np.empty(count, object)
    names[order] = model.countries

    def moved(terms: Terms) -> Terms:
        return terms._replace(market=market[terms.market])

    makers, users = model.makers, model.users
    other = replace(
        model,
        countries=tuple(names),
        home=int(order[model.home]),
        trade=trade._replace(
            source=market[trade.source[turned]],
            target=market[trade.target[turned]],
            base=trade.base[turned],
            lag=trade.lag[turned],
        ),
        makers=makers._replace(
            country=order[makers.country],
            inputs=moved(makers.inputs),
            outputs=moved(makers.outputs),
        ),
        users=users._replace(country=order[users.country], inputs=moved(users.inputs)),
    )
    return replace(
        setting,
        world=world._replace(
            model=other,
            planner=np.sort(order[world.planner]),
            licensed=len(turned) - 1 - world.licensed,
            most=world.most[:, turned],
            lag=world.lag[turned],
            stock=stock,
        ),
    )
