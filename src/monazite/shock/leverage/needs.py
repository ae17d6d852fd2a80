"""What countries need of each good of a model, what is made of it, and what it is made of.

Goods are named as "Dy/refining". An ore that gives several elements is told by element
("Dy/mining"), in tonnes of the element as it is won of the ore.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.chain.stages import MINING, REFINING
from monazite.shock.engine.sums import by, owners
from monazite.shock.model.worth import WEEKS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from monazite.shock.model.model import Floats, Model

_PASSES = 8
"""Goods pass fewer stages than this."""


def names(model: Model) -> tuple[str, ...]:
    """Of the model's goods."""
    return tuple(f"{good.material}/{good.stage}" for good in model.goods)


def needed(model: Model, countries: Collection[str]) -> Mapping[str, float]:
    """Tonnes a year that the users of these countries take, and that goes into what they take."""
    inputs, count = model.users.inputs, len(model.countries)
    here = np.isin(np.array(model.countries), list(countries))[inputs.market % count]
    used = by(inputs.market // count, inputs.base * here, len(model.goods)) * WEEKS
    recipe = _recipe(model)
    found = used
    for _ in range(_PASSES):
        found = used + recipe @ found
    need = dict(zip(names(model), found.tolist(), strict=True))
    return {**need, **{name: need[_refined(name)] for name in _ores(model)}}


def made(model: Model, countries: Collection[str], good: str) -> tuple[float, float]:
    """Tonnes a year that these countries make of a good, and what stands idle there."""
    ores = _ores(model)
    base, idle = _made(model, countries)
    if good not in ores:
        at = names(model).index(good)
        return float(base[at]), float(idle[at])
    content = ores[good]
    return float(content @ base), float(content @ idle)


def sold(model: Model, good: str, seller: str, buyers: Sequence[str]) -> float:
    """What a country sells of a good, as a part of what the buyers make and buy of it."""
    if good in _ores(model):
        return max(
            (sold(model, name, seller, buyers) for name in names(model) if name.endswith(MINING)),
            default=0.0,
        )
    trade, count = model.trade, len(model.countries)
    at = names(model).index(good)
    rows = (
        (trade.source // count == at)
        & (trade.source % count == model.countries.index(seller))
        & (trade.target % count != model.countries.index(seller))
    )
    bought = float(trade.base[rows].sum()) * WEEKS
    total = bought + made(model, buyers, good)[0]
    return bought / total if total > 0 else 0.0


def upstream(model: Model, good: str) -> tuple[str, ...]:
    """The goods that go into a good."""
    material, _, stage = good.partition("/")
    if stage == REFINING and f"{material}/{MINING}" in _ores(model):
        return (f"{material}/{MINING}",)
    if good not in names(model):
        return ()
    column = _recipe(model)[:, names(model).index(good)]
    return tuple(name for name, part in zip(names(model), column, strict=True) if part > 0)


def _refined(ore: str) -> str:
    return f"{ore.partition('/')[0]}/{REFINING}"


def _made(model: Model, countries: Collection[str]) -> tuple[Floats, Floats]:
    outputs, count = model.makers.outputs, len(model.countries)
    here = np.isin(np.array(model.countries), list(countries))[outputs.market % count]
    base = outputs.base * here * WEEKS
    idle = base * (model.makers.capacity[owners(outputs)] - 1.0)
    good, size = outputs.market // count, len(model.goods)
    return by(good, base, size), by(good, idle, size)


def _recipe(model: Model) -> Floats:
    """Tonnes of one good (row) in a t of another (column), over plants that make that one alone."""
    makers, count, size = model.makers, len(model.countries), len(model.goods)
    alone = np.diff(makers.outputs.start) == 1
    fed = np.diff(makers.inputs.start) > 0
    rows = (alone & fed)[owners(makers.outputs)]
    into = np.full(len(makers.country), -1)
    into[owners(makers.outputs)[rows]] = makers.outputs.market[rows] // count
    total = by(makers.outputs.market[rows] // count, makers.outputs.base[rows], size)
    found = np.zeros((size, size))
    to = into[owners(makers.inputs)]
    kept = to >= 0
    np.add.at(found, (makers.inputs.market[kept] // count, to[kept]), makers.inputs.base[kept])
    return np.divide(found, total, out=np.zeros_like(found), where=total > 0)


def _ores(model: Model) -> Mapping[str, Floats]:
    """By element of joint ores, t of it won of a t of each good of the model."""
    makers, count = model.makers, len(model.countries)
    joint = np.flatnonzero(np.diff(makers.outputs.start) > 1)
    goods, size = names(model), len(model.goods)
    taken = np.zeros(size)
    given: dict[str, Floats] = {}
    for maker in joint.tolist():
        ins = slice(makers.inputs.start[maker], makers.inputs.start[maker + 1])
        outs = slice(makers.outputs.start[maker], makers.outputs.start[maker + 1])
        ore = makers.inputs.market[ins] // count
        if len(ore) != 1:
            continue
        taken[ore[0]] += makers.inputs.base[ins][0]
        for market, base in zip(
            makers.outputs.market[outs], makers.outputs.base[outs], strict=True
        ):
            name = f"{goods[market // count].partition('/')[0]}/{MINING}"
            given.setdefault(name, np.zeros(size))[ore[0]] += base
    return {
        name: np.divide(won, taken, out=np.zeros(size), where=taken > 0)
        for name, won in given.items()
    }
