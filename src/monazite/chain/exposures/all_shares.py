"""Direct and ultimate shares of every country, at every stage, in every material of a world."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pyarrow as pa

from monazite.chain.asking import check_draws
from monazite.chain.exposures.bands import drawn, quantiles
from monazite.chain.exposures.direct import direct
from monazite.chain.exposures.left_out import all_left_out
from monazite.chain.exposures.order import order
from monazite.chain.exposures.places import countries, held, members
from monazite.chain.exposures.tracing import first, walk
from monazite.chain.exposures.users import all_users
from monazite.chain.stages import MAKE, SECTOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from monazite.chain.exposures.order import Order
    from monazite.chain.exposures.users import Users
    from monazite.chain.network.network import Floats, Ints, Network
    from monazite.chain.worlds import World

_SMALLEST = 1e-9
"""Shares below it are left out of the table: they are what solving leaves behind."""

_WORD = pa.dictionary(pa.int32(), pa.string())
_SHARES = ("direct", "ultimate")
_PERCENTILES = ("p5", "p50", "p95")
SCHEMA = pa.schema([
    ("material", _WORD), ("year", pa.int32()), ("country", _WORD), ("stage", _WORD),
    ("use_t", pa.float64()), ("left_out", pa.float64()), ("origin", _WORD),
    *((name, pa.float64()) for name in _SHARES),
    *((f"{name}_{one}", pa.float64()) for name in _SHARES for one in _PERCENTILES),
])  # fmt: skip


class _Asked(NamedTuple):
    """One network, and the questions to it: makers by country, and what is unknown."""

    way: Order
    columns: tuple[str, ...]
    users: Users
    makers: Floats


def all_shares(world: World, *, draws: int = 0) -> pa.Table:
    """The table of shares of a world, of elements; an alloy is asked by `exposure`.

    Args:
        world: networks by element.
        draws: of the bands (`bands`); with 0 their columns are NULL.

    Returns:
        `material, year, country, stage, use_t, left_out, origin, direct, ultimate` and the 5th,
        50th and 95th percentile of both: a row for each share above nothing, by material, country,
        stage and origin. The stage is that of the country's market, or `sector` for final use.
        Where the origin is NULL, the shares are what is unknown: direct ones with it add up to 1.
        left_out: of final use, how much is not counted with the country (`LeftOut.share`); else
        NULL.

    Raises:
        InputError: on draws (`asking.check_draws`).
    """
    check_draws(draws)
    found = [_of_network(network, draws) for network in world.networks.values()]
    return pa.concat_tables(
        [SCHEMA.empty_table(), *found], promote_options="none"
    ).unify_dictionaries()


def _of_network(network: Network, draws: int) -> pa.Table:
    names = countries(network)
    users = all_users(network, held(network, network.edges.amount))
    asked = _Asked(order(network), names, users, members(network, names, MAKE))
    value = _shares(asked, network.edges.amount)
    cells = np.nonzero(value.max(axis=0) > _SMALLEST)
    rows = [_shares(asked, amount)[:, cells[0], cells[1]] for amount in drawn(network, draws)]
    bands = quantiles(np.array(rows).reshape(draws, len(_SHARES), len(cells[0])))
    return _table(network, asked, cells, value[:, cells[0], cells[1]], bands)


def _shares(asked: _Asked, amount: Floats) -> Floats:
    """Direct and ultimate shares, and last what is unknown: (2, users, countries + 1)."""
    network = asked.way.network
    tracing = walk(asked.way, amount)
    lost = tracing.unknown[:, np.newaxis]
    value = np.hstack([asked.makers, lost])
    stop = np.hstack([asked.makers, np.zeros_like(lost)])
    start = asked.users.start(held(network, amount))
    near = start @ direct(tracing, asked.columns)
    far = start @ first(tracing, value, stop)
    rest = np.clip(1.0 - near.sum(axis=1, keepdims=True), 0.0, 1.0)
    return np.array([np.hstack([near, rest]), far])


def _table(
    network: Network,
    asked: _Asked,
    cells: tuple[Any, ...],
    value: Floats,
    bands: Floats,
) -> pa.Table:
    user, column = cells
    amount = asked.users.amount(held(network, network.edges.amount))
    size = len(user)
    columns: list[Any] = [
        _words(np.zeros(size, dtype=np.int64), (network.element,)),
        np.full(size, network.year, dtype=np.int32),
        _words(user, asked.users.country),
        _words(user, asked.users.stage),
        amount[user],
        _known(_left_out(network, asked.users)[user]),
        _words(column, (*asked.columns, None)),
        *value,
        *(_known(one) for share in range(len(_SHARES)) for one in bands[:, share]),
    ]
    return pa.Table.from_arrays([pa.array(one) for one in columns], schema=SCHEMA)


def _left_out(network: Network, users: Users) -> Floats:
    """By user the part of the world's use that comes by ways of which it has none; NaN for 0."""
    left = all_left_out(network)
    known = [
        left[country].share if stage == SECTOR and country in left else np.nan
        for country, stage in zip(users.country, users.stage, strict=True)
    ]
    return np.array(known, dtype=np.float64)


def _words(place: Ints, words: Sequence[str | None]) -> pa.DictionaryArray:
    """Words by their place among `words`; None becomes NULL."""
    names = sorted({word for word in words if word is not None})
    code = np.array([-1 if word is None else names.index(word) for word in words])[place]
    return pa.DictionaryArray.from_arrays(
        pa.array(code.astype(np.int32), mask=code < 0), pa.array(names, pa.string())
    )


def _known(values: Floats) -> pa.Array:
    return pa.array(values, pa.float64(), mask=np.isnan(values))
