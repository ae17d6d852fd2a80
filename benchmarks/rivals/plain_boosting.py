"""What a practised hand does first: LightGBM on numbers and label-encoded categories.

Categories are encoded by what the training rows hold, what is new is -1: no word of the test rows
is seen before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import lightgbm as lgb
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from monazite.watch.targeting.table.table import Table

    Floats = npt.NDArray[np.float64]

_NUMBERS = ("Tax Rate", "Net Mass", "Item Price")
_LEFT = ("Declaration ID", "Date", "Fraud", "Critical Fraud")


def risks(train: Table, test: Table, ignore: tuple[str, ...] = ()) -> Floats:
    """The risk of every row of the second table, learned from the first."""
    names = [name for name in train.columns if name not in (*_LEFT, *ignore)]
    pairs = [_column(train, test, name) for name in names]
    x, z = (np.column_stack(part) for part in zip(*pairs, strict=True))
    y = np.array([float(value) for value in train.columns["Fraud"].to_pylist()])
    chosen = {"objective": "binary", "num_leaves": 31, "num_threads": 1, "verbose": -1, "seed": 1}
    return np.asarray(lgb.train(chosen, lgb.Dataset(x, y), 300).predict(z, num_threads=1))


def _column(train: Table, test: Table, name: str) -> tuple[Floats, Floats]:
    if name in _NUMBERS:
        return _numbers(train, name), _numbers(test, name)
    known = {
        value: n for n, value in enumerate(sorted(map(str, set(train.columns[name].to_pylist()))))
    }
    first, second = (
        np.array([float(known.get(str(value), -1)) for value in table.columns[name].to_pylist()])
        for table in (train, test)
    )
    return first, second


def _numbers(table: Table, name: str) -> Floats:
    return np.array([float(value) for value in table.columns[name].to_pylist()])
