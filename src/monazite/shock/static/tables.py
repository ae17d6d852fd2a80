"""Input-output bounds: what a loss in some industries takes with it.

Leontief (1936): suppliers lose the orders of those who stand. Ghosh (1958): customers lose what
those who stand made. Neither lets anybody turn elsewhere: both lie above what happens, and the
value added of the industries that stand themselves lies below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from monazite.errors import InputError

if TYPE_CHECKING:
    from monazite.shock.model.model import Floats

_BALANCED = 1e-6


class Table(NamedTuple):
    """A year's input-output table in one money.

    flows: from industry (rows) to industry (columns); value_added: by industry; output: by
    industry, the sum of its column and its value added.
    """

    flows: Floats
    value_added: Floats
    output: Floats


class Bounds(NamedTuple):
    """Value added that is lost: of the industries that stand, and with those before and after."""

    direct: float
    backward: float
    forward: float


def bounds(table: Table, lost: Floats) -> Bounds:
    """Bounds of the loss where each industry loses a part (0 to 1) of its output.

    Raises:
        InputError: field "table" where columns do not add up, "lost" for a part outside 0 to 1.
    """
    made = table.flows.sum(axis=0) + table.value_added
    if not np.allclose(made, table.output, rtol=_BALANCED):
        at = int(np.argmax(np.abs(made - table.output)))
        raise InputError("table", f"column {at + 1}", f"an output of {made[at]:g}")
    if ((lost < 0) | (lost > 1)).any():
        raise InputError("lost", float(lost[(lost < 0) | (lost > 1)][0]), "a part from 0 to 1")
    share = table.value_added / table.output
    return Bounds(
        float(table.value_added @ lost),
        float(share @ leontief(table, table.output * lost)),
        float(share @ ghosh(table, table.value_added * lost)),
    )


def leontief(table: Table, final: Floats) -> Floats:
    """Output that a final demand takes: (I - A)^-1 f, A = flows over the output of their column."""
    return np.asarray(
        np.linalg.solve(np.eye(len(final)) - table.flows / table.output, final), np.float64
    )


def ghosh(table: Table, primary: Floats) -> Floats:
    """Output that primary inputs make: (I - B')^-1 v, B = flows over the output of their row."""
    given = (table.flows / table.output[:, None]).T
    return np.asarray(np.linalg.solve(np.eye(len(primary)) - given, primary), np.float64)
