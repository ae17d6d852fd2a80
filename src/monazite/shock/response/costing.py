"""What things cost in a programme: at once whatever comes, or later as a future has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from monazite.shock.model.model import Floats, Ints
    from monazite.shock.response.setting import Setting

TONNE = 1e-3
"""Million US$ a t for each US$ a kg."""


class Costs(NamedTuple):
    """Columns that cost, million US$ discounted for each unit of them.

    first, first_value: public money, the same in every future, (n,). later, later_value: of each
    future, before its probability, (S, m); public: which of these is public money, 1 or 0, (m,).
    """

    first: Ints
    first_value: Floats
    later: Ints
    later_value: Floats
    public: Floats


def costs(
    futures: int,
    first: Iterable[tuple[Ints, Floats]] = (),
    later: Iterable[tuple[Ints, Floats, bool]] = (),
) -> Costs:
    """Costs out of columns and values that broadcast to them; later ones by future first."""
    now = [
        (column.ravel(), np.broadcast_to(value, column.shape).ravel()) for column, value in first
    ]
    then = [_flat(futures, *each) for each in later]
    whole = np.zeros((futures, 0), np.int64)
    return Costs(
        np.concatenate([whole[0], *(column for column, _ in now)]),
        np.concatenate([whole[0].astype(float), *(value for _, value in now)]),
        np.concatenate([whole, *(column for column, _, _ in then)], axis=1),
        np.concatenate([whole.astype(float), *(value for _, value, _ in then)], axis=1),
        np.concatenate([whole[0].astype(float), *(public for _, _, public in then)]),
    )


def together(parts: Iterable[Costs]) -> Costs:
    """All of them in one."""
    columns = zip(*parts, strict=True)
    return Costs(*(np.concatenate(each, axis=-1) for each in columns))


def odds(setting: Setting) -> Floats:
    """How likely each future is, (S,)."""
    return np.array([future.probability for future in setting.futures])


def _flat(futures: int, column: Ints, value: Floats, public: bool) -> tuple[Ints, Floats, Floats]:  # noqa: FBT001 - a row of a table
    shape = np.broadcast_shapes(column.shape, np.shape(value))
    wide = np.broadcast_to(column, shape).reshape(futures, -1)
    return (
        wide,
        np.broadcast_to(value, shape).reshape(futures, -1),
        np.full(wide.shape[1], float(public)),
    )
