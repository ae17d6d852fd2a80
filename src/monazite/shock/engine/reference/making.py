"""Mines and plants: what they plan on the orders of a week, and what they can make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.shock.engine.sums import by, owners

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats, Makers, Model


class Plan(NamedTuple):
    """Activity that orders ask for, and that capacity lets plants try."""

    asked: Floats
    tried: Floats


def plan(model: Model, made: Floats, available: Floats) -> Plan:
    """Joint products follow their value: neodymium's orders move dysprosium's separation."""
    makers = model.makers
    outputs = makers.outputs
    worth = outputs.base * model.price[outputs.market // len(model.countries)]
    of = owners(outputs)
    asked = by(of, made / outputs.base * worth, len(makers.country))
    asked /= by(of, worth, len(makers.country))
    asked = np.where(makers.fixed, 1.0, asked)
    return Plan(asked, np.minimum(asked, makers.capacity * available))


def made_of(makers: Makers, tried: Floats, part: Floats) -> Floats:
    """The activity that the scarcest input allows; part: filled of each row of inputs."""
    fed = np.ones(len(tried))
    np.minimum.at(fed, owners(makers.inputs), part)
    return np.asarray(tried * fed)
