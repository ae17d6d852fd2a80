"""Models in balance, made up at random: any number of goods in a row, countries and routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from monazite.shock.model.model import Good, Makers, Model, Terms, Trade, Users

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

SECTORS = ("traction", "wind")


def chain_model(seed: int, goods: int, countries: int, density: float, lead: float = 0.0) -> Model:
    """Goods made of one another in a row; the last one is used by two sectors of each country.

    density: the part of all pairs of countries that trade a good; lead: the part of what a country
    buys that comes from the first of them.
    """
    random = np.random.default_rng(seed)
    use = random.lognormal(2.0, 1.0, (len(SECTORS), countries))
    need, made, flows = use.sum(axis=0), [], []
    for _ in range(goods):
        bought = _bought(random, countries, density, lead) * need
        made.append(need - bought.sum(axis=0) + bought.sum(axis=1))
        flows.append(bought)
        need = made[-1].copy()
    made.reverse()
    flows.reverse()
    return Model(
        tuple(Good("Nd", f"stage-{n}") for n in range(goods)),
        tuple(f"C{c:02}" for c in range(countries)),
        SECTORS,
        0,
        _trade(random, flows),
        _makers(random, made),
        _users(use, goods),
        random.uniform(10.0, 100.0, goods),
        random.uniform(4.0, 40.0, goods),
    )


def _bought(random: np.random.Generator, countries: int, density: float, lead: float) -> Floats:
    """Parts of each country's need (columns) that others supply (rows): at most four fifths."""
    found = random.random((countries, countries)) * (
        random.random((countries, countries)) < density
    )
    np.fill_diagonal(found, 0.0)
    total = found.sum(axis=0)
    parts = np.asarray(found / np.maximum(total / 0.8, 1.0))
    if lead:
        parts *= 1 - lead
        parts[0, 1:] += 0.8 * lead
    return parts


def _trade(random: np.random.Generator, flows: list[Floats]) -> Trade:
    countries = len(flows[0])
    rows = [
        (n * countries + e, n * countries + i, flow[e, i])
        for n, flow in enumerate(flows)
        for i, e in np.argwhere(flow.T > 0)
    ]
    source, target, base = zip(*rows, strict=True) if rows else ((), (), ())
    lag = random.integers(1, 7, len(rows))
    return Trade(_ints(source), _ints(target), np.array(base, float), lag)


def _makers(random: np.random.Generator, made: list[Floats]) -> Makers:
    goods, countries = len(made), len(made[0])
    base = np.concatenate(made)
    market = np.arange(goods * countries)
    start = np.maximum(0, np.arange(goods * countries + 1) - countries)
    return Makers(
        market % countries,
        random.uniform(1.0, 1.3, len(base)),
        np.zeros(len(base), bool),
        Terms(start, market[:-countries], base[countries:]),
        Terms(np.arange(len(base) + 1), market, base),
    )


def _users(use: Floats, goods: int) -> Users:
    sectors, countries = use.shape
    rows = sectors * countries
    country = np.tile(np.arange(countries), sectors)
    return Users(
        np.repeat(np.arange(sectors), countries),
        country,
        use.ravel() * 3.0,
        np.full(rows, 0.1),
        Terms(np.arange(rows + 1), (goods - 1) * countries + country, use.ravel()),
        np.full(rows, 0.2),
        np.full(rows, 0.15),
    )


def _ints(values: tuple[int, ...]) -> Ints:
    return np.array(values, np.int64)
