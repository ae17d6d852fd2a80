"""Where the goods of a market come from, and what they hold, before any shock."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by, owners
from monazite.shock.scenarios.uses import PASSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.shock.model.model import Floats, Model
    from monazite.shock.scenarios.vocabulary import Choice


class Content(NamedTuple):
    """By market: the part of the goods that holds what is asked for; its part of their value."""

    holds: Floats
    worth: Floats


def made_in(model: Model, countries: Sequence[str]) -> Floats:
    """By market the part of its goods that was made in these countries, whoever sold it on."""
    here = np.isin(model.countries, list(countries))
    source = here[model.makers.country][owners(model.makers.outputs)].astype(float)
    found = np.zeros(model.markets)
    for _ in range(PASSES):
        found = _mixed(model, source, found)
    return found


def content(
    model: Model, goods: Sequence[Choice], countries: Sequence[str], at_least: float
) -> Content:
    """Markets' goods that hold some of `goods` made in these countries.

    What a plant makes holds it in at least the part in which its most affected input does; below
    `at_least` of the value of what it makes it is left alone.
    """
    outputs, count = model.makers.outputs, len(model.countries)
    of = owners(outputs)
    named = np.array([any(one.takes(*good) for one in goods) for good in model.goods])
    here = np.isin(model.countries, list(countries))[model.makers.country]
    itself = named[outputs.market // count] & here[of]
    found = Content(np.zeros(model.markets), np.zeros(model.markets))
    for _ in range(PASSES):
        inside = _inside(model, found, at_least)
        rows = (np.where(itself, 1.0, part[of]) for part in inside)
        found = Content(*(_mixed(model, *pair) for pair in zip(rows, found, strict=True)))
    return found


def _inside(model: Model, found: Content, at_least: float) -> Content:
    """The same of what each maker makes, out of what it takes in."""
    inputs, outputs, count = model.makers.inputs, model.makers.outputs, len(model.countries)
    makers = len(model.makers.country)
    holds = np.zeros(makers)
    np.maximum.at(holds, owners(inputs), found.holds[inputs.market])
    taken = inputs.base * model.price[inputs.market // count] * found.worth[inputs.market]
    made = by(owners(outputs), outputs.base * model.price[outputs.market // count], makers)
    worth = np.minimum(holds, by(owners(inputs), taken, makers) / made)
    reached = worth >= at_least * holds
    return Content(holds * reached, worth * reached)


def _mixed(model: Model, made: Floats, bought: Floats) -> Floats:
    """By market the mean of what its makers' rows and its suppliers' markets are."""
    trade, outputs = model.trade, model.makers.outputs
    total = by(trade.target, trade.base, model.markets)
    total += by(outputs.market, outputs.base, model.markets)
    found = by(trade.target, trade.base * bought[trade.source], model.markets)
    found += by(outputs.market, outputs.base * made, model.markets)
    return np.divide(found, total, out=np.zeros(model.markets), where=total > 0)
