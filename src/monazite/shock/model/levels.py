"""A model at another level: what passes of some materials times a factor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from monazite.shock.model.model import Floats, Model, Terms


def at_level(model: Model, factors: Mapping[str, float]) -> Model:
    """All flows of a material times its factor; it stays in balance, and value added stays.

    Materials that are made of each other need the same factor.
    """
    of_good = np.array([factors.get(good.material, 1.0) for good in model.goods])
    of_market = np.repeat(of_good, len(model.countries))
    trade, makers, users = model.trade, model.makers, model.users
    return replace(
        model,
        trade=trade._replace(base=trade.base * of_market[trade.source]),
        makers=makers._replace(
            inputs=_terms(makers.inputs, of_market), outputs=_terms(makers.outputs, of_market)
        ),
        users=users._replace(inputs=_terms(users.inputs, of_market)),
    )


def exports(model: Model, stage: str, material: str = "") -> float:
    """What the home country sends abroad of a stage, or of one material of it, t a week."""
    count = len(model.countries)
    wanted = np.array([g.stage == stage and material in ("", g.material) for g in model.goods])
    rows = wanted[model.trade.source // count] & (model.trade.source % count == model.home)
    return float(model.trade.base[rows].sum())


def _terms(terms: Terms, times: Floats) -> Terms:
    return terms._replace(base=terms.base * times[terms.market])
